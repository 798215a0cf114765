import type { ExplainablePack } from '../../src/explanation/explainStatement';
import { PUBLISHED_INPUT } from '../../src/model/convert/convertModel';
import type { BranchManifest, Manifest } from '../../src/model/manifest';
import type { Prediction } from '../../src/model/prediction';

const branch = (part: Partial<BranchManifest> & Pick<BranchManifest, 'name' | 'prototypeCount' | 'maxSimilarity'>): BranchManifest => ({
  classes: ['A', 'B'],
  similarity: 'scaledCosine',
  windowSteps: 3,
  windowCount: 30,
  featureSteps: 32,
  featureCount: 512,
  blocks: [],
  addOnLayers: 2,
  weightsFile: `${part.name}.safetensors`,
  ...part,
});

const prototype = (...classes: string[]) => ({
  record: '7',
  classes,
  window: null,
  recordedSimilarity: 1,
  recomputedSimilarity: 1,
  sourceLabels: [],
});

/** Two statements and six prototypes, written by hand: every product and sum of theirs is exact in binary. */
export function createTinyPack(): ExplainablePack {
  const manifest: Pick<Manifest, 'input' | 'branches' | 'statements' | 'prototypes'> = {
    input: PUBLISHED_INPUT,
    branches: [
      branch({ name: 'rhythm', prototypeCount: 2, maxSimilarity: 1, similarity: 'cosine', windowSteps: 1, windowCount: 1 }),
      branch({ name: 'morphology', prototypeCount: 3, maxSimilarity: 13 }),
      branch({ name: 'global', prototypeCount: 1, maxSimilarity: 4, windowSteps: 32, windowCount: 1 }),
    ],
    statements: [
      { code: 'A', description: 'First statement', group: 'Letters', branch: 'morphology', threshold: 0.5 },
      { code: 'B', description: 'Second statement', group: 'Letters', branch: 'rhythm', threshold: 0.5 },
    ],
    prototypes: {
      rhythm: [prototype('B'), prototype('A')],
      morphology: [prototype('A'), prototype('A', 'B'), prototype('A')],
      global: [prototype('B')],
    },
  };
  return {
    manifest: manifest as Manifest,
    fusion: { weights: Float32Array.of(2, -4, 1, 5, -3, 0.5, 2, 0, 0, 0, -1, 0), bias: Float32Array.of(-1, 0) },
  };
}

/**
 * What the tiny pack answers to some ECG. Of the three morphology prototypes the first matches windows 4 and 9 equally
 * well (16) and every other a little (1), the second nothing at all, the third only the last window.
 */
export function createTinyPrediction(): Prediction {
  const whole = (...similarity: number[]) => ({
    similarity: Float32Array.from(similarity),
    windowSimilarity: Float32Array.from(similarity),
    windowCount: 1,
  });
  const windowSimilarity = new Float32Array(90);
  windowSimilarity.fill(1, 0, 30);
  windowSimilarity[4] = windowSimilarity[9] = 16;
  windowSimilarity[89] = 30;
  return {
    branches: {
      rhythm: whole(0.5, 0.25),
      morphology: { similarity: Float32Array.of(2, 0, 1), windowSimilarity, windowCount: 30 },
      global: whole(2),
    },
    logits: Float32Array.of(-1, 0),
    probabilities: Float32Array.of(1 / (1 + Math.E), 0.5),
  };
}
