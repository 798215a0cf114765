import type { BranchManifest, Manifest } from '../model/manifest';
import type { BranchSimilarities } from '../model/prediction';
import type { WindowMatch } from './explanation';

/**
 * The segment of the record that window `window` stands for, in samples `[start, end)`: it begins at
 * `floor(window · sampleCount / featureSteps)` and is `floor(windowSteps · sampleCount / featureSteps)` long, as the
 * reference's projection cuts it (93 of 1000 samples for 3 of 32 steps).
 */
export function windowSamples(
  branch: Pick<BranchManifest, 'windowSteps' | 'featureSteps'>,
  input: Pick<Manifest['input'], 'sampleCount'>,
  window: number,
): [start: number, end: number] {
  const start = Math.floor((window * input.sampleCount) / branch.featureSteps);
  const length = Math.floor((branch.windowSteps * input.sampleCount) / branch.featureSteps);
  return [start, start + length];
}

const bestWindows = new WeakMap<BranchSimilarities, readonly (WindowMatch | null)[]>();

/**
 * Where each prototype of a branch matched best. Found once for a prediction: all statements explain the same windows.
 */
export function findBestWindows(
  branch: BranchManifest,
  input: Manifest['input'],
  similarities: BranchSimilarities,
): readonly (WindowMatch | null)[] {
  let found = bestWindows.get(similarities);
  if (!found) {
    found = Array.from(similarities.similarity, (_, index) => findBestWindow(branch, input, similarities, index));
    bestWindows.set(similarities, found);
  }
  return found;
}

/**
 * Where prototype `index` matched best; null for a branch that compares the whole record at once.
 * Of equal windows the first counts, as in the reference's `argmax`.
 */
export function findBestWindow(
  branch: BranchManifest,
  input: Manifest['input'],
  similarities: BranchSimilarities,
  index: number,
): WindowMatch | null {
  const { windowCount, windowSimilarity } = similarities;
  if (windowCount === 1) return null;
  const values = windowSimilarity.subarray(index * windowCount, (index + 1) * windowCount);
  const window = values.reduce((best, value, i) => (value > values[best] ? i : best), 0);
  const [start, end] = windowSamples(branch, input, window);
  const total = values.reduce((sum, value) => sum + value, 0);
  return {
    window,
    windowCount,
    startSeconds: start / input.samplingRateHz,
    endSeconds: end / input.samplingRateHz,
    similarity: values[window],
    share: total === 0 ? 0 : values[window] / total,
  };
}
