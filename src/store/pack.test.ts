import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import { one, openPage, openPageWithResult, openRecording, two } from './fixtures/testPage';
import { createTestPrediction } from './fixtures/testPack';
import { createTestWorld, settle, testEcg } from './fixtures/testWorld';

describe('packs', () => {
  it('stays without a model where the index is empty', async () => {
    const page = await openPage(createTestWorld({ readPackIndex: () => Promise.resolve([]) }));
    expect(page.store.getState()).toMatchObject({ packList: { status: 'ready', entries: [] }, pack: { status: 'none' } });
  });

  it('loads the pack that was asked for', async () => {
    const world = createTestWorld();
    await openPage(world, 'two');
    expect(world.loads.map(({ argument }) => argument)).toEqual(['models/two/']);
  });

  it('loads the first and says so where the pack asked for is not in the index', async () => {
    const world = createTestWorld();
    const page = await openPage(world, 'three');
    expect(world.loads.map(({ argument }) => argument)).toEqual(['models/one/']);
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'unknownPack', wanted: 'three' } }]);
  });

  it('clears what the old pack computed at once, then runs the new one on the open recording', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    void page.actions.choosePack('two');
    expect(page.store.getState()).toMatchObject({ inference: { status: 'empty' }, recording: { status: 'ready' } });
    world.loads[1]!.resolve(two);
    await settle();
    world.predictions[1]!.resolve(createTestPrediction(two));
    await settle();
    // The new pack has no AFIB: the most probable statement is taken instead.
    expect(page.store.getState().selection).toMatchObject({ code: 'PACE' });
  });

  it('keeps the statement under study where the new pack has it too', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    page.actions.selectStatement('LVH');
    void page.actions.choosePack('two');
    world.loads[1]!.resolve(two);
    await settle();
    world.predictions[1]!.resolve(createTestPrediction(two));
    await settle();
    expect(page.store.getState().selection).toMatchObject({ code: 'LVH', prototype: { branch: 'morphology' } });
  });

  it('drops the running prediction of the old pack', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    void page.actions.choosePack('two');
    world.predictions[1]!.resolve(createTestPrediction(one));
    await settle();
    expect(page.store.getState().inference.status).toBe('empty');
  });

  it('says when another backend takes over', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    const backend = { ...one.backend, backend: 'cpu', passedOver: ['wasm: lost'] } as const;
    world.changeBackend(backend);
    expect(page.store.getState().pack).toMatchObject({ pack: { backend } });
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'backendChanged', backend } }]);
  });
});

describe('prototype records', () => {
  it('are fetched once, and again after a failure', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    void page.actions.openPrototypeRecord('7');
    void page.actions.openPrototypeRecord('7');
    expect(world.records).toHaveLength(1);
    world.records[0]!.reject(new Problem('records-0.bin was altered.'));
    await settle();
    expect(page.store.getState().prototypeRecords['7']).toEqual({ status: 'failed', sentence: 'records-0.bin was altered.' });
    void page.actions.openPrototypeRecord('7');
    world.records[1]!.resolve(testEcg(7));
    await settle();
    expect(page.store.getState().prototypeRecords['7']).toMatchObject({ status: 'ready' });
  });

  it('of another pack never reach the page', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    void page.actions.openPrototypeRecord('7');
    void page.actions.choosePack('two');
    world.loads[1]!.resolve({ ...two, sha256: 'f'.repeat(64) });
    await settle();
    world.records[0]!.resolve(testEcg(7));
    await settle();
    expect(page.store.getState().prototypeRecords).toEqual({});
  });
});
