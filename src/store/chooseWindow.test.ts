import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { toExcerpt } from '../ecg/excerpt';
import { Problem } from '../ecg/problem';
import type { RecordingSource } from '../ecg/recordingSource';
import { measureEcg } from '../signal/measure/measureEcg';
import type { Overview } from '../signal/overview';
import type { AppStore } from './appStore';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPage } from './fixtures/testPage';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from './fixtures/testWorld';
import { findEntry } from './worklist';

const long = createSyntheticEcg({ seed: 1, samplingRateHz: 100, seconds: 38.5 });

/** Best from 12 s on. */
const overview: Overview = {
  lead: 'II',
  durationSeconds: 38.5,
  minMv: new Float32Array(1),
  maxMv: new Float32Array(1),
  windows: {
    seconds: 10,
    stepSeconds: 1,
    quality: Float32Array.from({ length: 29 }, (_, start) => (start < 12 ? 0.5 : 1)),
    stepQuality: new Float32Array(39).fill(1),
  },
};

/** A page with a long recording, read; its prediction still runs. */
async function openLong(world: TestWorld): Promise<AppStore> {
  const page = await openPage(world);
  world.loads[0]!.resolve(one);
  void page.actions.openFiles([droppedFile('long.hea')]);
  await settle();
  world.reads[0]!.resolve(long);
  await settle();
  return page;
}

const createLongWorld = (overrides = {}) => createTestWorld({ readOverview: async () => overview, ...overrides });

function openOf(page: AppStore) {
  const { recording } = page.store.getState();
  if (recording.status !== 'ready') throw new Error('not open');
  return recording;
}

/** Lets everything end that waits for an idle moment. */
async function rest(world: TestWorld): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    world.idleMoments.splice(0).forEach((go) => go());
    await settle();
  }
}

describe('a recording longer than ten seconds', () => {
  it('is used where it is recorded best: that is what the network reads and what is measured', async () => {
    const world = createLongWorld();
    const page = await openLong(world);
    await rest(world);
    const excerpt = toExcerpt(long, 1200, 1000);
    expect(openOf(page)).toMatchObject({ ecg: excerpt, whole: { startSeconds: 12, best: { startSeconds: 12, ecg: excerpt }, overview } });
    expect(world.predictions.map(({ argument }) => argument)).toEqual([excerpt.leads.I]);
    expect(page.store.getState().measurements).toEqual({ status: 'ready', measured: measureEcg(excerpt) });
  });

  it('has no overview where it is no longer', async () => {
    const world = createLongWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('short.hea')]);
    await settle();
    const short = testEcg(2);
    world.reads[0]!.resolve(short);
    await settle();
    expect(openOf(page).ecg).toBe(short);
    expect(openOf(page)).not.toHaveProperty('whole');
  });
});

describe('another window', () => {
  it('is read, computed and measured anew; the statement under study stays, what was placed on the paper by hand goes', async () => {
    const world = createLongWorld();
    const page = await openLong(world);
    world.predictions[0]!.resolve(createTestPrediction(one));
    await rest(world);
    page.actions.selectStatement('LVH');
    page.actions.startCalipers('V2', [1, 2]);
    page.actions.magnify(2);
    void page.actions.chooseWindow(20);
    await settle();
    const excerpt = toExcerpt(long, 2000, 1000);
    expect(openOf(page)).toMatchObject({ ecg: excerpt, whole: { startSeconds: 20, best: { startSeconds: 12 } } });
    expect(findEntry(page.store.getState(), 1)?.recording).toBe(openOf(page));
    expect(page.store.getState()).toMatchObject({
      inference: { status: 'running' },
      measurements: { status: 'measuring' },
      selection: { status: 'statement', code: 'LVH', prototype: null },
      sheet: { calipers: null, magnification: 2 },
    });
    expect(world.predictions[1]!.argument).toEqual(excerpt.leads.I);
    world.predictions[1]!.resolve(createTestPrediction(one));
    await rest(world);
    expect(page.store.getState()).toMatchObject({
      inference: { status: 'ready', input: excerpt.leads.I },
      measurements: { status: 'ready', measured: measureEcg(excerpt) },
      selection: { code: 'LVH', prototype: expect.objectContaining({ index: expect.any(Number) }) },
    });
  });

  it.each([
    [-4, 0],
    [100, 28.5],
  ])('asked for at %d s starts at %d s', async (wanted, start) => {
    const page = await openLong(createLongWorld());
    await page.actions.chooseWindow(12);
    void page.actions.chooseWindow(wanted);
    await settle();
    expect(openOf(page).whole?.startSeconds).toBe(start);
    expect(openOf(page).ecg).toEqual(toExcerpt(long, start * 100, 1000));
  });

  it('that is the one in use changes nothing', async () => {
    const world = createLongWorld();
    const page = await openLong(world);
    const before = page.store.getState();
    await page.actions.chooseWindow(12);
    expect(page.store.getState()).toBe(before);
  });

  it('makes what runs for the one before come too late', async () => {
    const measures: ((value: ReturnType<typeof measureEcg>) => void)[] = [];
    const world = createLongWorld({ measureEcg: () => new Promise((resolve) => measures.push(resolve)) });
    const page = await openLong(world);
    await rest(world);
    void page.actions.chooseWindow(20);
    await rest(world);
    world.predictions[0]!.resolve(createTestPrediction(one));
    measures[0]!(measureEcg(toExcerpt(long, 1200, 1000)));
    await settle();
    expect(page.store.getState()).toMatchObject({ inference: { status: 'running' }, measurements: { status: 'measuring' } });
    const measured = measureEcg(toExcerpt(long, 2000, 1000));
    measures[1]!(measured);
    await settle();
    expect(page.store.getState().measurements).toEqual({ status: 'ready', measured });
  });
});

/** A world whose long recording is read in parts only when the test says so. */
async function openSlow() {
  const reads: { readonly first: number; readonly answer: () => void; readonly fail: () => void }[] = [];
  const world = createLongWorld();
  const page = await openLong(world);
  await rest(world);
  const recording = openOf(page);
  const source: RecordingSource = {
    samplingRateHz: 100,
    sampleCount: 3850,
    readExcerpt: (first, count) =>
      new Promise((resolve, reject) =>
        reads.push({ first, answer: () => resolve(toExcerpt(long, first, count)), fail: () => reject(new Problem('The file was moved.')) }),
      ),
  };
  const slow = { ...recording, whole: { ...recording.whole!, source } };
  page.store.setState(({ worklist }) => ({
    recording: slow,
    worklist: { ...worklist, entries: worklist.entries.map((entry) => ({ ...entry, recording: slow })) },
  }));
  return { world, page, reads };
}

describe('a window that takes time to read', () => {
  it('gives way to a newer choice', async () => {
    const { page, reads } = await openSlow();
    void page.actions.chooseWindow(20);
    void page.actions.chooseWindow(25);
    reads[1]!.answer();
    await settle();
    reads[0]!.answer();
    await settle();
    expect(openOf(page).whole?.startSeconds).toBe(25);
    expect(openOf(page).ecg).toEqual(toExcerpt(long, 2500, 1000));
  });

  it('is kept for its recording where another was opened meanwhile, or is on its way', async () => {
    const { world, page, reads } = await openSlow();
    void page.actions.chooseWindow(20);
    void page.actions.openFiles([droppedFile('2.hea')]);
    await settle();
    reads[0]!.answer();
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'reading', before: { whole: { startSeconds: 20 } } });
    world.reads[1]!.reject(new Problem('This is no ECG.'));
    await settle();
    expect(openOf(page).whole?.startSeconds).toBe(20);
    void page.actions.chooseWindow(22);
    void page.actions.openFiles([droppedFile('3.hea')]);
    await settle();
    world.reads[2]!.resolve(testEcg(3));
    await settle();
    reads[1]!.answer();
    await settle();
    expect(openOf(page).names).toEqual(['3.hea']);
    expect(findEntry(page.store.getState(), 1)).toMatchObject({ recording: { whole: { startSeconds: 22 } }, results: { inference: { status: 'running' } } });
  });

  it('is forgotten with its recording, and where it cannot be read the one before stays', async () => {
    const { page, reads } = await openSlow();
    void page.actions.chooseWindow(20);
    reads[0]!.fail();
    await settle();
    expect(openOf(page).whole?.startSeconds).toBe(12);
    expect(page.store.getState().notices.map(({ content }) => content)).toEqual([
      { kind: 'refused', names: ['long.hea'], sentence: 'The file was moved.' },
    ]);
    void page.actions.chooseWindow(21);
    void page.actions.closeRecording();
    await settle();
    reads[1]!.answer();
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { status: 'empty' }, worklist: { entries: [] } });
  });
});
