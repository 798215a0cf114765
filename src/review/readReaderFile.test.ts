import { beforeAll, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createRandom } from '../../tools/synthetic/random';
import { Problem } from '../ecg/problem';
import { createReaderFile } from './createReaderFile';
import { findReviewText } from './findReviewText';
import { createTestLog, createTestReadingStudy, createTestStudy, TEST_READER, TEST_TRAINING, toAnswered } from './fixtures/testReview';
import { createEntry, hashJson, toFirstHash } from './log';
import type { ReviewEvent } from './logEntry';
import type { ReaderFile } from './readerFile';
import { readReaderFile } from './readReaderFile';

const study = createTestStudy({
  training: TEST_TRAINING,
  planted: [{ prototype: 'morphology/1', classes: ['C1'], trueClasses: ['C0'] }],
});
const events: readonly ReviewEvent[] = [
  toAnswered('rating:morphology/0', 'representativeness', 4),
  toAnswered('rating:morphology/0', 'clarity', 'cannotJudge'),
  { kind: 'undone', entry: 1 },
  toAnswered('rating:morphology/0', 'comment', 'Zeile 1\nZeile “2” \u0007 \\ "ä"'),
  { kind: 'skipped', item: 'planted:morphology/1' },
  toAnswered('pair:morphology/0:0123456789abcdef:LVH', 'match', 2),
  toAnswered('rating:morphology/2', 'reasons', ['noise', 'other']),
  toAnswered('rating:morphology/3', 'mark', 'best'),
];
const file = createReaderFile(study, TEST_READER, createTestLog(study, events), new Date('2026-03-03T08:00:00Z'));
const text = JSON.stringify(file);
const toBytes = (words: string) => new TextEncoder().encode(words);

/** A copy changed by hand. With `isSealed` the hash of all but the entries is made to fit. */
function edited(edit: (copy: ReaderFile) => void, isSealed = false): string {
  const copy = JSON.parse(text) as ReaderFile;
  edit(copy);
  if (!isSealed) return JSON.stringify(copy);
  const about = Object.fromEntries(Object.entries(copy).filter(([key]) => key !== 'entries' && key !== 'contentSha256'));
  return JSON.stringify({ ...copy, contentSha256: hashJson(about) });
}

describe('a file of answers', () => {
  it('is read as it was written', () => {
    expect(readReaderFile(text)).toEqual(file);
    const empty = createReaderFile(study, TEST_READER, [], new Date(0));
    expect(readReaderFile(JSON.stringify(empty))).toEqual(empty);
  });

  it('may be formatted anew and its keys put in another order', () => {
    const reversed = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse());
    expect(readReaderFile(JSON.stringify(reversed, null, 2))).toEqual(file);
  });

  it('is known by its content, cut or not, though it holds a study', () => {
    expect(findReviewText(toBytes(text))).toEqual({ kind: 'answers', text });
    expect(findReviewText(toBytes(text.slice(0, 60)))).toEqual({ kind: 'answers', text: text.slice(0, 60) });
    const reversed = JSON.stringify(Object.fromEntries(Object.entries(file).reverse()));
    expect(findReviewText(toBytes(reversed))?.kind).toBe('answers');
    expect(findReviewText(toBytes('{"format":"protoecg-ledger"}'))).toBeUndefined();
    expect(findReviewText(toBytes(`[${text}]`))).toBeUndefined();
  });

  it('of a reading study is read too', () => {
    const reading = createTestReadingStudy();
    const log = createTestLog(reading, [
      { kind: 'read', item: 'case:2', stage: 'first', statements: ['AFIB'], confidence: 2 },
      { kind: 'read', item: 'case:2', stage: 'final', statements: [], confidence: 4, predicted: ['NORM'] },
      { kind: 'locked' },
    ]);
    const own = createReaderFile(reading, TEST_READER, log, new Date(0));
    expect(readReaderFile(JSON.stringify(own))).toEqual(own);
  });
});

describe('of a file of answers every change is found', () => {
  let bytes: Uint8Array;

  beforeAll(() => {
    bytes = toBytes(text);
  });

  /** Whether the changed bytes are refused by a sentence; what is not refused must say the same as before. */
  function isRefused(changed: Uint8Array): boolean {
    const found = findReviewText(changed);
    if (found?.kind !== 'answers') return true;
    try {
      expect(readReaderFile(found.text)).toEqual(file);
      return false;
    } catch (thrown) {
      if (thrown instanceof Problem) return true;
      throw thrown;
    }
  }

  it('of one byte, at every place', () => {
    const { uniform } = createRandom(5);
    const accepted: string[] = [];
    for (let place = 0; place < bytes.length; place++) {
      const changed = Uint8Array.from(bytes);
      // Any other printable character, so that most edits are not already a fault of the JSON.
      changed[place] = (((bytes[place]! - 32 + Math.floor(uniform(1, 95))) % 95) + 95) % 95 + 32;
      if (!isRefused(changed)) accepted.push(text.slice(place - 5, place + 6));
    }
    expect(bytes.length).toBeGreaterThan(3000);
    expect(accepted).toEqual([]);
  });

  it('of one bit, anywhere', () => {
    const { uniform } = createRandom(6);
    for (let i = 0; i < 1500; i++) {
      const changed = Uint8Array.from(bytes);
      changed[Math.floor(uniform(0, bytes.length))]! ^= 1 << Math.floor(uniform(0, 8));
      expect(isRefused(changed)).toBe(true);
    }
  });

  it.each(events.map((_, place) => place))('when entry %i is removed, doubled, or changes places with the next', async (place) => {
    const isLast = place === events.length - 1;
    const removed = await sentenceOf(() => readReaderFile(edited(({ entries }) => entries.splice(place, 1))));
    expect(removed).toBe(
      isLast
        ? 'This file of answers was cut off after it was written: the entries after entry 6 are missing.'
        : `This file of answers was changed after it was written: entry ${place} does not follow from what was before it.`,
    );
    const changed = (at: number) => `This file of answers was changed after it was written: entry ${at} does not follow from what was before it.`;
    expect(await sentenceOf(() => readReaderFile(edited(({ entries }) => entries.splice(place, 0, entries[place]!))))).toBe(changed(place + 1));
    if (isLast) return;
    const swapped = edited(({ entries }) => entries.splice(place, 2, entries[place + 1]!, entries[place]!));
    expect(await sentenceOf(() => readReaderFile(swapped))).toBe(changed(place));
  });

  it('when an answer is edited and only its own hash made to fit', async () => {
    const forged = edited((copy) => {
      const [first] = createTestLog(study, [toAnswered('rating:morphology/0', 'representativeness', 1)]);
      copy.entries[0] = first!;
    });
    expect(await sentenceOf(() => readReaderFile(forged))).toMatch(/entry 1 does not follow/);
  });

  it('when its entries are chained but numbered otherwise', async () => {
    const { time, elapsedMs, event } = file.entries[0]!;
    const renumbered = createEntry(toFirstHash(study.contentSha256, TEST_READER), { seq: 1, time, elapsedMs, event });
    const wrong = createReaderFile(study, TEST_READER, [renumbered], new Date(0));
    expect(await sentenceOf(() => readReaderFile(JSON.stringify(wrong)))).toMatch(/entry 0 does not follow/);
  });

  it('when all entries are gone', async () => {
    expect(await sentenceOf(() => readReaderFile(edited((copy) => (copy.entries = []))))).toMatch(/its entries are missing\.$/);
  });

  it('when the reader is another, or the date', async () => {
    const sentence = 'This file of answers was changed after it was written: its date, reader or end do not match their own SHA-256.';
    expect(await sentenceOf(() => readReaderFile(edited((copy) => (copy.reader.years = 30))))).toBe(sentence);
    expect(await sentenceOf(() => readReaderFile(edited((copy) => (copy.written = '2026-03-04T08:00:00.000Z'))))).toBe(sentence);
    const resealed = edited((copy) => (copy.reader.years = 30), true);
    expect(await sentenceOf(() => readReaderFile(resealed))).toMatch(/entry 0 does not follow/);
  });

  it('when the study is another', async () => {
    const edit = (copy: ReaderFile) => (copy.study.title = 'Another');
    expect(await sentenceOf(() => readReaderFile(edited(edit, true)))).toBe(
      'This file of answers was changed after it was written: the study in it does not match its own SHA-256.',
    );
    const other = edited((copy) => (copy.study = createTestStudy({ title: 'Another' })), true);
    expect(await sentenceOf(() => readReaderFile(other))).toMatch(/entry 0 does not follow/);
  });
});

describe('a file of answers is refused in one sentence', () => {
  it.each([
    ['it breaks off', text.slice(0, -30), 'This file of answers is damaged: the file breaks off or is no JSON.'],
    ['it is of another program', '{"format":"survey-answers","entries":[]}', 'This file is no file of answers: its format is “survey-answers” instead of “protoecg-answers”.'],
    ['it is any JSON', '[1, 2]', 'This file is no file of answers: it does not say which format it has.'],
    [
      'it is newer',
      JSON.stringify({ ...file, formatVersion: 2, more: true }),
      'This file of answers has the format version 2, and this page reads version 1: open it with a newer page.',
    ],
    ['a score is none', text.replace('"value":4', '"value":6'), 'This file of answers is damaged: entries.0.event.answer.value cannot be “6”.'],
    ['a field is added', edited((copy) => Object.assign(copy.entries[1]!, { name: 'Dr. A' })), 'This file of answers is damaged: entries.1.name is unknown.'],
    ['a field is missing', edited((copy) => delete (copy.reader as Partial<ReaderFile['reader']>).role), 'This file of answers is damaged: reader.role is missing.'],
    [
      'a comment is too long',
      edited((copy) => Object.assign(copy.entries[3]!.event, { answer: { question: 'comment', value: 'x'.repeat(2001) } })),
      'This file of answers is damaged: entries.3.event.answer.value cannot have the length 2001.',
    ],
  ])('when %s', async (_, damaged, sentence) => {
    expect(await sentenceOf(() => readReaderFile(damaged))).toBe(sentence);
  });

  it.each([
    ['an item that is not asked', [toAnswered('rating:morphology/7', 'clarity', 1)], 'entry 0 is about “rating:morphology/7”, which the study does not ask'],
    ['taking back what comes later', [{ kind: 'undone', entry: 0 }], 'entry 0 takes back entry 0, which comes later'],
    ['going on after the end', [{ kind: 'locked' }, { kind: 'skipped', item: 'rating:morphology/0' }], 'entry 1 follows after the reader was done'],
  ] as const)('when its chain holds, but the log speaks of %s', async (_, told, fault) => {
    const wrong = createReaderFile(study, TEST_READER, createTestLog(study, told as readonly ReviewEvent[]), new Date(0));
    expect(await sentenceOf(() => readReaderFile(JSON.stringify(wrong)))).toBe(`This file of answers contradicts itself: ${fault}.`);
  });

  it('when a reading study is answered as one of prototypes', async () => {
    const reading = createTestReadingStudy();
    const log = createTestLog(reading, [toAnswered('pair:morphology/0:0123456789abcdef:LVH', 'match', 2)]);
    expect(await sentenceOf(() => readReaderFile(JSON.stringify(createReaderFile(reading, TEST_READER, log, new Date(0)))))).toMatch(/does not ask/);
  });

  it('when its study contradicts itself', async () => {
    const wrong = createReaderFile(createTestStudy({ gate: 0.5 }), TEST_READER, [], new Date(0));
    expect(await sentenceOf(() => readReaderFile(JSON.stringify(wrong)))).toBe(
      'This file of answers contradicts itself: there is a gate but no training item.',
    );
  });
});
