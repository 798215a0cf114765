import { describe, expect, it } from 'vitest';
import type { EcgFile } from '../ecg/ecgFile';
import { Problem } from '../ecg/problem';
import { type MissingFact, NeedsFacts, type StatedFacts } from '../ecg/statedFacts';
import type { AppStore } from './appStore';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPage } from './fixtures/testPage';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from './fixtures/testWorld';
import { findAlike, findAskedOnPage } from './questions';
import { findShownRecording } from './selectors';
import { worklistPlace, worklistRows } from './worklistSelectors';

const RATE: MissingFact = { fact: 'samplingRateHz', sampleCount: 5000, offers: [500] };
const unitOf = (typicalSpan: number): MissingFact => ({ fact: 'microvoltsPerUnit', typicalSpan, offers: [{ unit: 'µV', microvoltsPerUnit: 1 }] });
const ordersOf = (leadCount: number): MissingFact => ({ fact: 'leadOrder', leadCount, offers: [] });

/** A world whose tables (.csv) ask for what `missingOf` says until it is stated; at 1,000 Hz they are too short. */
function createAskingWorld(missingOf: (name: string) => readonly MissingFact[] = () => [RATE]): TestWorld & { readonly given: StatedFacts[] } {
  const given: StatedFacts[] = [];
  const readEcg = ([file]: readonly EcgFile[], stated: StatedFacts = {}) => {
    if (!file!.name.endsWith('.csv')) return Promise.resolve(testEcg(1));
    given.push(stated);
    const missing = missingOf(file!.name).filter(({ fact }) => stated[fact] === undefined);
    if (missing.length > 0) return Promise.reject(new NeedsFacts(`${file!.name} does not say all.`, missing));
    if (stated.samplingRateHz === 1000) return Promise.reject(new Problem(`${file!.name} is 5 s long.`));
    return Promise.resolve(testEcg(stated.samplingRateHz ?? 2));
  };
  return { ...createTestWorld({ readEcg }), given };
}

async function openOn(world: TestWorld, ...names: string[]): Promise<AppStore> {
  const page = await openPage(world);
  world.loads[0]!.resolve(one);
  await settle();
  void page.actions.openFiles(names.map((name) => droppedFile(name)));
  await settle();
  return page;
}

async function rest(world: TestWorld): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    world.idleMoments.splice(0).forEach((end) => end());
    await settle();
  }
}

const askedOn = ({ store }: AppStore) => findAskedOnPage(store.getState())?.names.join() ?? null;
const statesOf = ({ store }: AppStore) => worklistRows(store.getState()).map(({ state }) => state.status);

describe('a recording whose files do not say everything', () => {
  it('asks where it would be drawn, and is read with the answers', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'a.csv');
    expect(page.store.getState().recording).toMatchObject({ status: 'asking', names: ['a.csv'], before: null });
    expect(askedOn(page)).toBe('a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    // The questions stay on the page while it is read.
    expect(askedOn(page)).toBe('a.csv');
    await settle();
    const { recording } = page.store.getState();
    expect(askedOn(page)).toBeNull();
    expect(recording).toMatchObject({ status: 'ready', ecg: testEcg(500), answered: { questions: { stated: { samplingRateHz: 500 } } } });
    expect(world.given).toEqual([{}, { samplingRateHz: 500 }]);
  });

  it('keeps the answers to what it asked first when it asks for more', async () => {
    const asks: MissingFact[] = [RATE];
    const world = createAskingWorld(() => asks);
    const page = await openOn(world, 'a.csv');
    asks.push(unitOf(1000));
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await settle();
    expect(findAskedOnPage(page.store.getState())!.recording).toMatchObject({ questions: { missing: [RATE, unitOf(1000)], stated: { samplingRateHz: 500 } } });
    void page.actions.stateFacts(1, { microvoltsPerUnit: 1 });
    await settle();
    expect(world.given.at(-1)).toEqual({ samplingRateHz: 500, microvoltsPerUnit: 1 });
    expect(page.store.getState().recording.status).toBe('ready');
  });

  it('asks again, saying why, where it cannot be read with what was stated', async () => {
    const page = await openOn(createAskingWorld(), 'a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 1000 });
    await settle();
    expect(findAskedOnPage(page.store.getState())!.recording).toMatchObject({ status: 'asking', questions: { refusal: 'a.csv is 5 s long.' } });
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await settle();
    expect(page.store.getState().recording.status).toBe('ready');
  });

  it('is refused with its sentence when it is put aside, and asks again when it is given again', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'a.csv');
    await page.actions.putAside(1);
    expect(page.store.getState()).toMatchObject({ recording: { status: 'failed', sentence: 'a.csv does not say all.' }, worklist: { entries: [] } });
    void page.actions.openFiles([droppedFile('a.csv')]);
    await settle();
    expect(askedOn(page)).toBe('a.csv');
  });

  it('gives way to the ECG before it', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'x.hea');
    const before = findShownRecording(page.store.getState());
    void page.actions.openFiles([droppedFile('a.csv')]);
    await settle();
    expect(askedOn(page)).toBe('a.csv');
    expect(worklistPlace(page.store.getState())).toMatchObject({ position: 2, previousId: 1 });
    await page.actions.openEntry(1);
    expect(page.store.getState().recording).toBe(before);
    await page.actions.openEntry(2);
    expect(askedOn(page)).toBe('a.csv');
    void page.actions.putAside(2);
    await settle();
    expect(page.store.getState().recording).toBe(before);
    expect(statesOf(page)[1]).toBe('refused');
    void page.actions.openFiles([droppedFile('a.csv')]);
    await settle();
    expect(askedOn(page)).toBe('a.csv');
  });

  it('leaves the page when it is closed, for the ECG before it or the next', async () => {
    const page = await openOn(createAskingWorld(), 'a.csv', 'b.csv', 'x.hea');
    void page.actions.closeEntry(1);
    await settle();
    expect(askedOn(page)).toBe('b.csv');
    // Another one that is closed takes nothing off the page.
    void page.actions.closeEntry(3);
    await settle();
    expect(askedOn(page)).toBe('b.csv');
    void page.actions.undoClosing();
    await settle();
    void page.actions.openEntry(3);
    await settle();
    void page.actions.openEntry(2);
    await settle();
    void page.actions.closeEntry(2);
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'ready', names: ['x.hea'] });
  });
});

describe('what was stated', () => {
  it('can be changed, and what was made with it is past', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await settle();
    world.predictions[0]!.resolve(createTestPrediction(one));
    await settle();
    expect(page.store.getState().inference.status).toBe('ready');
    page.actions.reviseFacts(1);
    expect(askedOn(page)).toBe('a.csv');
    void page.actions.putAside(1);
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { ecg: testEcg(500) }, inference: { status: 'ready' } });

    page.actions.reviseFacts(1);
    void page.actions.stateFacts(1, { samplingRateHz: 250 });
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { ecg: testEcg(250) }, inference: { status: 'running' } });
    expect(world.predictions[1]!.argument).toEqual(testEcg(250).leads.I);
  });

  it('takes the ECG off the page where it is changed to what cannot be', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await settle();
    void page.actions.stateFacts(1, { samplingRateHz: 1000 });
    await settle();
    void page.actions.putAside(1);
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { status: 'failed', sentence: 'a.csv is 5 s long.' }, inference: { status: 'empty' } });
  });

  it('leaves no measurement of the ECG before', async () => {
    const world = createAskingWorld();
    const finish: (() => void)[] = [];
    const measureEcg: TestWorld['deps']['measureEcg'] = async (ecg) => {
      await new Promise<void>((resolve) => finish.push(resolve));
      return world.deps.measureEcg(ecg);
    };
    const page = await openOn({ ...world, deps: { ...world.deps, measureEcg } }, 'a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await rest(world);
    void page.actions.stateFacts(1, { samplingRateHz: 250 });
    await rest(world);
    finish[0]!();
    await settle();
    expect(page.store.getState().measurements.status).toBe('measuring');
  });

  it('holds for all that ask the same, and for no others', async () => {
    const asks: Readonly<Record<string, readonly MissingFact[]>> = {
      'a.csv': [RATE, unitOf(1200), ordersOf(12)],
      'b.csv': [RATE, unitOf(2900), ordersOf(12)],
      'millivolts.csv': [RATE, unitOf(1.2), ordersOf(12)],
      'eight.csv': [RATE, unitOf(1200), ordersOf(8)],
      'unit.csv': [unitOf(1200)],
    };
    const world = createAskingWorld((name) => asks[name]!);
    const page = await openOn(world, ...Object.keys(asks));
    await rest(world);
    expect(statesOf(page)).toEqual(Array.from({ length: 5 }, () => 'asking'));
    const alike = findAlike(page.store.getState(), 1);
    expect(alike).toEqual([2]);
    void page.actions.stateFacts(1, { samplingRateHz: 500, microvoltsPerUnit: 1, leadOrder: [] }, alike);
    await settle();
    await rest(world);
    expect(page.store.getState().worklist.entries.map(({ recording }) => recording.status)).toEqual(['ready', 'ready', 'asking', 'asking', 'asking']);
    expect(findShownRecording(page.store.getState())!.names).toEqual(['a.csv']);
  });

  it('is kept nowhere', async () => {
    const world = createAskingWorld();
    const page = await openOn(world, 'a.csv');
    void page.actions.stateFacts(1, { samplingRateHz: 500 });
    await settle();
    page.actions.changeDisplay({ gainMmPerMv: 20 });
    expect([...world.stored].join()).not.toContain('500');
  });
});
