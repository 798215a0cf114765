import { describe, expect, it } from 'vitest';
import { openPageWithResult, openRecording, two } from './fixtures/testPage';
import { dropOn, nameOf, predict, read, rest, statesOf } from './fixtures/testWorklist';
import { createTestWorld, settle } from './fixtures/testWorld';

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
