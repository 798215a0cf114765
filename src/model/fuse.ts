import type { Fusion } from './prediction';

/**
 * The fusion layer: `logit = bias + Σ weight × similarity` for each statement, and its sigmoid.
 *
 * Summed in float64 outside the backend: trained fusion weights are steep (terms of either sign that add up to
 * thousands), so that a float32 sum would lose about 1e-4 of a logit, as much as an explanation may be wrong.
 *
 * @param similarities the scores of all prototypes, branch by branch.
 */
export function fuse(fusion: Fusion, similarities: Float32Array): { logits: Float32Array; probabilities: Float32Array } {
  const { weights, bias } = fusion;
  const logits = Float32Array.from(bias, (offset, statement) => {
    const first = statement * similarities.length;
    return similarities.reduce((sum, similarity, i) => sum + weights[first + i] * similarity, offset);
  });
  return { logits, probabilities: logits.map((logit) => 1 / (1 + Math.exp(-logit))) };
}
