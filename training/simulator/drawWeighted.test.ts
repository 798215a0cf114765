import { describe, expect, it } from 'vitest';
import { drawWeighted } from './drawWeighted';
import { createStream } from './random';

describe('drawWeighted', () => {
  it('draws each option as often as its weight says, and none of weight 0', () => {
    const random = createStream(4711, 'weights');
    const drawn = Array.from({ length: 6000 }, () =>
      drawWeighted(random, [
        [1, 'a'],
        [0, 'b'],
        [3, 'c'],
        [2, 'd'],
      ]),
    );
    const count = (option: string) => drawn.filter((one) => one === option).length;
    expect(count('b')).toBe(0);
    expect(Math.abs(count('a') - 1000)).toBeLessThan(120);
    expect(Math.abs(count('c') - 3000)).toBeLessThan(160);
  });
});
