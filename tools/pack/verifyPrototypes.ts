import { findBestWindow, windowSamples } from '../../src/explanation/evidenceWindow';
import type { BranchName } from '../../src/model/branch';
import type { BranchManifest, Manifest } from '../../src/model/manifest';
import type { Prediction } from '../../src/model/prediction';
import type { PrototypeSource } from './metadata';

/** A recomputed similarity may differ from the recorded one by this share of the branch's maximum. */
export const VERIFICATION_TOLERANCE = 1e-3;

/**
 * What the comparison says. `as recorded`: the similarity is the recorded one. `identical`: it is the largest possible,
 * so the prototype is this very segment; the recorded one is lower, because the reference records the score that led it
 * to the segment and only then moves the prototype there (its `push.py`). Anything else is a `mismatch`.
 */
export type Verdict = 'as recorded' | 'identical' | 'mismatch';

/** What recomputing a prototype on its source record gave. */
export interface VerifiedPrototype {
  readonly branch: BranchName;
  readonly index: number;
  readonly source: PrototypeSource;
  /** Largest similarity over windows. */
  readonly recomputedSimilarity: number;
  /** Segment of the best window in samples; null where the whole record is compared. */
  readonly window: [number, number] | null;
  readonly verdict: Verdict;
}

/**
 * Recomputes every prototype of a branch on the record it was projected onto. That the similarity is the recorded one,
 * or the largest possible, proves that weights, preprocessing and records belong together.
 */
export function verifyPrototypes(
  branch: BranchManifest,
  input: Manifest['input'],
  sources: readonly PrototypeSource[],
  predictionOf: (ecgId: number) => Prediction,
): VerifiedPrototype[] {
  return sources.map((source, index) => {
    const similarities = predictionOf(source.ecgId).branches[branch.name];
    const best = findBestWindow(branch, input, similarities, index);
    const recomputedSimilarity = best ? best.similarity : similarities.similarity[index];
    return {
      branch: branch.name,
      index,
      source,
      recomputedSimilarity,
      window: best ? windowSamples(branch, input, best.window) : null,
      verdict: judge(recomputedSimilarity, source.recordedSimilarity, branch.maxSimilarity),
    };
  });
}

function judge(recomputed: number, recorded: number, maxSimilarity: number): Verdict {
  const tolerance = VERIFICATION_TOLERANCE * maxSimilarity;
  if (Math.abs(recomputed - recorded) <= tolerance) return 'as recorded';
  return recorded < recomputed && recomputed >= maxSimilarity - tolerance ? 'identical' : 'mismatch';
}

/** The verification as a table for a terminal: a line a branch. */
export function toVerificationTable(
  branches: readonly BranchManifest[],
  prototypes: readonly VerifiedPrototype[],
): string {
  const rows = branches.map(({ name, maxSimilarity }) => {
    const own = prototypes.filter(({ branch }) => branch === name);
    const countOf = (wanted: Verdict) => String(own.filter(({ verdict }) => verdict === wanted).length);
    const lowest = Math.min(...own.map(({ recomputedSimilarity }) => recomputedSimilarity));
    return [
      name,
      String(own.length),
      countOf('as recorded'),
      countOf('identical'),
      countOf('mismatch'),
      `${lowest.toFixed(4)} of ${maxSimilarity}`,
    ];
  });
  const table = [
    ['branch', 'prototypes', 'as recorded', 'identical to source', 'mismatch', 'lowest similarity'],
    ...rows,
  ];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n');
}
