import type { LeadName } from '../ecg/lead';
import { STANDARD_LEADS } from '../ecg/lead';
import { toSentence } from '../ecg/problem';
import { muteLeads } from '../explanation/muteLeads';
import type { PrototypeKey } from '../explanation/prototypeKey';
import { BRANCHES, type BranchName } from '../model/branch';
import type { StoreContext } from './context';
import type { WhatIfState } from './whatIfState';

/** What a reader can mute. */
export type MutablePart =
  | ({ readonly kind: 'prototype' } & PrototypeKey)
  /** All that are rated bad, at once. */
  | { readonly kind: 'ratedBad'; readonly prototypes: readonly PrototypeKey[] }
  | { readonly kind: 'branch'; readonly branch: BranchName }
  | { readonly kind: 'lead'; readonly lead: LeadName };

/** Nothing is muted. */
export const NO_WHAT_IF: WhatIfState = { branches: [], prototypes: [], ratedBad: [], leads: [], answer: null, run: { status: 'idle' } };

/** Mutes a part of the network or a lead, or lets it count again; settles when the network has answered where it is asked. */
export async function setMuted(context: StoreContext, part: MutablePart, isMuted: boolean): Promise<void> {
  const { whatIf, inference } = context.store.getState();
  if (inference.status !== 'ready') return;
  if (part.kind === 'lead') return setMutedLeads(context, withPart(whatIf.leads, part.lead, isMuted));
  context.store.setState({ whatIf: { ...whatIf, ...toChange(whatIf, part, isMuted) } });
}

/** Everything counts again; an answer under way is forgotten. */
export function resetWhatIf({ store, begin }: StoreContext): void {
  begin.whatIf();
  store.setState({ whatIf: NO_WHAT_IF });
}

/** A what-if belongs to one prediction: with another recording, model or run it goes. Returns a function that stops this. */
export function resetWhatIfWithPrediction(context: StoreContext): () => void {
  return context.store.subscribe((state, before) => {
    if (state.inference !== before.inference && state.whatIf !== NO_WHAT_IF) resetWhatIf(context);
  });
}

async function setMutedLeads(context: StoreContext, wanted: readonly LeadName[]): Promise<void> {
  const { store, begin } = context;
  const { whatIf } = store.getState();
  const leads = inOrder(STANDARD_LEADS, wanted);
  if (leads.length === 0) {
    begin.whatIf();
    store.setState({ whatIf: { ...whatIf, leads, answer: null, run: { status: 'idle' } } });
    return;
  }
  const isUnderWay = whatIf.run.status === 'running';
  store.setState({ whatIf: { ...whatIf, leads, run: { status: 'running' } } });
  // The run under way goes on with the newest wish when it ends: none of those between is worth a run.
  if (!isUnderWay) await runWithMutedLeads(context);
}

/** Asks the network about the ECG with leads flat, until its answer is to the newest wish. The old answer stays till then. */
async function runWithMutedLeads({ store, deps, begin }: StoreContext): Promise<void> {
  const { pack, inference } = store.getState();
  if (pack.status !== 'ready' || inference.status !== 'ready') return;
  const isLatest = begin.whatIf();
  try {
    for (;;) {
      const { leads } = store.getState().whatIf;
      const input = muteLeads(inference.input, leads, pack.pack.manifest.input);
      const { predictions, milliseconds } = await deps.client.predict([input]);
      if (!isLatest()) return;
      const { whatIf } = store.getState();
      const isWanted = whatIf.leads === leads;
      const answer = { leads, prediction: predictions[0]!, milliseconds };
      store.setState({ whatIf: { ...whatIf, answer, run: { status: isWanted ? 'idle' : 'running' } } });
      if (isWanted) return;
    }
  } catch (thrown) {
    if (!isLatest()) return;
    const { whatIf } = store.getState();
    const leads = whatIf.answer?.leads ?? [];
    store.setState({ whatIf: { ...whatIf, leads, run: { status: 'failed', sentence: toSentence(thrown) } } });
  }
}

function withPart<Part>(parts: readonly Part[], part: Part, isMuted: boolean): readonly Part[] {
  const others = parts.filter((own) => own !== part);
  return isMuted ? [...others, part] : others;
}

function toChange(whatIf: WhatIfState, part: Exclude<MutablePart, { readonly kind: 'lead' }>, isMuted: boolean): Partial<WhatIfState> {
  switch (part.kind) {
    case 'branch':
      return { branches: inOrder(BRANCHES, withPart(whatIf.branches, part.branch, isMuted)) };
    case 'prototype':
      return withPrototypes(whatIf, [{ branch: part.branch, index: part.index }], isMuted);
    case 'ratedBad':
      return { ...withPrototypes(whatIf, part.prototypes, isMuted), ...(isMuted && { ratedBad: [...without(whatIf.ratedBad, part.prototypes), ...part.prototypes] }) };
  }
}

function withPrototypes({ prototypes, ratedBad }: WhatIfState, changed: readonly PrototypeKey[], isMuted: boolean) {
  const others = without(prototypes, changed);
  return isMuted ? { prototypes: [...others, ...changed] } : { prototypes: others, ratedBad: without(ratedBad, changed) };
}

function without(prototypes: readonly PrototypeKey[], taken: readonly PrototypeKey[]): readonly PrototypeKey[] {
  return prototypes.filter((own) => !taken.some(({ branch, index }) => own.branch === branch && own.index === index));
}

function inOrder<Part>(all: readonly Part[], some: readonly Part[]): readonly Part[] {
  return all.filter((part) => some.includes(part));
}
