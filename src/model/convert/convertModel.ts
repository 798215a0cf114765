import { Problem } from '../../ecg/problem';
import { BRANCHES, type BranchName, perBranch, type PerBranch } from '../branch';
import type { Manifest } from '../manifest';
import type { Fusion } from '../prediction';
import { REFERENCE_NAMES } from '../referenceNames';
import { STATEMENTS } from '../statements';
import { convertBranch, type ConvertedBranch } from './convertBranch';
import { createStateDict, type LazyTensor } from './stateDict';

type Tensors = ReadonlyMap<string, LazyTensor>;

/** A ProtoECGNet as a pack stores it, before any rounding. */
export interface ConvertedModel {
  readonly branches: PerBranch<ConvertedBranch>;
  readonly fusion: Fusion;
}

/** What the published model reads: 10 s at 100 Hz, high-passed at 0.5 Hz without phase shift. */
export const PUBLISHED_INPUT: Manifest['input'] = {
  leadOrder: ['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'],
  samplingRateHz: 100,
  sampleCount: 1000,
  preprocessing: { kind: 'butterworthHighPass', order: 1, cutoffHz: 0.5, zeroPhase: true },
};

/**
 * Converts a fusion checkpoint: three branches and the layer that joins them.
 *
 * @param source the file's name, for error sentences.
 * @throws Problem when a tensor is missing or has a shape that no ProtoECGNet has.
 */
export function convertModel(tensors: Tensors, source: string): ConvertedModel {
  const branches = perBranch((name) =>
    convertBranch(
      createStateDict(tensors, `${REFERENCE_NAMES[name].module}.`, source),
      name,
      STATEMENTS.filter(({ branch }) => branch === name).map(({ code }) => code),
      PUBLISHED_INPUT,
    ),
  );
  const prototypeCount = BRANCHES.reduce((total, name) => total + branches[name].manifest.prototypeCount, 0);
  const classifier = createStateDict(tensors, 'classifier.', source);
  return {
    branches,
    fusion: {
      weights: classifier.read('weight', [STATEMENTS.length, prototypeCount]).values,
      bias: classifier.read('bias', [STATEMENTS.length]).values,
    },
  };
}

/** Parts of a branch that the fused network never uses: they may differ between files. */
const unused = /^(classifier\.|ones$|feature_extractor\.(resnet\.)?fc\.)|num_batches_tracked$/;

/**
 * Checks that a branch's own file holds the very branch that was fused.
 *
 * @throws Problem that names the first tensor that differs.
 */
export function requireSameBranch(fusion: Tensors, branchFile: Tensors, name: BranchName, source: string): void {
  const prefix = `${REFERENCE_NAMES[name].module}.`;
  const keys = [...fusion.keys()].filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
  for (const key of keys) {
    if (unused.test(key)) continue;
    const fused = fusion.get(prefix + key)!;
    const own = branchFile.get(key);
    if (!own) throw new Problem(`${source} has no tensor "${key}", so it is not the ${name} branch of this model.`);
    const values = own.read();
    if (own.shape.join() !== fused.shape.join() || !fused.read().every((value, i) => value === values[i])) {
      throw new Problem(`${source} is not the ${name} branch that was fused: "${key}" differs.`);
    }
  }
}
