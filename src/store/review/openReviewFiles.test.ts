import { expect, it } from 'vitest';
import { createReaderFile } from '../../review/createReaderFile';
import { createTestLog, createTestStudy, TEST_READER, toAnswered } from '../../review/fixtures/testReview';
import type { DroppedFile } from '../droppedFile';
import { createTestReview } from './fixtures/testReview';

const study = createTestStudy();
const entries = createTestLog(study, [toAnswered('rating:morphology/0', 'clarity', 4), toAnswered('rating:morphology/1', 'clarity', 2)]);
const answers = createReaderFile(study, TEST_READER, entries, new Date('2026-03-03'));

/** A file whose name says nothing. */
function toFile(content: unknown, name = 'file.bin'): DroppedFile {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
  return { name, arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer as ArrayBuffer) };
}

async function open(...files: readonly DroppedFile[]) {
  const { actions, store } = createTestReview();
  await actions.openShelf();
  const opened = await actions.openFiles(files);
  const { shelf } = store.getState();
  return { opened, kept: shelf.status === 'ready' ? shelf : null, store, actions };
}

it('opens studies and answers by their content, whatever their names, and leaves the rest together', async () => {
  const words = toFile('No ECG.', 'a.study.json');
  const other = toFile({ some: 'other program' }, 'b.json');
  const given = toFile(answers);
  const { opened, kept } = await open(words, given, other, toFile(study));
  expect(opened).toEqual([
    { kind: 'answers', name: 'file.bin', file: answers, source: given },
    { kind: 'study', name: 'file.bin', study },
    { kind: 'others', files: [words, other] },
  ]);
  expect(kept!.studies).toEqual([study]);
  // Answers wait until the reader says what to do with them.
  expect(kept!.sessions).toEqual([]);
});

it.each([
  ['a study that was changed', { ...study, title: 'Another' }, /study was changed after it was made/],
  ['a study of a newer version', { ...study, formatVersion: 99 }, /format version 99/],
  ['a study that breaks off', JSON.stringify(study).slice(0, -9), /breaks off/],
  ['a study with an unknown field', { ...study, colour: 'red' }, /colour/],
  ['answers of which one was changed', { ...answers, entries: [entries[0], { ...entries[1], elapsedMs: 7 }] }, /entry 1 does not follow/],
  ['answers of which one was taken out', { ...answers, entries: [entries[1]] }, /entry 0 does not follow/],
  ['answers to a changed study', { ...answers, study: { ...study, title: 'Another' } }, /study/],
])('refuses %s with one sentence and keeps nothing of it', async (_, content, sentence) => {
  const { opened, kept } = await open(toFile(content, 'x.json'));
  expect(opened).toEqual([{ kind: 'refused', name: 'x.json', sentence: expect.stringMatching(/^“x\.json”: [A-Z][^\n]+\.$/) }]);
  expect(opened[0]).toMatchObject({ sentence: expect.stringMatching(sentence) });
  expect(kept).toMatchObject({ studies: [], sessions: [] });
});

it('says of a file once what became of it, also when it is opened again', async () => {
  const { actions, store } = await open(toFile(study), toFile('No ECG.'));
  const [other] = await actions.openFiles([toFile('No ECG either.', 'c.txt')]);
  expect(store.getState().opened.map(({ kind }) => kind)).toEqual(['others', 'study']);
  actions.dismissOpened(other!);
  expect(store.getState().opened.map(({ kind }) => kind)).toEqual(['study']);
});

it('says that a file cannot be opened', async () => {
  const gone: DroppedFile = { name: 'gone.json', arrayBuffer: () => Promise.reject(new Error('moved')) };
  const { opened } = await open(gone);
  expect(opened).toEqual([{ kind: 'refused', name: 'gone.json', sentence: expect.stringContaining('could not be opened') }]);
});
