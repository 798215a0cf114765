import { Problem } from '../ecg/problem';
import type { PackTensor } from './safetensors';

/**
 * A tensor of a pack's file, of whatever shape.
 *
 * @throws Problem when the file has none of this name.
 */
export function findTensor(tensors: ReadonlyMap<string, PackTensor>, name: string, file: string): PackTensor {
  const tensor = tensors.get(name);
  if (!tensor) throw new Problem(`The pack file ${file} has no tensor "${name}".`);
  return tensor;
}

/**
 * The values of a tensor of a pack's file.
 *
 * @throws Problem when the file has none of this name or one of another shape.
 */
export function requireTensor(
  tensors: ReadonlyMap<string, PackTensor>,
  name: string,
  shape: readonly number[],
  file: string,
): Float32Array {
  const tensor = findTensor(tensors, name, file);
  if (tensor.shape.join() !== shape.join()) {
    throw new Problem(`In the pack file ${file}, "${name}" is ${tensor.shape.join(' × ')} instead of ${shape.join(' × ')}.`);
  }
  return tensor.values;
}
