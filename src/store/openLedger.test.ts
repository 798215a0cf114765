import { describe, expect, it } from 'vitest';
import { firstSeconds } from '../signal/window';
import type { AppStore } from './appStore';
import { createTestPack, createTestPrediction } from './fixtures/testPack';
import { one, openPage, openPageWithResult, two } from './fixtures/testPage';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import type { DroppedFile } from './droppedFile';

const WORDS = { app: 'The page', intendedUse: 'Research use.' };

/** The explanation that a page shows as a file. */
async function save(page: AppStore, name = 'explanation.json'): Promise<DroppedFile> {
  const ledger = await page.actions.writeLedger(WORDS, new Date('2026-03-01T13:05:00Z'));
  const bytes = new TextEncoder().encode(JSON.stringify(ledger));
  return { name, arrayBuffer: () => Promise.resolve(bytes.buffer) };
}

async function savedPage(): Promise<{ readonly page: AppStore; readonly file: DroppedFile }> {
  const page = await openPageWithResult();
  page.actions.selectStatement('LVH');
  page.actions.selectPrototype({ branch: 'morphology', index: 1 });
  page.actions.changeDisplay({ layout: 'stacked', gainMmPerMv: 20, leadOrder: 'cabrera', signal: 'seen', theme: 'dark' });
  page.actions.startCalipers('V2', [1.2, 2.1]);
  page.actions.changeCalipers({ kind: 'both', isMarching: true });
  page.actions.magnify(3);
  return { page, file: await save(page) };
}

/** Waits for code that is loaded on demand. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

const noticesOf = (page: AppStore) => page.store.getState().notices.map(({ content }) => content);

describe('an explanation that was saved', () => {
  it('opens again as it was: ECG, statement, prototype, settings; and agrees with the file', async () => {
    const { page: before, file } = await savedPage();
    const world = createTestWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    const opened = page.actions.openFiles([file]);
    await until(() => world.predictions.length === 1);
    expect(world.reads).toHaveLength(0);
    world.idleMoments.forEach((go) => go());
    world.predictions[0]!.resolve(createTestPrediction(one));
    await opened;

    const [then, now] = [before.store.getState(), page.store.getState()];
    expect(now.selection).toEqual({ status: 'statement', code: 'LVH', prototype: { branch: 'morphology', index: 1 } });
    expect(then.sheet).toMatchObject({ magnification: 3, calipers: { kind: 'both', lead: 'V2', ends: [1.2, 2.1], isMarching: true } });
    expect(now.sheet).toEqual(then.sheet);
    const { theme, calibrations, ...view } = then.display;
    expect(now.display).toMatchObject(view);
    // The reader's own screen and colours stay.
    expect(now.display).toMatchObject({ theme: 'system', calibrations: [] });
    expect({ theme, calibrations }).toEqual({ theme: 'dark', calibrations: [] });
    if (then.recording.status !== 'ready' || now.recording.status !== 'ready') throw new Error('not open');
    expect(now.recording.ecg.leads).toEqual(firstSeconds(then.recording.ecg, 10).leads);
    expect(noticesOf(page)).toEqual([
      expect.objectContaining({
        kind: 'ledgerOpened',
        statement: null,
        comparison: { isSameModel: true, probability: 0, logits: 0, isEqual: true },
      }),
    ]);
    // What another reader chose is not this reader's preference.
    expect(world.stored.size).toBe(0);
  });

  it('tells of differences when the same model computes others, and of another model', async () => {
    const { file } = await savedPage();
    const world = createTestWorld();
    const page = await openPage(world);
    const other = { ...two, sha256: 'e'.repeat(64) };
    world.loads[0]!.resolve(other);
    void page.actions.openFiles([file]);
    await until(() => world.predictions.length === 1);
    world.predictions[0]!.resolve(createTestPrediction(two));
    await until(() => noticesOf(page).length > 0);
    expect(noticesOf(page)[0]).toMatchObject({
      kind: 'ledgerOpened',
      written: { name: 'one' },
      now: { name: 'two', sha256: 'e'.repeat(64) },
      comparison: { isSameModel: false, logits: null },
    });
    // LVH is a statement of both; the prototypes of one are not those of the other.
    expect(page.store.getState().selection).toMatchObject({ code: 'LVH', prototype: { branch: 'morphology' } });

    void page.actions.choosePack('one');
    await settle();
    world.loads[1]!.resolve(one);
    await until(() => world.predictions.length === 2);
    world.predictions[1]!.resolve(createTestPrediction(one, [0.5, 0.25, 1, 2.5, 0.5, 0.125]));
    await until(() => noticesOf(page).some((notice) => notice.kind === 'ledgerOpened' && notice.comparison.isSameModel));
    expect(noticesOf(page)).toHaveLength(1);
    expect(noticesOf(page)[0]).toMatchObject({ comparison: { isEqual: false } });
  });

  it('says which statement a model does not have', async () => {
    const { page: before } = await savedPage();
    before.actions.selectStatement('AFIB');
    const file = await save(before);
    const world = createTestWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve({ ...createTestPack({ name: 'two', codes: ['SR', 'PACE', 'LVH', 'NORM'] }), sha256: 'e'.repeat(64) });
    void page.actions.openFiles([file]);
    await until(() => world.predictions.length === 1);
    world.predictions[0]!.resolve(createTestPrediction(two));
    await until(() => noticesOf(page).length > 0);
    expect(noticesOf(page)[0]).toMatchObject({ statement: 'AFIB' });
  });

  it('is no longer spoken of when another ECG is opened or this one is closed', async () => {
    for (const leave of ['close', 'open'] as const) {
      const { page, file } = await savedPage();
      const world = createTestWorld();
      const reader = await openPage(world);
      world.loads[0]!.resolve(one);
      void reader.actions.openFiles([file]);
      await until(() => world.predictions.length === 1);
      world.predictions[0]!.resolve(createTestPrediction(one));
      await until(() => noticesOf(reader).length > 0);
      if (leave === 'close') reader.actions.closeRecording();
      else {
        void reader.actions.openFiles([droppedFile('2.hea')]);
        await settle();
        const { recording } = page.store.getState();
        if (recording.status === 'ready') world.reads[0]!.resolve(recording.ecg);
        await settle();
      }
      expect(noticesOf(reader).map(({ kind }) => kind)).not.toContain('ledgerOpened');
    }
  });

  it('waits in the worklist computed already, and shows the reader’s own choice when it is come back to', async () => {
    const { file } = await savedPage();
    const world = createTestWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    void page.actions.openFiles([droppedFile('1.hea'), file]);
    await settle();
    world.reads[0]!.resolve(testEcg(1));
    // The other is read and computed in the background.
    await until(() => {
      world.idleMoments.splice(0).forEach((go) => go());
      world.predictions.forEach(({ resolve }) => resolve(createTestPrediction(one)));
      return page.store.getState().worklist.entries[1]?.results.inference.status === 'ready';
    });
    expect(noticesOf(page)).toEqual([]);
    const [first, second] = page.store.getState().worklist.entries.map(({ id }) => id);
    void page.actions.openEntry(second!);
    await until(() => noticesOf(page).length > 0);
    expect(page.store.getState().selection).toEqual({ status: 'statement', code: 'LVH', prototype: { branch: 'morphology', index: 1 } });
    expect(page.store.getState().display.layout).toBe('stacked');

    page.actions.selectStatement('NORM');
    void page.actions.openEntry(first!);
    await settle();
    expect(page.store.getState().worklist.openId).toBe(first);
    expect(noticesOf(page)).toEqual([]);
    void page.actions.openEntry(second!);
    await settle();
    expect(page.store.getState().selection).toMatchObject({ code: 'NORM' });
  });

  it('that is damaged leaves the open ECG open and says why', async () => {
    const { page, file } = await savedPage();
    const bytes = new Uint8Array(await file.arrayBuffer()).slice(0, 2000);
    await page.actions.openFiles([{ name: 'cut.json', arrayBuffer: () => Promise.resolve(bytes.buffer) }]);
    expect(noticesOf(page)).toEqual([
      { kind: 'refused', names: ['cut.json'], sentence: 'This explanation is damaged: the file breaks off or is no JSON.' },
    ]);
    expect(page.store.getState().recording).toMatchObject({ status: 'ready', names: ['1.hea'] });
  });
});

it('there is nothing to save before there is a result', async () => {
  const page = await openPage(createTestWorld());
  expect(await page.actions.writeLedger(WORDS, new Date())).toBeNull();
});

it('JSON that is no explanation goes to the readers of ECGs', async () => {
  const world = createTestWorld();
  const page = await openPage(world);
  void page.actions.openFiles([{ name: 'a.json', arrayBuffer: () => Promise.resolve(new TextEncoder().encode('{"a":1}').buffer) }]);
  await until(() => world.reads.length === 1);
  expect(world.reads[0]!.argument).toEqual(['a.json']);
});
