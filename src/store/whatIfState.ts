import type { LeadName } from '../ecg/lead';
import type { PrototypeKey } from '../explanation/prototypeKey';
import type { Muting } from '../explanation/whatIf';
import type { Prediction } from '../model/prediction';

/** What is muted, and what the network says of the ECG with leads flat. It belongs to the prediction on the page. */
export interface WhatIfState extends Muting {
  /** Of the muted prototypes those that were muted together, because they are rated bad. */
  readonly ratedBad: readonly PrototypeKey[];
  /** The leads that are to be flat. */
  readonly leads: readonly LeadName[];
  /** The network's newest answer, and to which flat leads; null where none is muted or none has come. */
  readonly answer: {
    readonly leads: readonly LeadName[];
    readonly prediction: Prediction;
    readonly milliseconds: number;
  } | null;
  readonly run:
    | { readonly status: 'idle' }
    | { readonly status: 'running' }
    | { readonly status: 'failed'; readonly sentence: string };
}
