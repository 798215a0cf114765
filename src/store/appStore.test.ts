import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import { one, openPage, openPageWithResult, openRecording, two } from './fixtures/testPage';
import { createTestPrediction } from './fixtures/testPack';
import { createTestWorld, droppedFile, settle, testEcg } from './fixtures/testWorld';
import { findSelectedContribution, statementExplanation, statementRows } from './selectors';

describe('from files to a result', () => {
  it('hands both files over together and runs once recording and pack are ready', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('a.hea'), droppedFile('a.dat')]);
    await settle();
    expect(world.reads.map(({ argument }) => argument)).toEqual([['a.hea', 'a.dat']]);

    world.reads[0]!.resolve(testEcg(1));
    await settle();
    expect(page.store.getState().recording.status).toBe('ready');
    expect(page.store.getState().inference.status).toBe('empty');

    world.loads[0]!.resolve(one);
    await settle();
    expect(page.store.getState().inference.status).toBe('running');
    expect(world.predictions[0]!.argument).toEqual(testEcg(1).leads.I);

    world.predictions[0]!.resolve(createTestPrediction(one));
    await settle();
    expect(page.store.getState().inference).toMatchObject({ status: 'ready', milliseconds: 12 });
  });

  it('chooses the most probable statement and the prototype that contributes most to it', async () => {
    const state = (await openPageWithResult()).store.getState();
    const rows = statementRows(state);
    expect(rows.map(({ code }) => code)).toEqual(['AFIB', 'SR', 'NORM', 'LVH']);
    expect(rows.map(({ predicted }) => predicted)).toEqual([true, false, false, false]);
    // AFIB weighs the prototypes -2, 3, -4, 5, -6, 1: 5 × 2 is the largest.
    expect(state.selection).toEqual({ status: 'statement', code: 'AFIB', prototype: { branch: 'morphology', index: 1 } });
    expect(findSelectedContribution(state)!.contribution).toBe(10);
  });

  it('shows the progress of the load', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    const progress = { step: 'weights', loadedBytes: 3, totalBytes: 9 } as const;
    world.report(progress);
    expect(page.store.getState().pack).toEqual({ status: 'loading', name: 'one', progress });
  });

  it('does nothing with an empty drop', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    await page.actions.openFiles([]);
    expect(page.store.getState().recording.status).toBe('empty');
  });
});

describe('answers out of order', () => {
  it('drops a recording that is read after a newer one was opened', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('old.hea')]);
    await settle();
    void page.actions.openFiles([droppedFile('new.hea')]);
    await settle();
    world.reads[1]!.resolve(testEcg(2));
    await settle();
    world.reads[0]!.resolve(testEcg(1));
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'ready', names: ['new.hea'] });
  });

  it('drops the refusal of a recording that a newer one replaced', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('old.hea')]);
    await settle();
    void page.actions.openFiles([droppedFile('new.hea')]);
    await settle();
    world.reads[0]!.reject(new Problem('“old.hea” is no ECG.'));
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'reading', names: ['new.hea'] });
    expect(page.store.getState().notices).toEqual([]);
  });

  it('drops the prediction of a recording that is no longer open', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    for (const seed of [2, 3]) {
      void page.actions.openFiles([droppedFile(`${seed}.hea`)]);
      await settle();
      world.reads[seed - 1]!.resolve(testEcg(seed));
      await settle();
    }
    const newer = createTestPrediction(one, [1, 1, 1, 1, 1, 1]);
    world.predictions[2]!.resolve(newer);
    await settle();
    world.predictions[1]!.resolve(createTestPrediction(one));
    await settle();
    const { inference } = page.store.getState();
    expect(inference.status === 'ready' && inference.prediction).toBe(newer);
  });

  it('drops a pack that is loaded after another was chosen', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.choosePack('two');
    await settle();
    world.loads[1]!.resolve(two);
    await settle();
    world.loads[0]!.resolve(one);
    await settle();
    expect(page.store.getState().pack).toMatchObject({ status: 'ready', name: 'two' });
  });

  it('drops a prediction that arrives after the recording was closed', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    await openRecording(page, world, 1);
    void page.actions.closeRecording();
    world.predictions[0]!.resolve(createTestPrediction(one));
    await settle();
    expect(page.store.getState()).toMatchObject({ recording: { status: 'empty' }, inference: { status: 'empty' } });
  });
});

describe('failures', () => {
  it('keeps the open recording and its result when a new file is refused, and says why', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    const { recording, inference } = page.store.getState();
    void page.actions.openFiles([droppedFile('bad.txt')]);
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'reading', before: recording });
    world.reads[1]!.reject(new Problem('“bad.txt” is no ECG.'));
    await settle();
    expect(page.store.getState().recording).toBe(recording);
    expect(page.store.getState().inference).toBe(inference);
    expect(page.store.getState().notices).toMatchObject([{ content: { kind: 'refused', sentence: '“bad.txt” is no ECG.' } }]);
    page.actions.dismissNotice(page.store.getState().notices[0]!.id);
    expect(page.store.getState().notices).toEqual([]);
  });

  it('says why the first file is refused', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('bad.txt')]);
    await settle();
    world.reads[0]!.reject(new Problem('“bad.txt” is no ECG.'));
    await settle();
    expect(page.store.getState().recording).toMatchObject({ status: 'failed', sentence: '“bad.txt” is no ECG.' });
  });

  it('names a file whose bytes cannot be had', async () => {
    const page = await openPage(createTestWorld());
    const gone = { name: 'folder', arrayBuffer: () => Promise.reject(new Error('NotFoundError')) };
    await page.actions.openFiles([gone]);
    expect(page.store.getState().recording).toMatchObject({ status: 'failed', sentence: expect.stringContaining('“folder”') });
  });

  it('keeps the ECG when the pack cannot be loaded', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    void page.actions.openFiles([droppedFile('a.hea')]);
    await settle();
    world.reads[0]!.resolve(testEcg(1));
    world.loads[0]!.reject(new Problem('weights.bin was altered.'));
    await settle();
    expect(page.store.getState()).toMatchObject({
      recording: { status: 'ready' },
      pack: { status: 'failed', sentence: 'weights.bin was altered.' },
      inference: { status: 'empty' },
    });
  });

  it('says why there is no prediction', async () => {
    const toModelInput = () => {
      throw new Problem('Lead V3 has no signal.');
    };
    const world = createTestWorld({ toModelInput });
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    void page.actions.openFiles([droppedFile('a.hea')]);
    await settle();
    world.reads[0]!.resolve(testEcg(1));
    await settle();
    expect(page.store.getState().inference).toEqual({ status: 'failed', sentence: 'Lead V3 has no signal.' });
  });

  it('refuses an explanation that does not add up', async () => {
    const world = createTestWorld();
    const page = await openPageWithResult(world);
    await openRecording(page, world, 2);
    const prediction = createTestPrediction(one);
    world.predictions[1]!.resolve({ ...prediction, logits: prediction.logits.map((logit) => logit + 0.01) });
    await settle();
    expect(statementExplanation(page.store.getState())).toMatchObject({ status: 'failed' });
  });

  it('says that the index of packs cannot be read', async () => {
    const page = await openPage(createTestWorld({ readPackIndex: () => Promise.reject(new Problem('index.json is no list.')) }));
    expect(page.store.getState().packList).toEqual({ status: 'failed', sentence: 'index.json is no list.' });
  });
});
