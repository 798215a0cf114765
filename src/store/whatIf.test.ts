import { describe, expect, it } from 'vitest';
import { Problem } from '../ecg/problem';
import type { LeadName } from '../ecg/lead';
import { one, openPageWithResult, openRecording } from './fixtures/testPage';
import { createTestPrediction } from './fixtures/testPack';
import { createTestWorld, settle } from './fixtures/testWorld';
import { findSelectedContribution, statementExplanation, statementRows } from './selectors';
import { findFlips, findMutedLeads, findPackAverage, isWhatIf, shownExplanation } from './shownExplanation';
import { NO_WHAT_IF } from './whatIf';

/** A model input of twelve leads, each of 1,000 samples of 1 mV. */
const toModelInput = () => new Float32Array(12 * 1000).fill(1);
const withoutV1 = createTestPrediction(one, [0.5, 0, 1, 0, 0.5, 0.125]);
const withoutBoth = createTestPrediction(one, [0, 0, 0, 0, 0.5, 0]);

async function openDesk() {
  const world = createTestWorld({ toModelInput });
  const page = await openPageWithResult(world);
  const { store, actions } = page;
  const shown = () => {
    const state = shownExplanation(store.getState());
    if (state.status !== 'ready') throw new Error('There is no explanation.');
    return state;
  };
  const mute = (lead: LeadName, isMuted = true) => void actions.setMuted({ kind: 'lead', lead }, isMuted);
  /** The leads that are flat in what the network was last asked about. */
  const flatLeads = () => {
    const { leadOrder } = one.manifest.input;
    const input = world.predictions.at(-1)!.argument;
    return leadOrder.filter((_, row) => input.subarray(row * 1000, (row + 1) * 1000).every((value) => value === 0));
  };
  return { world, page, store, actions, shown, mute, flatLeads, whatIf: () => store.getState().whatIf };
}

describe('muting prototypes and branches', () => {
  it('takes their contributions away at once, keeps the real prediction, and gives back the very ledger on reset', async () => {
    const { store, actions, shown } = await openDesk();
    const before = shown();
    expect(before.explanation).toBe(before.original);
    void actions.setMuted({ kind: 'prototype', branch: 'morphology', index: 1 }, true);
    expect(isWhatIf(store.getState())).toBe(true);
    // AFIB: bias 0.25, contributions −1, +0.75, −4, +10, −3, +0.125; without +10.
    expect(shown().explanation.logit).toBe(3.125 - 10);
    void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
    expect(shown().explanation.logit).toBe(3.125 - 10 + 0.25);
    expect(shown().original).toEqual(before.original);
    expect(findFlips(store.getState())).toEqual({ gained: ['SR', 'LVH'], lost: ['AFIB'] });
    expect(statementRows(store.getState()).find(({ code }) => code === 'AFIB')!.predicted).toBe(true);
    const real = statementExplanation(store.getState());
    expect(real.status === 'ready' && real.explanation.logit).toBe(3.125);

    actions.resetWhatIf();
    expect(shown().explanation).toBe(shown().original);
    expect(shown().explanation).toEqual(before.explanation);
    expect(store.getState().whatIf).toBe(NO_WHAT_IF);
  });

  it('gives back one part at a time, and names branches in their order', async () => {
    const { actions, shown, whatIf } = await openDesk();
    void actions.setMuted({ kind: 'branch', branch: 'global' }, true);
    void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
    void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
    expect(whatIf().branches).toEqual(['rhythm', 'global']);
    void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, false);
    expect(shown().explanation.logit).toBe(3.125 + 2.875);
    void actions.setMuted({ kind: 'branch', branch: 'global' }, false);
    expect(shown().explanation.logit).toBe(3.125);
  });

  it('mutes all that are rated bad in one change, as one by one, and knows which they are until they count again', async () => {
    const { store, actions, shown, whatIf } = await openDesk();
    const bad = [
      { branch: 'rhythm', index: 0 },
      { branch: 'morphology', index: 1 },
      { branch: 'global', index: 0 },
    ] as const;
    for (const own of bad) void actions.setMuted({ kind: 'prototype', ...own }, true);
    const { logit } = shown().explanation;
    expect(logit).toBe(3.125 + 1 - 10 + 3);
    expect(whatIf().ratedBad).toEqual([]);
    actions.resetWhatIf();

    void actions.setMuted({ kind: 'prototype', ...bad[1] }, true);
    let changes = 0;
    const stop = store.subscribe(() => void changes++);
    void actions.setMuted({ kind: 'ratedBad', prototypes: bad }, true);
    stop();
    expect(changes).toBe(1);
    expect(shown().explanation.logit).toBe(logit);
    expect(whatIf().prototypes).toEqual(bad);
    expect(whatIf().ratedBad).toEqual(bad);

    void actions.setMuted({ kind: 'prototype', branch: 'rhythm', index: 1 }, true);
    void actions.setMuted({ kind: 'prototype', ...bad[0] }, false);
    expect(whatIf().ratedBad).toEqual(bad.slice(1));
    void actions.setMuted({ kind: 'ratedBad', prototypes: bad }, false);
    expect(whatIf().prototypes).toEqual([{ branch: 'rhythm', index: 1 }]);
    expect(whatIf().ratedBad).toEqual([]);
  });

  it('leaves the muted morphology prototypes out of the time ledger', async () => {
    const { actions, shown } = await openDesk();
    const sum = () => shown().ledger.contributions.reduce((total, value) => total + value, 0);
    expect(sum()).toBeCloseTo(6, 9);
    void actions.setMuted({ kind: 'prototype', branch: 'morphology', index: 1 }, true);
    expect(sum()).toBeCloseTo(-4, 9);
    void actions.setMuted({ kind: 'branch', branch: 'morphology' }, true);
    expect(sum()).toBe(0);
  });

  it('stays when another statement is chosen', async () => {
    const { actions, shown } = await openDesk();
    void actions.setMuted({ kind: 'branch', branch: 'morphology' }, true);
    actions.selectStatement('NORM');
    expect(shown().explanation.code).toBe('NORM');
    expect(shown().explanation.branchContributions.morphology).toBe(0);
  });
});

describe('muting leads', () => {
  it('asks the network about the same input with the lead flat, and keeps the old ledger until it answers', async () => {
    const { world, store, shown, mute, flatLeads, whatIf } = await openDesk();
    const before = shown().explanation;
    mute('V1');
    expect(whatIf()).toMatchObject({ leads: ['V1'], run: { status: 'running' }, answer: null });
    expect(flatLeads()).toEqual(['V1']);
    expect(shown().explanation).toBe(before);
    expect(findMutedLeads(store.getState())).toEqual([]);
    world.predictions[1]!.resolve(withoutV1);
    await settle();
    expect(whatIf()).toMatchObject({ run: { status: 'idle' }, answer: { leads: ['V1'], milliseconds: 12 } });
    expect(shown().explanation.logit).toBe(withoutV1.logits[1]);
    expect(shown().original.logit).toBe(3.125);
    expect(findMutedLeads(store.getState())).toEqual(['V1']);
    expect(store.getState().inference).toMatchObject({ prediction: { logits: createTestPrediction(one).logits } });
  });

  it('asks one question at a time and only the newest: what was wished for in between is never computed', async () => {
    const { world, shown, mute, flatLeads, whatIf } = await openDesk();
    mute('V2');
    mute('I');
    mute('V1');
    mute('V2', false);
    expect(world.predictions).toHaveLength(2);
    world.predictions[1]!.resolve(withoutV1);
    await settle();
    expect(whatIf()).toMatchObject({ leads: ['I', 'V1'], run: { status: 'running' }, answer: { leads: ['V2'] } });
    expect(flatLeads()).toEqual(['I', 'V1']);
    world.predictions[2]!.resolve(withoutBoth);
    await settle();
    expect(world.predictions).toHaveLength(3);
    expect(whatIf()).toMatchObject({ run: { status: 'idle' }, answer: { leads: ['I', 'V1'] } });
    expect(shown().explanation.logit).toBe(withoutBoth.logits[1]);
  });

  it('mutes prototypes of the answer too', async () => {
    const { world, actions, shown, mute } = await openDesk();
    void actions.setMuted({ kind: 'branch', branch: 'global' }, true);
    mute('V1');
    void actions.setMuted({ kind: 'prototype', branch: 'rhythm', index: 0 }, true);
    world.predictions[1]!.resolve(withoutV1);
    await settle();
    // Bias 0.25 and −4 of morphology/0 are left: rhythm/1 and morphology/1 are 0 here.
    expect(shown().explanation.logit).toBe(0.25 - 4);
  });

  it('is forgotten on reset, and by the last lead that counts again, whenever the answer comes', async () => {
    for (const leave of ['reset', 'lead'] as const) {
      const { world, actions, shown, mute, whatIf } = await openDesk();
      mute('V1');
      if (leave === 'reset') actions.resetWhatIf();
      else mute('V1', false);
      world.predictions[1]!.resolve(withoutV1);
      await settle();
      expect(whatIf()).toEqual(NO_WHAT_IF);
      expect(shown().explanation).toBe(shown().original);
      mute('V2');
      expect(world.predictions).toHaveLength(3);
    }
  });

  it('that fails says so, and goes back to what was computed before', async () => {
    const { world, store, mute, whatIf } = await openDesk();
    mute('V1');
    world.predictions[1]!.resolve(withoutV1);
    await settle();
    mute('V2');
    world.predictions[2]!.reject(new Problem('The device was lost.'));
    await settle();
    expect(whatIf()).toMatchObject({ leads: ['V1'], run: { status: 'failed', sentence: 'The device was lost.' }, answer: { leads: ['V1'] } });
    expect(findMutedLeads(store.getState())).toEqual(['V1']);
  });
});

describe('a what-if', () => {
  it('goes with the recording and with the model that it belongs to, and its answer is not taken any more', async () => {
    for (const leave of ['open', 'close', 'pack'] as const) {
      const { world, page, actions, mute, whatIf } = await openDesk();
      void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
      mute('V1');
      if (leave === 'open') await openRecording(page, world, 2);
      if (leave === 'close') actions.closeRecording();
      if (leave === 'pack') void actions.choosePack('two');
      expect(whatIf()).toBe(NO_WHAT_IF);
      world.predictions[1]!.resolve(withoutV1);
      await settle();
      expect(whatIf()).toBe(NO_WHAT_IF);
    }
  });

  it('cannot begin before there is a prediction', async () => {
    const { actions, mute, whatIf, world } = await openDesk();
    actions.closeRecording();
    mute('V1');
    void actions.setMuted({ kind: 'branch', branch: 'rhythm' }, true);
    expect(whatIf()).toBe(NO_WHAT_IF);
    expect(world.predictions).toHaveLength(1);
  });
});

describe('contributions relative to the average ECG', () => {
  const of = (mean: number) => ({ with: { count: 50, mean, similarities: [] }, without: { count: 150, mean, similarities: [] } });
  const similarityReference = {
    percents: [],
    prototypes: { rhythm: [of(0), of(0)], morphology: [of(2), of(2.5)], global: [of(0.25), of(0.125)] },
  };

  async function openRelative() {
    const desk = await openDesk();
    const { pack } = desk.store.getState();
    if (pack.status !== 'ready') throw new Error('There is no pack.');
    desk.store.setState({ pack: { ...pack, pack: { ...pack.pack, similarityReference } } });
    desk.actions.changeDisplay({ ledgerBase: 'average' });
    return desk;
  }

  it('are shown on request, in their own order; the real explanation stays absolute', async () => {
    const { store, actions, shown } = await openRelative();
    expect(shown().explanation.averageEcg!.ecgCount).toEqual({ fewest: 200, most: 200 });
    expect(shown().explanation.logit).toBe(3.125);
    expect(shown().original.averageEcg).toBeUndefined();
    // morphology/0: −4 × (1 − 2) = +4 comes before morphology/1: 5 × (2 − 2.5) = −2.5.
    expect(shown().explanation.contributions[0]).toMatchObject({ branch: 'morphology', index: 0, contribution: 4, average: 2 });
    actions.selectStatement('AFIB');
    expect(findSelectedContribution(store.getState())).toMatchObject({ index: 0, contribution: 4 });
  });

  it('mute a prototype to what it is in the average ECG', async () => {
    const { actions, shown } = await openRelative();
    void actions.setMuted({ kind: 'prototype', branch: 'morphology', index: 0 }, true);
    expect(shown().explanation.logit).toBe(3.125 - 4);
  });

  it('are absolute where the pack has no reference', async () => {
    const { store, actions, shown } = await openDesk();
    actions.changeDisplay({ ledgerBase: 'average' });
    expect(findPackAverage(store.getState())).toBeNull();
    expect(shown().explanation).toBe(shown().original);
  });

  it('are the same object for the same state', async () => {
    const { actions, shown } = await openRelative();
    void actions.setMuted({ kind: 'branch', branch: 'global' }, true);
    const before = shown();
    actions.changeDisplay({ theme: 'dark' });
    expect(shown()).toBe(before);
  });
});
