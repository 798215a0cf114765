import { expect, it } from 'vitest';
import { threeReaderFiles, threeReaderStudy } from '../../../review/fixtures/threeReaders';
import { summariseStudy } from '../../../review/merge/summariseStudy';
import { type PrototypeOrder, toPrototypeRows } from './prototypeRows';

const { prototypes } = summariseStudy(threeReaderStudy, threeReaderFiles);
const indices = (scpCode: string | null, column: PrototypeOrder['column'], direction: PrototypeOrder['direction']) =>
  toPrototypeRows(prototypes, scpCode, { column, direction }).map(({ prototype }) => Number(prototype.slice('morphology/'.length)));

it('sorts by a number either way, and leaves equals in the order of the study', () => {
  expect(indices(null, 'representativeness', 'ascending').slice(0, 4)).toEqual([0, 1, 2, 3]);
  expect(indices(null, 'representativeness', 'descending').slice(0, 4)).toEqual([9, 10, 11, 6]);
  expect(indices(null, 'bad', 'descending').slice(0, 4)).toEqual([0, 1, 2, 3]);
});

it('sorts by name as numbers count, and by class', () => {
  expect(indices(null, 'name', 'descending').slice(0, 3)).toEqual([11, 10, 9]);
  expect(indices(null, 'class', 'ascending').slice(0, 4)).toEqual([0, 1, 2, 9]);
});

it('shows the prototypes of one class', () => {
  expect(indices('LVH', 'name', 'ascending')).toEqual([6, 7, 8]);
});

it('puts what has no number last, whichever way', () => {
  const withGap = prototypes.map((own, i) => (i === 0 ? { ...own, medianMs: null } : own));
  for (const direction of ['ascending', 'descending'] as const) {
    expect(toPrototypeRows(withGap, null, { column: 'time', direction }).at(-1)!.prototype).toBe('morphology/0');
  }
});
