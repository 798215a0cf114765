import { writeArchive } from './archiveWriter';
import { pythonName, type PythonValue, reduced, tuple, writePickle } from './pickleWriter';

/** torch.save's reference to the record `data/<key>`: `count` numbers of a storage class, for example `FloatStorage`. */
export const storageReference = (type: string, key: string, count: number): PythonValue => ({
  kind: 'persistentId',
  id: tuple('storage', pythonName('torch', type), key, 'cuda:0', count),
});

/** A view of a storage, right or wrong, that the function `make` of `torch._utils` rebuilds. */
export const pickledView = (
  storage: PythonValue,
  offset: number,
  shape: readonly number[],
  strides: readonly number[],
  make = '_rebuild_tensor_v2',
): PythonValue =>
  reduced(pythonName('torch._utils', make), storage, offset, tuple(...shape), tuple(...strides), false, null);

/** A checkpoint, right or wrong, whose only tensor `x` is what the pickle says, with the records given. */
export async function writeRawCheckpoint(x: PythonValue, records: Record<string, Uint8Array>): Promise<Uint8Array> {
  const pickle = writePickle(new Map<PythonValue, PythonValue>([['x', x]]));
  const named = Object.entries(records).map(([name, bytes]) => [`raw/${name}`, bytes] as const);
  return writeArchive(new Map([['raw/data.pkl', pickle], ...named]));
}
