import type { LazyTensor } from '../../src/model/convert/stateDict';
import type { StoredTensor } from './storedTensor';

/** The tensors of a synthetic state dict as a checkpoint reader hands them over; each must lie row by row. */
export function toLazyTensors(state: ReadonlyMap<string, StoredTensor>): Map<string, LazyTensor> {
  return new Map(
    Array.from(state, ([key, { shape, storage }]) => [key, { shape, read: () => Float32Array.from(storage.values) }]),
  );
}
