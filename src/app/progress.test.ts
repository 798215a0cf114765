import { expect, it } from 'vitest';
import { createAppStore } from '../store/appStore';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { createTestWorld, droppedFile, settle, testEcg } from '../store/fixtures/testWorld';
import { toProgress } from './progress';

it('tells each step of the way, from the list of models to the prediction', async () => {
  const world = createTestWorld();
  const { store, actions } = createAppStore(world.deps);
  const sentence = (): string => toProgress(store.getState()).sentence;

  expect(sentence()).toBe('Looking for models.');
  void actions.openPacks(null);
  await settle();
  expect(sentence()).toBe('Loading the model one.');
  world.report({ step: 'weights', loadedBytes: 7_725_000, totalBytes: 30_900_000 });
  expect(toProgress(store.getState())).toEqual({
    busy: true,
    sentence: 'Loading the model one: 7.7 of 30.9 MB.',
    share: 0.25,
  });
  world.report({ step: 'checking', loadedBytes: 30_900_000, totalBytes: 30_900_000 });
  expect(sentence()).toMatch(/^Checking that this computer/);
  expect(toProgress(store.getState()).share).toBeNull();

  // The reader waits for the file, so its reading is told first.
  void actions.openFiles([droppedFile('a.hea'), droppedFile('a.dat')]);
  await settle();
  expect(sentence()).toBe('Reading a.hea, a.dat.');
  world.reads[0]!.resolve(testEcg(1));
  await settle();
  world.loads[0]!.resolve(createTestPack({ name: 'one' }));
  await settle();
  expect(sentence()).toBe('Computing the prediction.');
  world.predictions[0]!.resolve(createTestPrediction(createTestPack()));
  await settle();
  expect(toProgress(store.getState())).toEqual({ busy: false, sentence: 'Computed in 12 ms with WebAssembly.', share: null });
});
