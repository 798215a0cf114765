import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPageWithResult, openRecording, two } from './fixtures/testPage';
import { drop, dropOn, nameOf, predict, read, rest, statesOf } from './fixtures/testWorklist';
import { createTestWorld, settle, testEcg } from './fixtures/testWorld';
import { otherRecordings, worklistPlace, worklistRows } from './worklistSelectors';

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
