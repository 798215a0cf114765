import { describe, expect, it } from 'vitest';
import type { AppStore } from './appStore';
import { comparedExplanations, comparedStatements, findComparedRecording, findComparedView } from './comparisonSelectors';
import { createTestPrediction } from './fixtures/testPack';
import { one, openPage, openPageWithResult, openRecording } from './fixtures/testPage';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from './fixtures/testWorld';
import { findModelView, shownLayout } from './selectors';

const SIMILARITY = [1, 0.5, 2, 1, 0, 1];

/** A page on which recording 1 is computed and recording 2 is open and computed. */
async function openTwo(world: TestWorld): Promise<AppStore> {
  const page = await openPageWithResult(world);
  await openRecording(page, world, 2);
  world.predictions[1]!.resolve(createTestPrediction(one, SIMILARITY));
  await settle();
  return page;
}

const createWorld = () => createTestWorld({ toModelInput: () => new Float32Array(12_000).fill(1) });

describe('another recording beside the open one', () => {
  it('is compared as the network really read both, absolutely, and a what-if ends', async () => {
    const page = await openTwo(createWorld());
    page.actions.selectStatement('SR');
    void page.actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
    void page.actions.compareWith(1);
    const state = page.store.getState();
    expect(state.whatIf.branches).toEqual([]);
    expect(findComparedRecording(state)).toMatchObject({ id: 1, name: '1.hea' });
    const comparison = comparedExplanations(state);
    if (comparison.status !== 'ready') throw new Error(comparison.status);
    const logits = [createTestPrediction(one, SIMILARITY), createTestPrediction(one)].map((prediction) => prediction.logits[0]!);
    expect(comparison.compared.logit).toEqual({ one: logits[0], other: logits[1], difference: logits[0]! - logits[1]! });
    expect(comparedStatements(state)).toHaveLength(4);
    // The same objects again, or the page would be drawn for ever.
    expect(comparedExplanations(state)).toBe(comparison);
    expect(comparedStatements(state)).toBe(comparedStatements(state));
    expect(findComparedRecording(state)).toBe(findComparedRecording(state));
  });

  it('shows the whole page until the reader wants to see the match, and the same signal of both', async () => {
    const page = await openTwo(createWorld());
    page.actions.selectPrototype({ branch: 'morphology', index: 0 });
    expect(shownLayout(page.store.getState())).toBe('matched');
    void page.actions.compareWith(1);
    expect(shownLayout(page.store.getState())).toBe('page');
    page.actions.changeDisplay({ layout: 'matched' });
    expect(shownLayout(page.store.getState())).toBe('matched');
    expect(findComparedView(page.store.getState())).toBeNull();
    for (const signal of ['seen', 'difference'] as const) {
      page.actions.changeDisplay({ signal });
      const [here, there] = [findModelView(page.store.getState()), findComparedView(page.store.getState())];
      expect([here?.kind, there?.kind]).toEqual([signal, signal]);
      expect(findComparedView(page.store.getState())).toBe(there);
    }
  });

  it('cannot be the open one, nor one that is not there', async () => {
    const page = await openTwo(createWorld());
    await page.actions.compareWith(2);
    await page.actions.compareWith(99);
    expect(page.store.getState().comparison).toBeNull();
  });

  it('is computed and measured at once if it is not yet', async () => {
    const world = createWorld();
    const page = await openPage(world);
    world.loads[0]!.resolve(one);
    await settle();
    void page.actions.openFiles([droppedFile('a.hea'), droppedFile('b.hea')]);
    await settle();
    world.reads[0]!.resolve(testEcg(1));
    await settle();
    world.idleMoments.splice(0).forEach((end) => end());
    await settle();
    world.reads[1]!.resolve(testEcg(2));
    await settle();
    world.predictions[0]!.resolve(createTestPrediction(one));
    await settle();
    // The background has not come to the second yet.
    expect(world.predictions).toHaveLength(1);
    void page.actions.compareWith(2);
    expect(findComparedRecording(page.store.getState())).toMatchObject({ inference: { status: 'running' }, measurements: { status: 'measuring' } });
    expect(comparedExplanations(page.store.getState()).status).toBe('none');
    world.predictions[1]!.resolve(createTestPrediction(one, SIMILARITY));
    await settle();
    expect(comparedExplanations(page.store.getState()).status).toBe('ready');
  });

  it('goes with its recording, with its opening, and when the reader ends it, but not with a third', async () => {
    const world = createWorld();
    const page = await openTwo(world);
    const compared = () => page.store.getState().comparison;
    void page.actions.compareWith(1);
    await openRecording(page, world, 3);
    expect(compared()).toBe(1);
    void page.actions.openEntry(1);
    await settle();
    expect(compared()).toBeNull();
    void page.actions.compareWith(2);
    void page.actions.closeEntry(2);
    expect(compared()).toBeNull();
    void page.actions.compareWith(3);
    page.actions.endComparison();
    expect(compared()).toBeNull();
    void page.actions.compareWith(3);
    page.actions.closeAll();
    expect(compared()).toBeNull();
  });
});
