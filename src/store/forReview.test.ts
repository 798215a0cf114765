import { expect, it } from 'vitest';
import { createTestStudy } from '../review/fixtures/testReview';
import type { DroppedFile } from './droppedFile';
import { openPage } from './fixtures/testPage';
import { createTestWorld, droppedFile, testEcg } from './fixtures/testWorld';

function studyFile(name: string): DroppedFile {
  const bytes = new TextEncoder().encode(JSON.stringify(createTestStudy({ title: name })));
  return { name, arrayBuffer: () => Promise.resolve(bytes.buffer as ArrayBuffer) };
}

/** Waits for code that is loaded on demand. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

it('keeps a study out of the worklist, tells of it once, and holds it for review mode', async () => {
  const world = createTestWorld();
  const page = await openPage(world);
  const [a, b] = [studyFile('a.json'), studyFile('b.json')];
  await page.actions.openFiles([a]);
  expect(page.store.getState()).toMatchObject({ worklist: { entries: [] }, recording: { status: 'empty' } });
  await page.actions.openFiles([b]);
  expect(page.store.getState().notices.map(({ content }) => content)).toEqual([
    { kind: 'forReview', names: ['a.json', 'b.json'], files: [a, b] },
  ]);
  expect(world.reads).toHaveLength(0);
});

it('reads the ECG that comes with a study, and refuses alone what is neither', async () => {
  const world = createTestWorld();
  const page = await openPage(world);
  void page.actions.openFiles([studyFile('a.json'), droppedFile('1.hea')]);
  await until(() => world.reads.length === 1);
  world.reads[0]!.resolve(testEcg(1));
  await until(() => page.store.getState().recording.status === 'ready');
  expect(page.store.getState().worklist.entries.map(({ names }) => names)).toEqual([['1.hea']]);

  void page.actions.openFiles([studyFile('b.json'), droppedFile('2.hea')]);
  await until(() => world.reads.length === 2);
  world.reads[1]!.reject(new Error('no ECG'));
  await until(() => page.store.getState().notices.some(({ content }) => content.kind === 'refused'));
  expect(page.store.getState().worklist.entries).toHaveLength(1);
  expect(page.store.getState().notices.map(({ content }) => content.kind)).toEqual(['forReview', 'refused']);
});
