import { describe, expect, it } from 'vitest';
import { toListing } from './listing';
import { toQuote } from './quote';

describe('toListing', () => {
  it.each([
    [[], ''],
    [['I'], 'I'],
    [['I', 'II'], 'I and II'],
    [['I', 'II', 'V1'], 'I, II and V1'],
  ])('lists %j as a sentence does', (words, sentence) => {
    expect(toListing(words)).toBe(sentence);
  });
});

describe('toQuote', () => {
  it('quotes, cuts what is long, and shows control characters as dots', () => {
    expect(toQuote(' lead II ')).toBe('“lead II”');
    expect(toQuote('x'.repeat(61))).toBe(`“${'x'.repeat(60)}…”`);
    expect(toQuote('a\u0000b\u202Ec')).toBe('“a·b·c”');
  });
});
