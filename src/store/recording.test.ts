import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPage, openPageWithResult, openRecording } from './fixtures/testPage';
import { drop, dropOn, nameOf, read, rest, statesOf } from './fixtures/testWorklist';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import { worklistPlace } from './worklistSelectors';

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
