import type { LeadName } from '../ecg/lead';
import { STANDARD_LEADS } from '../ecg/lead';
import { toSentence } from '../ecg/problem';
import { muteLeads } from '../explanation/muteLeads';
import type { PrototypeKey } from '../explanation/prototypeKey';
import { BRANCHES, type BranchName } from '../model/branch';
import type { StoreContext } from './context';
import type { WhatIfState } from './state';

/** What a reader can mute. */
export type MutablePart =
  | ({ readonly kind: 'prototype' } & PrototypeKey)
  | { readonly kind: 'branch'; readonly branch: BranchName }
  | { readonly kind: 'lead'; readonly lead: LeadName };

/** Nothing is muted. */
export const NO_WHAT_IF: WhatIfState = { branches: [], prototypes: [], leads: [], answer: null, run: { status: 'idle' } };

/** Mutes a part of the network or a lead, or lets it count again; settles when the network has answered where it is asked. */
export async function setMuted(context: StoreContext, part: MutablePart, isMuted: boolean): Promise<void> {
  const { whatIf, inference } = context.store.getState();
  if (inference.status !== 'ready') return;
  if (part.kind === 'lead') return setMutedLeads(context, withPart(whatIf.leads, part.lead, isMuted));
  const change =
    part.kind === 'branch'
      ? { branches: inOrder(BRANCHES, withPart(whatIf.branches, part.branch, isMuted)) }
      : { prototypes: withPrototype(whatIf.prototypes, part, isMuted) };
  context.store.setState({ whatIf: { ...whatIf, ...change } });
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

function withPrototype(prototypes: readonly PrototypeKey[], { branch, index }: PrototypeKey, isMuted: boolean) {
  const others = prototypes.filter((own) => own.branch !== branch || own.index !== index);
  return isMuted ? [...others, { branch, index }] : others;
}

function inOrder<Part>(all: readonly Part[], some: readonly Part[]): readonly Part[] {
  return all.filter((part) => some.includes(part));
}
