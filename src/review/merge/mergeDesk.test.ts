import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import { threeReaderFiles, threeReaderStudy, threeReaderTruth } from '../fixtures/threeReaders';
import { createMergeDesk, type MergeDesk } from './mergeDesk';

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const all = { ids: [0, 1, 2], withUnlocked: false };

function readAll(): MergeDesk {
  const desk = createMergeDesk();
  for (const [id, file] of threeReaderFiles.entries()) desk.read(id, `${id}.json`, encode(file));
  return desk;
}

describe('three readers’ files', () => {
  it('give their known agreement', () => {
    const { files, results } = readAll().merge(all);
    expect(files).toMatchObject({ readerCount: 3, unlockedCount: 0, study: { title: 'Three readers' } });
    if (results?.kind !== 'prototypes') throw new Error('No prototypes were merged.');
    expect(results.summary.agreement.slice(0, 2).map(({ estimate }) => estimate.value)).toEqual([
      expect.closeTo(threeReaderTruth.alpha, 9),
      expect.closeTo(threeReaderTruth.icc, 9),
    ]);
  });

  it('become one table of answers', () => {
    const lines = readAll().writeAnswersCsv(all).trimEnd().split('\r\n');
    // Two questions of 17 items by each, 3 + 3 marks as bad and 3 as best, and the head.
    expect(lines).toHaveLength(1 + 3 * 2 * 17 + 2 * 3 + 3);
  });
});

describe('a file that is refused', () => {
  const [file] = threeReaderFiles;
  const edited = structuredClone(file!);
  const scored = edited.entries.find(({ event }) => event.kind === 'answered' && event.answer.question === 'representativeness')!;
  if (scored.event.kind === 'answered') scored.event.answer.value = 5;

  it.each([
    ['malformed', JSON.stringify(file).slice(0, 4000), 'This file of answers is damaged: the file breaks off or is no JSON.'],
    ['edited', edited, `This file of answers was changed after it was written: entry ${scored.seq} does not follow from what was before it.`],
    ['foreign', { some: 'thing' }, 'This is no file of a reader’s answers: such a file is exported in review mode.'],
    ['a study', threeReaderStudy, 'This is a study, not a reader’s answers: open it in review mode to answer it.'],
    ['newer', { ...file, formatVersion: 9 }, 'This file of answers has the format version 9, and this page reads version 1: open it with a newer page.'],
  ])('is told in one sentence: %s', async (_, content, sentence) => {
    const desk = readAll();
    expect(await sentenceOf(() => desk.read(3, 'x.json', encode(content)))).toBe(sentence);
    // What was merged stays.
    expect(desk.merge(all).files.readerCount).toBe(3);
  });
});
