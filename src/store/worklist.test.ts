import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import type { AppStore } from './appStore';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPage, openPageWithResult, openRecording, two } from './fixtures/testPage';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from './fixtures/testWorld';
import type { AppState } from './state';
import { otherRecordings, worklistPlace, worklistRows } from './worklistSelectors';

/** A page with pack `one` on which these recordings were dropped together; none is read. */
async function dropOn(world: TestWorld, ...names: string[]): Promise<AppStore> {
  const page = await openPage(world);
  world.loads[0]!.resolve(one);
  await settle();
  await drop(page, ...names);
  return page;
}

async function drop(page: AppStore, ...names: string[]): Promise<void> {
  void page.actions.openFiles(names.map((name) => droppedFile(name)));
  await settle();
}

/** Answers the nth question of a kind, counted from 1. */
async function read(world: TestWorld, nth: number): Promise<void> {
  world.reads[nth - 1]!.resolve(testEcg(nth));
  await settle();
}

async function predict(world: TestWorld, nth: number, similarity?: number[]): Promise<void> {
  world.predictions[nth - 1]!.resolve(createTestPrediction(one, similarity));
  await settle();
}

/** Lets all idle moments come that are waited for. */
async function rest(world: TestWorld): Promise<void> {
  world.idleMoments.splice(0).forEach((end) => end());
  await settle();
}

const nameOf = ({ recording }: AppState) => (recording.status === 'ready' ? recording.names.join() : recording.status);
const statesOf = (page: AppStore) => worklistRows(page.store.getState()).map(({ name, state }) => [name, state.status]);

describe('several recordings at once', () => {
  it('are one entry each; the first is opened and the others are read, computed and measured one after the other', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'a.dat', 'b.hea', 'b.dat', 'c.hea');
    expect(statesOf(page)).toEqual([['a', 'reading'], ['b', 'waiting'], ['c.hea', 'waiting']]);
    await read(world, 1);
    expect(nameOf(page.store.getState())).toBe('a.hea,a.dat');
    // Nothing else before the browser is idle, and never two at once.
    expect(world.reads).toHaveLength(1);
    await rest(world);
    expect(world.reads.map(({ argument }) => argument)).toEqual([['a.hea', 'a.dat'], ['b.hea', 'b.dat']]);
    await rest(world);
    expect(world.reads).toHaveLength(2);
    await read(world, 2);
    expect(world.predictions).toHaveLength(1);
    await rest(world);
    expect(world.predictions.map(({ argument }) => argument)).toEqual([testEcg(1).leads.I, testEcg(2).leads.I]);
    await predict(world, 1);
    await predict(world, 2);
    for (let turn = 0; turn < 3; turn++) await rest(world);
    expect(world.reads).toHaveLength(3);
    expect(statesOf(page)).toEqual([['a', 'predicted'], ['b', 'predicted'], ['c.hea', 'reading']]);
    expect(page.store.getState().worklist.entries[1]!.results).toMatchObject({
      measurements: { status: 'ready' },
      inference: { status: 'ready' },
    });
  });

  it('come back as they were left', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await rest(world);
    page.actions.selectStatement('LVH');
    page.actions.selectPrototype({ branch: 'global', index: 1 });
    const { recording, inference, measurements, selection } = page.store.getState();
    await openRecording(page, world, 2);
    await predict(world, 2, [1, 1, 1, 1, 1, 1]);
    expect(page.store.getState().selection).not.toEqual(selection);
    const second = page.store.getState();

    await page.actions.openEntry(1);
    const first = page.store.getState();
    expect(first.recording).toBe(recording);
    expect(first.inference).toBe(inference);
    expect(first.measurements).toBe(measurements);
    expect(first.selection).toBe(selection);
    void page.actions.openEntry(2);
    await settle();
    expect(page.store.getState().inference).toBe(second.inference);
    expect(page.store.getState().selection).toBe(second.selection);
    expect([world.reads.length, world.predictions.length]).toEqual([2, 2]);
  });

  it('show the result at once that was computed before they were opened, with its leading statement chosen', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea');
    await read(world, 1);
    await predict(world, 1);
    await rest(world);
    await read(world, 2);
    await rest(world);
    await predict(world, 2);
    void page.actions.openEntry(2);
    expect(page.store.getState()).toMatchObject({
      recording: { names: ['b.hea'] },
      inference: { status: 'ready' },
      selection: { code: 'AFIB', prototype: { branch: 'morphology', index: 1 } },
    });
  });

  it('are drawn as recorded when they are stepped to', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    page.actions.changeDisplay({ signal: 'seen' });
    await page.actions.openEntry(1);
    expect(page.store.getState().display.signal).toBe('recorded');
  });

  it('are computed from the open one on: what comes next is ready first', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea', 'c.hea', 'd.hea');
    await read(world, 1);
    void page.actions.openEntry(3);
    await settle();
    await read(world, 2);
    expect(nameOf(page.store.getState())).toBe('c.hea');
    await rest(world);
    expect(world.reads.map(({ argument: [name] }) => name)).toEqual(['a.hea', 'c.hea', 'd.hea']);
  });

  it('are dropped in addition: the first new one opens and what was open is kept', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await drop(page, '2.hea', '3.hea');
    await read(world, 2);
    expect(nameOf(page.store.getState())).toBe('2.hea');
    expect(statesOf(page)).toEqual([['1.hea', 'predicted'], ['2.hea', 'computing'], ['3.hea', 'waiting']]);
    expect(otherRecordings(page.store.getState())).toMatchObject([{ id: 1, name: '1.hea', inference: { status: 'ready' } }]);
  });
});

describe('stepping', () => {
  it('knows where it is and steps over what was refused', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.txt', 'c.hea');
    await read(world, 1);
    await rest(world);
    world.reads[1]!.reject(new Problem('b.txt seems to be plain text.'));
    await settle();
    expect(worklistRows(page.store.getState())[1]!.state).toEqual({ status: 'refused', sentence: 'b.txt seems to be plain text.' });
    expect(worklistPlace(page.store.getState())).toEqual({ id: 1, position: 1, count: 3, previousId: null, nextId: 3 });
    void page.actions.openEntry(3);
    await settle();
    // While it is read the one before stays, but the next step goes on from here.
    expect(page.store.getState().recording).toMatchObject({ status: 'reading', before: { names: ['a.hea'] } });
    expect(worklistPlace(page.store.getState())).toMatchObject({ position: 3, previousId: 1, nextId: null });
  });

  it('to a recording that the background is reading waits for that very reading', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea');
    await read(world, 1);
    await rest(world);
    void page.actions.openEntry(2);
    await settle();
    expect(world.reads).toHaveLength(2);
    await read(world, 2);
    expect(nameOf(page.store.getState())).toBe('b.hea');
  });

  it('twice before the first is read opens the second only', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea', 'c.hea');
    await read(world, 1);
    void page.actions.openEntry(2);
    void page.actions.openEntry(3);
    await settle();
    await read(world, 3);
    await read(world, 2);
    expect(nameOf(page.store.getState())).toBe('c.hea');
    expect(statesOf(page).map(([, status]) => status)).not.toContain('reading');
  });
});

describe('answers for a recording that is not open any more', () => {
  it('are kept for it and do not touch the page', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await page.actions.openEntry(1);
    const { inference, selection } = page.store.getState();
    const late = createTestPrediction(one, [1, 1, 1, 1, 1, 1]);
    world.predictions[1]!.resolve(late);
    await rest(world);
    expect(page.store.getState().inference).toBe(inference);
    expect(page.store.getState().selection).toBe(selection);
    void page.actions.openEntry(2);
    const { inference: kept, measurements } = page.store.getState();
    expect(kept.status === 'ready' && kept.prediction).toBe(late);
    expect(measurements).toMatchObject({ status: 'ready' });
  });

  it('reach the page when it is opened while they are on their way', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea');
    await read(world, 1);
    await rest(world);
    await read(world, 2);
    await rest(world);
    void page.actions.openEntry(2);
    await settle();
    expect(page.store.getState().inference.status).toBe('running');
    expect(world.predictions).toHaveLength(2);
    await predict(world, 2);
    expect(page.store.getState()).toMatchObject({ inference: { status: 'ready' }, selection: { code: 'AFIB' } });
  });

  it('are forgotten where it was removed while it was read or computed', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea', 'c.hea');
    await read(world, 1);
    await rest(world);
    await page.actions.closeEntry(2);
    await read(world, 2);
    expect(statesOf(page).map(([name]) => name)).toEqual(['a.hea', 'c.hea']);
    page.actions.closeAll();
    await predict(world, 1);
    await rest(world);
    expect(page.store.getState()).toMatchObject({
      worklist: { entries: [], openId: null },
      recording: { status: 'empty' },
      inference: { status: 'empty' },
      measurements: { status: 'empty' },
    });
  });
});

describe('closing', () => {
  it('the open recording opens the next that was read, else the one before', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await openRecording(page, world, 3);
    void page.actions.openEntry(2);
    await page.actions.closeRecording();
    expect(nameOf(page.store.getState())).toBe('3.hea');
    await page.actions.closeRecording();
    expect(page.store.getState()).toMatchObject({ recording: { names: ['1.hea'] }, inference: { status: 'ready' } });
    await page.actions.closeRecording();
    expect(page.store.getState()).toMatchObject({ recording: { status: 'empty' }, worklist: { entries: [] } });
  });

  it('another leaves the page as it is', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    const { recording, inference } = page.store.getState();
    await page.actions.closeEntry(1);
    expect(page.store.getState()).toMatchObject({ recording, inference });
    expect(statesOf(page)).toEqual([['2.hea', 'computing']]);
  });
});

describe('undoing what was closed', () => {
  it('brings an open recording back as it was, in its place, while the notice stands', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    page.actions.selectStatement('LVH');
    const { inference, selection } = page.store.getState();
    await openRecording(page, world, 2);
    await page.actions.openEntry(1);
    void page.actions.closeRecording();
    expect(nameOf(page.store.getState())).toBe('2.hea');
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'closed', recordings: ['1.hea'] } }]);
    void page.actions.undoClosing();
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { names: ['1.hea'] }, inference, selection, notices: [] });
    expect(statesOf(page).map(([name]) => name)).toEqual(['1.hea', '2.hea']);
  });

  it('brings all of them back, and reads and computes anew what was under way', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea', 'b.hea', 'c.hea');
    await read(world, 1);
    await rest(world);
    page.actions.closeAll();
    expect(page.store.getState().worklist.entries).toEqual([]);
    void page.actions.undoClosing();
    await settle();
    expect(statesOf(page)).toEqual([['a.hea', 'computing'], ['b.hea', 'waiting'], ['c.hea', 'waiting']]);
    expect(world.predictions).toHaveLength(2);
    await predict(world, 2);
    expect(page.store.getState().inference.status).toBe('ready');
    await read(world, 2);
    expect(statesOf(page)[1]).toEqual(['b.hea', 'computing']);
    for (let turn = 0; turn < 3; turn++) await rest(world);
    await predict(world, 3);
    for (let turn = 0; turn < 3; turn++) await rest(world);
    await read(world, 3);
    expect(statesOf(page)).toEqual([['a.hea', 'predicted'], ['b.hea', 'predicted'], ['c.hea', 'computing']]);
  });

  it('is offered no more once another recording was opened, or the notice was put aside', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await openRecording(page, world, 3);
    await page.actions.closeEntry(2);
    void page.actions.openEntry(1);
    expect(page.store.getState()).toMatchObject({ notices: [], worklist: { closed: null } });
    await page.actions.closeEntry(3);
    page.actions.forgetClosing();
    await page.actions.undoClosing();
    expect(statesOf(page).map(([name]) => name)).toEqual(['1.hea']);
  });

  it('keeps what another pack said apart', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    void page.actions.closeRecording();
    void page.actions.choosePack('two');
    world.loads[1]!.resolve(two);
    await settle();
    void page.actions.undoClosing();
    await settle();
    expect(page.store.getState().inference.status).toBe('running');
    expect(world.predictions).toHaveLength(2);
  });
});

describe('another pack', () => {
  it('takes every result away, then computes the open recording first and the others after it', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await predict(world, 2);
    await page.actions.openEntry(1);
    void page.actions.choosePack('two');
    await settle();
    expect(statesOf(page)).toEqual([['1.hea', 'withoutModel'], ['2.hea', 'withoutModel']]);
    world.loads[1]!.resolve(two);
    await settle();
    expect(world.predictions.slice(2).map(({ argument }) => argument)).toEqual([testEcg(1).leads.I]);
    await rest(world);
    expect(world.predictions.slice(2).map(({ argument }) => argument)).toEqual([testEcg(1).leads.I, testEcg(2).leads.I]);
    world.predictions[2]!.resolve(createTestPrediction(two));
    world.predictions[3]!.resolve(createTestPrediction(two));
    await settle();
    expect(statesOf(page)).toEqual([['1.hea', 'predicted'], ['2.hea', 'predicted']]);
    // It had AFIB, which this pack does not have, and a prototype of the other pack.
    void page.actions.openEntry(2);
    expect(page.store.getState().selection).toMatchObject({ code: 'PACE', prototype: { branch: 'morphology', index: 1 } });
  });

  it('makes nothing of what the one before answers late for a recording in the background', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await page.actions.openEntry(1);
    void page.actions.choosePack('two');
    await settle();
    await predict(world, 2);
    expect(statesOf(page)[1]).toEqual(['2.hea', 'withoutModel']);
    world.loads[1]!.resolve(two);
    await settle();
    await rest(world);
    expect(world.predictions).toHaveLength(4);
  });
});

describe('the same recording twice', () => {
  it('makes no second entry: the first opens, and a notice says so', async () => {
    const findFingerprint = () => Promise.resolve('same');
    const world = createTestWorld({ findFingerprint });
    const page = await openPageWithResult(world);
    await drop(page, 'copy.hea', 'copy.dat');
    expect(world.reads).toHaveLength(1);
    expect(statesOf(page)).toEqual([['1.hea', 'predicted']]);
    expect(page.store.getState()).toMatchObject({ recording: { status: 'ready', names: ['1.hea'] }, inference: { status: 'ready' } });
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'alreadyListed', recordings: ['copy (as 1.hea)'] } }]);
  });

  it('comes back from the list when it is dropped again, and one notice tells of all of them', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    await drop(page, '1.hea', '2.hea');
    expect(nameOf(page.store.getState())).toBe('1.hea');
    await rest(world);
    expect(statesOf(page)).toHaveLength(2);
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'alreadyListed', recordings: ['1.hea', '2.hea'] } }]);
  });

  it('is two where the page cannot tell', async () => {
    const world = createTestWorld({ findFingerprint: () => Promise.resolve(undefined) });
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    expect(statesOf(page)).toHaveLength(2);
    expect(nameOf(page.store.getState())).toBe('2.hea');
  });
});

describe('refusals', () => {
  it('of one that came alone leave no entry behind', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await drop(page, 'bad.txt');
    world.reads[1]!.reject(new Problem('bad.txt is no ECG.'));
    await settle();
    expect(statesOf(page)).toEqual([['1.hea', 'predicted']]);
  });

  it('of the first lets the second be opened', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.txt', 'b.hea');
    world.reads[0]!.reject(new Problem('a.txt is no ECG.'));
    await settle();
    await read(world, 2);
    expect(nameOf(page.store.getState())).toBe('b.hea');
    expect(statesOf(page)).toEqual([['a.txt', 'refused'], ['b.hea', 'computing']]);
    expect(page.store.getState().notices).toEqual([]);
  });

  it('of all of several stay in the list, and what was open stays open', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    const { recording } = page.store.getState();
    await drop(page, 'x.txt', 'y.txt');
    for (const nth of [1, 2]) {
      world.reads[nth]!.reject(new Problem('no ECG.'));
      await settle();
    }
    expect(page.store.getState().recording).toBe(recording);
    expect(statesOf(page).map(([, status]) => status)).toEqual(['predicted', 'refused', 'refused']);
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'noneRead', count: 2 } }]);
  });

  it('while another is read show that one after all', async () => {
    const world = createTestWorld();
    const page = await dropOn(world, 'a.hea');
    await drop(page, 'bad.txt');
    world.reads[1]!.reject(new Problem('bad.txt is no ECG.'));
    await settle();
    await read(world, 1);
    expect(nameOf(page.store.getState())).toBe('a.hea');
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'refused', names: ['bad.txt'] } }]);
  });

  it('do not stop fifty others', async () => {
    const world = createTestWorld({
      untilIdle: () => Promise.resolve(),
      readEcg: ([file]) => (file!.name === '7.hea' ? Promise.reject(new Problem('7.hea is empty.')) : Promise.resolve(testEcg(1))),
    });
    const predict = () => Promise.resolve({ predictions: [createTestPrediction(one)], milliseconds: 1 });
    const page = await openPage({ ...world, deps: { ...world.deps, client: { ...world.deps.client, predict } } });
    world.loads[0]!.resolve(one);
    await settle();
    await page.actions.openFiles(Array.from({ length: 50 }, (_, i) => droppedFile(`${i}.hea`)));
    const states = statesOf(page).map(([, status]) => status);
    expect(states.filter((status) => status === 'predicted')).toHaveLength(49);
    expect(states[7]).toBe('refused');
    await page.actions.closeEntry(8);
    expect(worklistPlace(page.store.getState())).toMatchObject({ position: 1, count: 49 });
  });
});
