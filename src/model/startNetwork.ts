import { Problem, toSentence } from '../ecg/problem';
import { findBackendFault, type WasmFiles } from './backend';
import { BRANCHES } from './branch';
import { createNetwork, type Network } from './network';
import type { Golden, Pack } from './pack';
import type { Manifest } from './manifest';
import type { Prediction } from './prediction';
import type { BackendName, BackendReport } from './protocol';

/**
 * Starts the pack's network on the first backend that runs and answers the golden input as it should.
 *
 * @param backends in the order of preference.
 * @throws Problem when none does, with the reason for each.
 */
export async function startNetwork(
  pack: Pack,
  backends: readonly BackendName[],
  wasmFiles: WasmFiles,
): Promise<{ network: Network; report: BackendReport }> {
  const passedOver: string[] = [];
  for (const backend of backends) {
    const fault = await findBackendFault(backend, wasmFiles);
    if (fault) {
      passedOver.push(`${fault}.`);
      continue;
    }
    let network: Network | undefined;
    try {
      network = createNetwork(pack.manifest, pack.weights);
      const [prediction] = await network.predict([pack.golden.input]);
      const selfCheck = measureDeviation(prediction, pack.golden, pack.manifest);
      const { similarityTolerance, probabilityTolerance } = pack.manifest.selfCheck;
      if (selfCheck.similarity <= similarityTolerance && selfCheck.probability <= probabilityTolerance) {
        return { network, report: { backend, passedOver, selfCheck } };
      }
      passedOver.push(
        `${backend} deviates from the pack's golden output by ${selfCheck.similarity.toPrecision(2)} in similarity and ${selfCheck.probability.toPrecision(2)} in probability, so it is not used.`,
      );
    } catch (error) {
      passedOver.push(`${backend} cannot run this network: ${toSentence(error)}`);
    }
    network?.dispose();
  }
  throw new Problem(['No way to run the network was found.', ...passedOver].join(' '));
}

/**
 * The largest differences between a prediction and the golden output: similarity as a share of its branch's maximum,
 * and probability. NaN in either is kept, so that no comparison with a tolerance passes.
 */
export function measureDeviation(
  prediction: Prediction,
  golden: Golden,
  manifest: Manifest,
): BackendReport['selfCheck'] {
  let similarity = 0;
  let at = 0;
  for (const name of BRANCHES) {
    const { maxSimilarity, prototypeCount } = manifest.branches.find((branch) => branch.name === name)!;
    const expected = golden.similarities.subarray(at, at + prototypeCount);
    similarity = Math.max(similarity, largestDifference(prediction.branches[name].similarity, expected) / maxSimilarity);
    at += prototypeCount;
  }
  return { similarity, probability: largestDifference(prediction.probabilities, golden.probabilities) };
}

function largestDifference(values: Float32Array, expected: Float32Array): number {
  return values.reduce((largest, value, i) => Math.max(largest, Math.abs(value - expected[i])), 0);
}
