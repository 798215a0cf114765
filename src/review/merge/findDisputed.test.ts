import { expect, it } from 'vitest';
import type { Mark, Score } from '../answer';
import { simulateReader, simulateStudy } from '../fixtures/simulateReaders';
import { findDisputed } from './findDisputed';
import { summariseStudy } from './summariseStudy';

/** By prototype, each reader's score and mark. */
const OPINIONS: Readonly<Record<string, readonly (readonly [Score, Mark?])[]>> = {
  'global/0': [[5], [5], [5]],
  'global/1': [[1], [5], [3]],
  'global/2': [
    [2, 'bad'],
    [2, 'bad'],
    [2, 'bad'],
  ],
  'global/3': [[2, 'bad'], [2], [2]],
  'global/4': [[3], [4], [5]],
};
const study = simulateStudy({
  items: Object.keys(OPINIONS).map((prototype) => ({ prototype, classes: ['NORM'] })),
  questions: ['representativeness'],
});
const files = [0, 1, 2].map((place) =>
  simulateReader(study, {
    reader: { id: String(place).repeat(16), role: 'cardiologist', years: null },
    answersTo: ({ prototype }) => {
      const [representativeness, mark] = OPINIONS[prototype]![place]!;
      return { representativeness, ...(mark && { mark }) };
    },
  }),
);
const { prototypes } = summariseStudy(study, files);
const disputed = (leastSpread: number) =>
  findDisputed(prototypes, leastSpread).map(({ summary, spread, isBadDisputed }) => [summary.prototype, spread, isBadDisputed]);

it('lists what scores spread on, and what some but not all find bad', () => {
  expect(disputed(1)).toEqual([
    ['global/1', 2, false],
    ['global/4', 1, false],
    ['global/3', 0, true],
  ]);
  expect(disputed(1.5)).toEqual([
    ['global/1', 2, false],
    ['global/3', 0, true],
  ]);
});
