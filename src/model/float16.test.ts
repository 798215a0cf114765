import { describe, expect, it } from 'vitest';
import { createRandom } from '../../tools/synthetic/random';
import { fromFloat16Bits, toFloat16Bits } from './float16';

const valueOf = (bits: number) => fromFloat16Bits(Uint16Array.of(bits))[0];

describe('half precision', () => {
  it.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [1.5, 0x3e00],
    [2 ** -14, 0x0400],
    [2 ** -14 - 2 ** -24, 0x03ff],
    [2 ** -24, 0x0001],
    [-(2 ** -24), 0x8001],
    [65504, 0x7bff],
    [Infinity, 0x7c00],
    [-Infinity, 0xfc00],
  ])('stores %d exactly', (value, bits) => {
    expect(toFloat16Bits(value)).toBe(bits);
    expect(valueOf(bits)).toBe(value);
  });

  it.each([
    [0.1, 0x2e66],
    [1 / 3, 0x3555],
    [Math.PI, 0x4248],
    [-0.2, 0xb266],
    [1000.3, 0x63d1],
  ])('rounds %d to the nearest', (value, bits) => expect(toFloat16Bits(value)).toBe(bits));

  it.each([
    ['1 + ½ unit', 1 + 2 ** -11, 0x3c00],
    ['1 + 1½ units', 1 + 3 * 2 ** -11, 0x3c02],
    ['a bit more than 1 + ½ unit', 1 + 2 ** -11 + 2 ** -20, 0x3c01],
    ['half the smallest number', 2 ** -25, 0x0000],
    ['1½ times the smallest number', 3 * 2 ** -25, 0x0002],
    ['a bit more than half the smallest number', 2 ** -25 + 2 ** -40, 0x0001],
    ['between the largest subnormal and the smallest normal number', 2 ** -14 - 2 ** -25, 0x0400],
    ['below the tie with infinity', 65519.99, 0x7bff],
    ['the tie with infinity', 65520, 0x7c00],
    ['a float32 subnormal', 1e-40, 0x0000],
    ['a number beyond all', -1e30, 0xfc00],
  ])('rounds ties to even: %s', (_what, value, bits) => expect(toFloat16Bits(value)).toBe(bits));

  it('gives every one of the 65536 patterns back', () => {
    const values = fromFloat16Bits(Uint16Array.from({ length: 65536 }, (_, bits) => bits));
    const lost: number[] = [];
    values.forEach((value, bits) => {
      const again = toFloat16Bits(value);
      const isNaNPattern = (bits & 0x7fff) > 0x7c00;
      if (isNaNPattern ? !(Number.isNaN(value) && (again & 0x7fff) > 0x7c00) : again !== bits) lost.push(bits);
    });
    expect(lost).toEqual([]);
  });

  it('never rounds to a number when a neighbour is nearer', () => {
    const random = createRandom(16);
    for (let i = 0; i < 20_000; i++) {
      const value = Math.fround(random.gaussian() * 2 ** random.uniform(-26, 13));
      const bits = toFloat16Bits(value);
      const error = Math.abs(valueOf(bits) - value);
      for (const neighbour of [bits - 1, bits + 1]) {
        const distance = Math.abs(valueOf(neighbour & 0xffff) - value);
        if (distance < error) throw new Error(`${value} became ${valueOf(bits)}, but ${valueOf(neighbour)} is nearer.`);
      }
    }
    expect(toFloat16Bits(Number.NaN) & 0x7fff).toBeGreaterThan(0x7c00);
  });
});
