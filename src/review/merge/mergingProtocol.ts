import type { FileFacts, MergeChoice, MergedStudy } from './mergeDesk';

/** What the page asks of the worker that merges. */
export type MergingRequest =
  | { readonly id: number; readonly kind: 'read'; readonly fileId: number; readonly name: string; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'merge' | 'csv'; readonly choice: MergeChoice };

/** What the worker answers to each request. */
export interface MergingResults {
  readonly read: FileFacts;
  readonly merge: MergedStudy;
  readonly csv: string;
}

/** The answer to a request. */
export type MergingReply =
  | { readonly id: number; readonly kind: 'done'; readonly result: MergingResults[keyof MergingResults] }
  | { readonly id: number; readonly kind: 'failed'; readonly sentence: string };
