// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPrototypeStudy } from '../../../review/createPrototypeStudy';
import { createReaderFile } from '../../../review/createReaderFile';
import { createTestLog, TEST_READER, toAnswered } from '../../../review/fixtures/testReview';
import type { Study } from '../../../review/study';
import { type AppStore, createAppStore } from '../../../store/appStore';
import { createTestPack } from '../../../store/fixtures/testPack';
import { createTestWorld } from '../../../store/fixtures/testWorld';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import type { ReviewDeps } from '../../../store/review/deps';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { saveFile } from '../../saveFile';
import { OpenedFiles } from '../OpenedFiles';
import { HomePage } from './HomePage';

vi.mock('../../saveFile', () => ({ saveFile: vi.fn() }));

const pack = createTestPack({ name: 'one' });
const study = createStudy('Are they typical?');

function createStudy(title: string, from = pack): Study {
  return createPrototypeStudy(from, {
    title,
    created: new Date('2026-02-01'),
    seed: 'seed',
    roles: ['cardiologist', 'resident'],
    synchronisation: null,
    selection: { rule: 'all', countPerClass: null },
    classes: null,
    questions: ['representativeness', 'clarity'],
    isClassHidden: true,
    repeatShare: 0,
    plantedCount: 0,
    training: [],
    gate: null,
  });
}

/** Review mode's start with a model open, and what the reader has given so far. */
async function openHome(overrides: Partial<ReviewDeps> = {}): Promise<{ page: AppStore; review: ReviewStore }> {
  const world = createTestWorld();
  const page = createAppStore(world.deps);
  const review = createTestReview(overrides);
  await answer(() => void page.actions.openPacks(null));
  await answer(() => world.loads[0]!.resolve(pack));
  renderPage(page, <><OpenedFiles /><HomePage /></>, review);
  await answer(() => void review.actions.openShelf());
  return { page, review };
}

async function give({ review }: { review: ReviewStore }, content: unknown, name = 'file.json'): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  await act(async () => void (await review.actions.openFiles([{ name, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) }])));
}

const card = () => findNamed('article', /Are they typical\?/);
const words = () => document.body.textContent;

beforeEach(() => {
  stubBrowser();
  window.location.hash = '#review';
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
  vi.mocked(saveFile).mockClear();
});

it('teaches one thing where nothing was begun, and offers the review of the open model', async () => {
  await openHome();
  expect(words()).toContain('A study is one small file.');
  expect(words()).toContain('All prototypes of one');
  await press(findNamed('button', 'Begin'));
  expect(window.location.hash).toBe('#review/session/own');
});

it('says that nothing outlives the page where the browser keeps nothing', async () => {
  await openHome({ forgetful: 'This window is private.' });
  expect(findNamed('[role=status]', 'This window is private.')).toBeTruthy();
});

it('shows what a study asks as soon as its file is opened, and begins it only with a role', async () => {
  const home = await openHome();
  await give(home, study);
  expect(card().textContent).toMatch(/how typical it is of its class, and how clear its signal is/);
  expect(card().textContent).toMatch(/6 items: about 4 min, an estimate/);
  expect(card().textContent).toMatch(/hidden until you have named it/);
  expect(card().textContent).toMatch(/open here/);
  expect(document.activeElement?.textContent).toBe('Are they typical?');

  const begin = () => [...card().querySelectorAll('button')].find(({ textContent }) => textContent === 'Begin')!;
  expect(begin().disabled).toBe(true);
  await press(card().querySelector<HTMLElement>('input[type=radio][value=resident]')!);
  expect(begin().disabled).toBe(false);
  await press(begin());
  const { shelf } = home.review.store.getState();
  expect(shelf).toMatchObject({ sessions: [{ reader: { role: 'resident', years: null }, study: { title: study.title } }] });
  expect(window.location.hash).toBe(`#review/session/${home.review.store.getState().open!.id}`);
});

it('does not begin a study of another model, and says why', async () => {
  const home = await openHome();
  await give(home, createStudy('Are they typical?', { ...createTestPack({ name: 'two' }), sha256: 'f'.repeat(64) }));
  expect(card().textContent).toContain('not open here');
  await press(card().querySelector<HTMLElement>('input[type=radio]')!);
  expect(findNamed('button', 'Begin', card())).toMatchObject({ disabled: true });
  expect(findNamed('button', 'Open the model two', card())).toBeTruthy();
});

it('tells how far a reader is, exports the answers, and says until then that they are not exported', async () => {
  const home = await openHome();
  await give(home, study);
  await answer(() => void home.review.actions.begin(study, { role: 'cardiologist', years: 12 }));
  const { item } = home.review.store.getState().open as { item: { id: string } };
  await answer(() => void home.review.actions.answer({ question: 'class', value: 'SR' }));
  await answer(() => void home.review.actions.answer({ question: 'representativeness', value: 4 }, { question: 'clarity', value: 5 }));
  await answer(() => void home.review.actions.openShelf());
  expect(item.id).toMatch(/^rating:/);
  expect(card().textContent).toMatch(/cardiologist, 12 years.*1 of 6.*3 answers not exported/);

  await press(findNamed('button', 'Export the answers of cardiologist, 12 years'));
  await press(findNamed('[role=menuitem]', /JSON/));
  const [name, blob] = vi.mocked(saveFile).mock.calls[0]!;
  expect(name).toBe('are-they-typical-0000000000000001.answers.json');
  expect(blob.type).toBe('application/json');
  expect(card().textContent).toContain('All exported');

  await press(findNamed('button', 'Export the answers of cardiologist, 12 years'));
  await press(findNamed('[role=menuitem]', /Answers as a table/));
  expect(vi.mocked(saveFile).mock.calls[1]![0]).toBe('are-they-typical-0000000000000001.answers.csv');
});

it('locks only after it was asked, and says what is still open', async () => {
  const home = await openHome();
  await give(home, study);
  await answer(() => void home.review.actions.begin(study, { role: 'cardiologist', years: null }));
  await answer(() => void home.review.actions.answer({ question: 'class', value: 'SR' }));
  await answer(() => void home.review.actions.openShelf());
  await press(findNamed('button', /^I am done/));
  expect(findNamed('[role=alertdialog]', /6 of 6 are not answered yet/)).toBeTruthy();
  await press(findNamed('button', 'Not now', findNamed('[role=alertdialog]', /./)));
  expect(card().textContent).not.toContain('locked');

  await press(findNamed('button', /^I am done/));
  await press(findNamed('button', 'Lock'));
  await vi.waitFor(() => expect(card().textContent).toContain('Done and locked'));
  expect([...card().querySelectorAll('button')].some(({ textContent }) => textContent === 'I am done')).toBe(false);
  expect(home.review.store.getState().open).toBeNull();
});

it('shows nothing of what is in answers, and goes on with them only when asked', async () => {
  const home = await openHome();
  const entries = createTestLog(study, [toAnswered('rating:rhythm/0', 'comment', 'A secret thought.')]);
  await give(home, createReaderFile(study, TEST_READER, entries, new Date('2026-03-03')), 'answers.json');
  expect(words()).toContain('1 answer to “Are they typical?” (cardiologist, 12 years).');
  expect(words()).not.toContain('secret');
  expect(home.review.store.getState().shelf).toMatchObject({ sessions: [] });
  await press(findNamed('button', 'Go on here with answers.json'));
  await vi.waitFor(() => expect(home.review.store.getState().shelf).toMatchObject({ sessions: [{ reader: TEST_READER, entryCount: 1 }] }));
});

it('says in one sentence what is wrong with a file, until it is put aside', async () => {
  const home = await openHome();
  await give(home, { ...study, title: 'Changed' }, 'x.json');
  expect(document.querySelector('[role=alert]')!.textContent).toMatch(/^“x\.json”: This study was changed/);
  await press(findNamed('button', 'Dismiss this message'));
  expect(document.querySelector('[role=alert]')).toBeNull();
  await give(home, 'No study.', 'y.txt');
  expect(words()).toContain('“y.txt” is no study and no answers file. An ECG is opened in Read.');
  await press(findNamed('button', 'Open in Read'));
  expect(window.location.hash).toBe('');
  expect(home.page.store.getState().recording.status).toBe('reading');
});
