// @vitest-environment jsdom
import { act, Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import type { Ecg } from '../../../ecg/ecg';
import { toExcerpt } from '../../../ecg/excerpt';
import { toCaseSha256 } from '../../../review/reading/toCaseSha256';
import { createTestReadingStudy } from '../../../review/fixtures/testReadingStudy';
import type { ReadingStudy } from '../../../review/study';
import type { AppStore } from '../../../store/appStore';
import { openPage, one } from '../../../store/fixtures/testPage';
import { createTestPrediction } from '../../../store/fixtures/testPack';
import { createTestWorld, droppedFile, settle, testEcg, type TestWorld } from '../../../store/fixtures/testWorld';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { loadEvidence } from '../../evidence/LazyEvidence';
import { ReviewProvider, useReviewState } from '../../ReviewContext';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { ReadingSession } from './ReadingSession';

// It is loaded on demand: here it must be there at once.
await loadEvidence();

/** Lets what takes its time, such as hashing, come, and what React makes of it. */
const waitFor = (check: () => void) =>
  vi.waitFor(
    async () => {
      await act(() => new Promise((done) => setTimeout(done, 5)));
      check();
    },
    { timeout: 20_000, interval: 0 },
  );

/** The last is of no study. */
const ECGS = [testEcg(1), testEcg(2), testEcg(3)];
const device = { ventricularRatePerMinute: 77, qtc: [] };

let world: TestWorld;
let page: AppStore;
let review: ReviewStore;
let clock: number;

beforeEach(async () => {
  stubBrowser();
  clock = 0;
  world = createTestWorld({ untilIdle: () => Promise.resolve() });
  page = await openPage(world);
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

async function createStudy(change: Partial<ReadingStudy> = {}): Promise<ReadingStudy> {
  const hashes = await Promise.all(ECGS.slice(0, 2).map(toCaseSha256));
  const cases = [['SR'], ['AFIB']].map((truth, i) => ({ ecgSha256: hashes[i]!, label: `Case ${i + 1}`, truth }));
  return createTestReadingStudy([], { cases, ...change });
}

function OpenSession() {
  const open = useReviewState((state) => state.open);
  return open?.kind === 'reading' ? <ReadingSession open={open} /> : null;
}

/** Begins a study as a reader and shows the session. */
async function begin(study: ReadingStudy): Promise<void> {
  review = createTestReview({ watchMs: () => clock });
  await review.actions.begin(study, { role: 'resident', years: 3 });
  const loaded = Promise.resolve(review);
  await answer(() =>
    renderPage(
      page,
      <ReviewProvider value={() => loaded}>
        <Suspense>
          <OpenSession />
        </Suspense>
      </ReviewProvider>,
    ),
  );
}

/** Gives the files and waits until the page knows which ECGs they are. */
async function giveFiles(): Promise<void> {
  await answer(() => void page.actions.openFiles(['AFIB-secret-a.hea', 'AFIB-secret-b.hea'].map(droppedFile)));
  for (let i = 0; i < 2; i++) await readFile(i, { ...ECGS[i]!, deviceMeasurements: device as never });
  await waitFor(() => expect(document.body.textContent).not.toMatch(/Reading a file|Reading \d files/));
}

async function readFile(nth: number, ecg: Ecg): Promise<void> {
  await waitFor(() => expect(world.reads.length).toBeGreaterThan(nth));
  await answer(() => world.reads[nth]!.resolve(ecg));
}

const button = (name: string | RegExp) => findNamed('button', name);
const html = () => document.body.innerHTML;
const entries = () => review.store.getState().open!.entries.map(({ event, elapsedMs }) => ({ event, elapsedMs }));

async function choose(code: string): Promise<void> {
  await press(findNamed('.statement-options [role=option]', new RegExp(`^${code} `)));
}

async function key(name: string, target: Element = document.querySelector('.paper-scroll')!): Promise<void> {
  await answer(() => target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
}

async function openModel(): Promise<void> {
  await answer(() => world.loads[0]!.resolve(one));
}

it('tells which ECGs are here, which are missing and which are foreign, and begins with what is here', async () => {
  await begin(await createStudy());
  expect(html()).toContain('0 of 2 ECGs are here.');
  await openModel();
  await answer(() => void page.actions.openFiles([droppedFile('b.hea'), droppedFile('x.hea')]));
  await readFile(0, ECGS[1]!);
  await readFile(1, ECGS[2]!);
  await waitFor(() => expect(html()).toContain('not of this study and will not be shown: x.'));
  expect(html()).toContain('1 of 2 ECGs are here.');
  expect(html()).toContain('Not here yet: Case 1.');

  await press(button('Begin'));
  expect(document.querySelector('.reading-head strong')!.textContent).toBe('Case 2');
  expect(page.store.getState().worklist.openId).toBe(1);
});

it('finds a long recording by its best ten seconds and shows those, whatever was chosen in read mode', async () => {
  const long = createSyntheticEcg({ seed: 9, samplingRateHz: 100, seconds: 38 });
  const cases = [{ ecgSha256: await toCaseSha256(toExcerpt(long, 0, 1000)), label: 'Long', truth: ['SR'] }];
  await begin(await createStudy({ cases }));
  await openModel();
  await answer(() => void page.actions.openFiles([droppedFile('long.hea')]));
  await readFile(0, long);
  await answer(() => void page.actions.chooseWindow(20));
  expect(page.store.getState().recording).toMatchObject({ whole: { startSeconds: 20 } });
  await waitFor(() => expect(html()).toContain('it is here.'));
  await press(button('Begin'));
  await waitFor(() => expect(document.querySelector('.case-reading')).not.toBeNull());
  expect(page.store.getState().recording).toMatchObject({ whole: { startSeconds: 0 }, ecg: toExcerpt(long, 0, 1000) });
  expect(document.querySelector('.overview-strip')).toBeNull();
});

it('shows in the first stage nothing of the prediction, of the file and of the device', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  await waitFor(() => expect(document.querySelector('.measurement-line')).not.toBeNull());
  const before = html();
  expect(page.store.getState().inference.status).toBe('running');

  await answer(() => world.predictions.forEach(({ resolve }) => resolve(createTestPrediction(one))));
  await answer(settle);
  expect(page.store.getState().inference.status).toBe('ready');
  expect(page.store.getState().selection.status).toBe('statement');
  // Not a single character tells that there is a prediction.
  expect(html()).toBe(before);
  expect(before).not.toMatch(/secret|Device|robability|morphology|At the match|As the model saw it/);
  expect(document.querySelectorAll('.evidence, .paper-evidence, .probability-bar')).toHaveLength(0);
});

it('takes the first reading by keys, then shows the explanation beside it, takes the final one and goes on', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  clock = 500;
  await press(button('Begin'));
  expect(document.activeElement!.className).toBe('paper-scroll');
  await answer(() => world.predictions.forEach(({ resolve }) => resolve(createTestPrediction(one))));

  clock = 9500;
  const handIn = () => button(/^Hand in/) as HTMLButtonElement;
  await key('Enter');
  expect(handIn().disabled).toBe(true);
  expect(entries()).toEqual([]);
  await choose('SR');
  await key('4');
  await key('2', document.querySelector('.search input')!);
  expect(document.querySelector('.confidence')!.textContent).toContain('sure');
  expect(handIn().disabled).toBe(false);
  await key('Enter');
  const first = { kind: 'read', item: 'case:0', stage: 'first', statements: ['SR'], confidence: 4 };
  expect(entries()).toEqual([{ event: first, elapsedMs: 9000 }]);

  expect(html()).toContain('First reading: SR; confidence 4.');
  expect(document.querySelector('.evidence')).not.toBeNull();
  expect(document.querySelectorAll('.model-statements .probability-bar')).toHaveLength(4);
  expect(html()).not.toMatch(/secret|Device/);
  clock = 15500;
  await key('Enter');
  expect(entries()).toHaveLength(1);
  await press(button('Change the statements'));
  await choose('LVH');
  await key('5');
  await key('Enter');
  const predicted = one.manifest.statements.filter((_, i) => createTestPrediction(one).probabilities[i]! >= 0.5).map(({ code }) => code);
  expect(entries()[1]).toEqual({
    event: { kind: 'read', item: 'case:0', stage: 'final', statements: ['SR', 'LVH'], confidence: 5, predicted: expect.arrayContaining(predicted) },
    elapsedMs: 6000,
  });
  expect(document.querySelector('.reading-head strong')!.textContent).toBe('Case 2');
  expect(html()).toContain('1 of 2 read');
  expect(html()).toContain('First reading: the ECG alone');
  expect(html()).toContain('None chosen yet');
});

it('takes “none of these” only when it is said, and takes it back with the first statement', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  await key('3');
  expect((button(/^Hand in/) as HTMLButtonElement).disabled).toBe(true);
  await press(button('None of these'));
  expect((button(/^Hand in/) as HTMLButtonElement).disabled).toBe(false);
  await choose('AFIB');
  expect(button('None of these').getAttribute('aria-pressed')).toBe('false');
  await press(button('Take off'));
  await press(button('None of these'));
  await press(button(/^Hand in/));
  expect(entries()[0]!.event).toMatchObject({ statements: [], confidence: 3 });
});

it('puts an ECG aside before its first reading only, and comes back to it', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  await press(button('Put aside for later'));
  expect(document.querySelector('.reading-head strong')!.textContent).toBe('Case 2');
  await choose('SR');
  await key('1');
  await key('Enter');
  expect(html()).not.toContain('Put aside for later');
});

it('leaves an ECG that the model cannot explain as it was read, and says so', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  await answer(() => world.predictions.forEach(({ reject }) => reject(new Error('no memory'))));
  expect(html()).not.toContain('no memory');
  await choose('SR');
  await key('1');
  await key('Enter');
  expect(document.querySelector('.reader-panel [role=alert]')!.textContent).toContain('no memory');
  await press(button('Go on'));
  expect(document.querySelector('.reading-head strong')!.textContent).toBe('Case 2');
  expect(html()).toContain('1 of 2 read');
});

it('waits for the study’s own model', async () => {
  await begin(await createStudy({ pack: { name: 'two', title: 'The other', sha256: 'f'.repeat(64) } }));
  await openModel();
  await giveFiles();
  expect(html()).toContain('This study is explained by The other (ffffffff); open here is one.');
  expect(() => button('Begin')).toThrow();
  await press(button('Open The other'));
  expect(world.loads[1]!.argument).toBe('models/two/');
});

it('closes what was not finished when the reader leaves, so that read mode shows no prediction of it', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  closePage();
  await settle();
  expect(page.store.getState().worklist).toEqual({ entries: [], openId: null, closed: null });
  expect(review.store.getState().open).toMatchObject({ kind: 'reading', place: null });
  expect(page.store.getState().notices.filter(({ content }) => content.kind === 'closed')).toEqual([]);
});

it('says when all is read', async () => {
  await begin(await createStudy());
  await openModel();
  await giveFiles();
  await press(button('Begin'));
  await answer(() => world.predictions.forEach(({ resolve }) => resolve(createTestPrediction(one))));
  for (let i = 0; i < 2; i++) {
    await choose('SR');
    await key('3');
    await key('Enter');
    await waitFor(() => world.predictions.forEach(({ resolve }) => resolve(createTestPrediction(one))));
    await answer(settle);
    await key('3');
    await key('Enter');
  }
  expect(html()).toContain('All 2 ECGs are read.');
  expect(entries()).toHaveLength(4);
});
