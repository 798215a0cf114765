import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';

/** An ECG that the site itself offers, on its way or here. */
export type FetchedEcgState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly ecg: Ecg }
  | { readonly status: 'failed'; readonly sentence: string };

/** An ECG of the gallery that the site offers. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  /** What to look at, in one or two sentences. */
  readonly caption: string;
  /** The lead that shows it best. */
  readonly lead: LeadName;
  /** Names of its files. */
  readonly files: readonly string[];
}
