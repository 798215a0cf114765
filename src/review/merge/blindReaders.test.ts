import { expect, it } from 'vitest';
import { blindReaders } from './blindReaders';

const STUDY = 'ab'.repeat(32);
const readers = Array.from({ length: 28 }, (_, i) => `reader ${i}`);

it('gives each reader one letter, whatever the order in which they are named', () => {
  const letters = blindReaders(STUDY, 'rhythm/0', readers);
  expect([...letters].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))).toEqual([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA', 'AB']);
  expect(blindReaders(STUDY, 'rhythm/0', [...readers].reverse())).toEqual([...letters].reverse());
});

it('gives no reader a letter of their own', () => {
  const prototypes = Array.from({ length: 60 }, (_, i) => `rhythm/${i}`);
  const lettersOfFirst = prototypes.map((prototype) => blindReaders(STUDY, prototype, readers.slice(0, 3))[0]);
  for (const letter of 'ABC') expect(lettersOfFirst.filter((own) => own === letter).length).toBeGreaterThan(10);
});
