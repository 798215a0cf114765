import { Problem } from '../../ecg/problem';
import { toQuote } from '../../ecg/quote';
import { openArchive } from './archive';
import type { Archive } from './archive';
import { findStateDict } from './stateDict';
import { locateTensor, toTensor } from './tensor';
import type { LocatedTensor, Tensor } from './tensor';
import { unpickle } from './unpickle';

/** The tensors of a PyTorch checkpoint by their keys in the state dict, in its order. */
export interface Checkpoint {
  readonly tensors: ReadonlyMap<string, Tensor>;
}

async function requireLittleEndian(archive: Archive): Promise<void> {
  if (!archive.has('byteorder')) return;
  const order = new TextDecoder().decode(await archive.read('byteorder'));
  if (order !== 'little') {
    throw new Problem(
      `The checkpoint’s byte order is ${toQuote(order)}: save it again on a little-endian machine, as nearly all are.`,
    );
  }
}

/** Checks the sizes of all records that the tensors use before any is read. */
function requireSizes(archive: Archive, tensors: readonly LocatedTensor[], fileBytes: number): void {
  const sizes = new Map<string, number>();
  for (const { name, record, recordBytes } of tensors) {
    const size = archive.size(record);
    if (size !== recordBytes) {
      throw new Problem(
        `The record ${toQuote(record)} of the checkpoint has ${size} bytes instead of the ${recordBytes} that the tensor ${toQuote(name)} needs.`,
      );
    }
    sizes.set(record, size);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > fileBytes) {
    throw new Problem(`The checkpoint’s records overlap: they claim ${total} bytes of a file of ${fileBytes} bytes.`);
  }
}

/**
 * Reads a checkpoint that torch.save of PyTorch 1.6 or newer wrote: a bare state dict or a PyTorch-Lightning file. When
 * it resolves, all records that the tensors use were verified by their checksums. Nothing in the file is executed.
 * Format: `torch/serialization.py` (`_save`) and `torch/_utils.py` (`_rebuild_tensor_v2`) of PyTorch.
 *
 * @throws Problem when the file is no such checkpoint, or is damaged.
 */
export async function readCheckpoint(bytes: Uint8Array): Promise<Checkpoint> {
  const archive = await openArchive(bytes);
  await requireLittleEndian(archive);
  const pickled = findStateDict(unpickle(await archive.read('data.pkl')));
  const located = Array.from(pickled, ([name, tensor]) => locateTensor(name, tensor, bytes.length));
  requireSizes(archive, located, bytes.length);
  const records = new Map<string, Uint8Array>();
  for (const { record } of located) {
    if (!records.has(record)) records.set(record, await archive.read(record));
  }
  return {
    tensors: new Map(located.map((tensor) => [tensor.name, toTensor(tensor, records.get(tensor.record)!)])),
  };
}
