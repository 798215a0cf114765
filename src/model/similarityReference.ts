import { Problem } from '../ecg/problem';
import { perBranch } from './branch';
import type { Manifest } from './manifest';
import type { SimilarityDistribution, SimilarityReference } from './protocol';
import { requireTensor } from './requireTensor';
import type { PackTensor } from './safetensors';

/** Count, mean and standard deviation stand before the percentiles. */
const BEFORE_PERCENTILES = 3;

/**
 * Takes the similarity reference from the tensors of its file.
 *
 * @param tensors `<branch>.with` and `<branch>.without`: a row a prototype of count, mean, SD and the percentiles.
 * @param described what the manifest says of the file.
 * @throws Problem when a tensor is missing or does not fit the manifest, or percentiles fall.
 */
export function toSimilarityReference(
  tensors: ReadonlyMap<string, PackTensor>,
  { file, percentiles }: NonNullable<Manifest['similarityReference']>,
  branches: Manifest['branches'],
): SimilarityReference {
  const isRising = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || value >= values[i - 1]);
  const columns = BEFORE_PERCENTILES + percentiles.length;
  const toDistribution = (values: Float32Array, row: number, tensor: string): SimilarityDistribution => {
    const [count, mean, , ...similarities] = values.subarray(row * columns, (row + 1) * columns);
    if (!isRising(similarities)) {
      throw new Problem(`In the pack file ${file}, the percentiles of prototype ${row} of "${tensor}" fall.`);
    }
    return { count, mean, similarities };
  };
  if (!isRising(percentiles)) throw new Problem(`The percentiles of the pack file ${file} are out of order: ${percentiles.join(', ')}.`);
  return {
    percents: percentiles,
    prototypes: perBranch((name) => {
      const { prototypeCount } = branches.find((branch) => branch.name === name)!;
      const shape = [prototypeCount, columns];
      const carrying = requireTensor(tensors, `${name}.with`, shape, file);
      const others = requireTensor(tensors, `${name}.without`, shape, file);
      return Array.from({ length: prototypeCount }, (_, row) => ({
        with: toDistribution(carrying, row, `${name}.with`),
        without: toDistribution(others, row, `${name}.without`),
      }));
    }),
  };
}
