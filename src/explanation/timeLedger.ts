import type { Prediction } from '../model/prediction';
import { windowSamples } from './evidenceWindow';
import type { ExplainablePack } from './explainStatement';

/** How a statement's morphology term divides over the windows of the record. */
export interface TimeLedger {
  /** Start of each window's segment, in seconds. */
  readonly windowStartSeconds: readonly number[];
  /** End of each window's segment, in seconds. Segments overlap. */
  readonly windowEndSeconds: readonly number[];
  /** What each window contributes, in logits; together exactly the absolute contribution of the prototypes that count. */
  readonly contributions: readonly number[];
}

/**
 * The exact split of a statement's morphology term over time. The score of a prototype is the mean over its windows, so
 * `Σ_p weight_p · mean_w s[p,w] = Σ_w ( Σ_p weight_p · s[p,w] / windowCount )`.
 *
 * @param counts whether the morphology prototype of an index counts; all do unless given.
 */
export function timeLedger(
  pack: ExplainablePack,
  prediction: Prediction,
  statementIndex: number,
  counts: (index: number) => boolean = () => true,
): TimeLedger {
  const { manifest, fusion } = pack;
  const branch = manifest.branches.find(({ name }) => name === 'morphology')!;
  const before = manifest.branches.slice(0, manifest.branches.indexOf(branch));
  const prototypeCount = fusion.weights.length / manifest.statements.length;
  const first = statementIndex * prototypeCount + before.reduce((sum, { prototypeCount: n }) => sum + n, 0);
  const { similarity, windowCount, windowSimilarity } = prediction.branches.morphology;

  const contributions = new Array<number>(windowCount).fill(0);
  for (let index = 0; index < branch.prototypeCount; index++) {
    if (!counts(index)) continue;
    const windows = windowSimilarity.subarray(index * windowCount, (index + 1) * windowCount);
    // The network rounds the mean to float32. Spread evenly, that rounding keeps the sum exact.
    const rounding = similarity[index] - windows.reduce((sum, value) => sum + value, 0) / windowCount;
    const share = fusion.weights[first + index] / windowCount;
    windows.forEach((value, window) => (contributions[window] += share * (value + rounding)));
  }
  const segments = contributions.map((_, window) => windowSamples(branch, manifest.input, window));
  return {
    windowStartSeconds: segments.map(([start]) => start / manifest.input.samplingRateHz),
    windowEndSeconds: segments.map(([, end]) => end / manifest.input.samplingRateHz),
    contributions,
  };
}
