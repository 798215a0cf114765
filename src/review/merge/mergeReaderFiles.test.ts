import { describe, expect, it } from 'vitest';
import { simulateReader, simulateStudy } from '../fixtures/simulateReaders';
import type { Rating } from '../answer';
import type { ReaderFile } from '../readerFile';
import { type GivenFile, mergeReaderFiles } from './mergeReaderFiles';

const study = simulateStudy({ items: [0, 1, 2].map((index) => ({ prototype: `rhythm/${index}`, classes: ['AFIB'] })) });
const other = simulateStudy({ title: 'Another', items: study.items });

function fileOf(digit: string, scores: readonly Rating[], isLocked = true, of = study): ReaderFile {
  let next = 0;
  return simulateReader(of, {
    reader: { id: digit.repeat(16), role: 'cardiologist', years: 5 },
    answersTo: () => (next < scores.length ? { representativeness: scores[next++]! } : null),
    isLocked,
  });
}

const give = (...files: readonly ReaderFile[]): readonly GivenFile[] => files.map((file, id) => ({ id, name: `${'pqrs'[id]!}.json`, file }));
const merge = (withUnlocked: boolean, ...files: readonly ReaderFile[]) => mergeReaderFiles(give(...files), { withUnlocked });
const standingsOf = (merged: ReturnType<typeof merge>) => [...merged.standings.values()];

describe('mergeReaderFiles', () => {
  const [one, two] = [fileOf('1', [1, 2, 3]), fileOf('2', [3, 3, 3])];

  it('takes one file of each reader, and the study of the first', () => {
    const merged = merge(false, one, two);
    expect(merged).toMatchObject({ study, readers: [one, two], readerCount: 2, unlockedCount: 0 });
    expect(standingsOf(merged)).toEqual([{ status: 'merged' }, { status: 'merged' }]);
  });

  it('has no study without files', () => {
    expect(merge(false)).toMatchObject({ study: null, readers: [], readerCount: 0 });
  });

  it('leaves out who has not locked, until it is told otherwise', () => {
    const open = fileOf('3', [5], false);
    expect(standingsOf(merge(false, one, open))).toEqual([{ status: 'merged' }, { status: 'unlocked' }]);
    expect(merge(false, one, open)).toMatchObject({ readers: [one], readerCount: 2, unlockedCount: 1 });
    expect(merge(true, one, open).readers).toEqual([one, open]);
  });

  it('counts the same answers once, under the first name', () => {
    const merged = merge(false, one, two, one);
    expect(standingsOf(merged)[2]).toEqual({ status: 'same', other: 'p.json' });
    expect(merged.readers).toEqual([one, two]);
  });

  it('takes the file that continues another, in whichever order they come', () => {
    const begun = fileOf('1', [1, 2], false);
    expect(standingsOf(merge(false, begun, one))).toEqual([{ status: 'continued', other: 'q.json' }, { status: 'merged' }]);
    expect(standingsOf(merge(false, one, begun))).toEqual([{ status: 'merged' }, { status: 'continued', other: 'p.json' }]);
  });

  it('takes neither of two files of a reader that part, and goes on without that reader', () => {
    const begun = fileOf('1', [1], false);
    const changed = fileOf('1', [1, 5, 5]);
    const merged = merge(true, one, two, changed, begun);
    expect(standingsOf(merged)).toEqual([
      { status: 'parted', other: 'r.json', sharedCount: 1 },
      { status: 'merged' },
      { status: 'parted', other: 'p.json', sharedCount: 1 },
      { status: 'continued', other: 'p.json' },
    ]);
    expect(merged).toMatchObject({ readers: [two], readerCount: 1 });
  });

  it('takes neither of two files that say something else of one reader', () => {
    const resident = { ...fileOf('1', []), reader: { ...one.reader, role: 'resident' } };
    expect(standingsOf(merge(true, one, resident)).map(({ status }) => status)).toEqual(['parted', 'parted']);
  });

  it('refuses files of another study, even of the same reader', () => {
    const merged = merge(false, one, fileOf('1', [1], true, other));
    expect(standingsOf(merged)).toEqual([{ status: 'merged' }, { status: 'otherStudy' }]);
    expect(merged.readers).toEqual([one]);
  });
});
