import type { Dtype } from '../../src/model/checkpoint/dtype';
import { writeArchive } from './archiveWriter';
import { type PythonObject, type PythonValue, pythonName, reduced, tuple, writePickle } from './pickleWriter';
import { type Storage, type StoredTensor, storedTensor, toStorageBytes } from './storedTensor';

/** How a checkpoint is laid out around its tensors. */
export interface CheckpointLayout {
  /** `bare`: the state dict alone; `lightning`: what PyTorch-Lightning saves around it. */
  readonly wrapping: 'bare' | 'lightning';
  /** What stands before every key of the state dict, for example `model.`. */
  readonly prefix?: string;
  /** The folder of the records in the archive. */
  readonly folder?: string;
  /** Whether tensors of real numbers are `torch.nn.Parameter`. */
  readonly parameters?: boolean;
  /** Whether storages are written without a type, which the tensors then carry. */
  readonly untypedStorages?: boolean;
  /** Content of the record `byteorder`, which PyTorch 2.1 introduced. */
  readonly byteOrder?: string;
}

const storageNames: Readonly<Record<Dtype, string>> = {
  float64: 'DoubleStorage',
  float32: 'FloatStorage',
  float16: 'HalfStorage',
  bfloat16: 'BFloat16Storage',
  int64: 'LongStorage',
  int32: 'IntStorage',
  int16: 'ShortStorage',
  int8: 'CharStorage',
  uint8: 'ByteStorage',
  bool: 'BoolStorage',
};

const orderedDict = (entries?: ReadonlyMap<PythonValue, PythonValue>): PythonObject => ({
  ...reduced(pythonName('collections', 'OrderedDict')),
  entries,
});

/** Turns tensors into Python objects and collects the storages they refer to, in order of their first use. */
function createTensorPickler(layout: CheckpointLayout) {
  const storages = new Map<Storage, string>();

  const toReference = (storage: Storage): PythonValue => {
    const key = storages.get(storage) ?? String(storages.size);
    storages.set(storage, key);
    const [type, count] = layout.untypedStorages
      ? [pythonName('torch.storage', 'UntypedStorage'), toStorageBytes(storage).length]
      : [pythonName('torch', storageNames[storage.dtype]), storage.values.length];
    return { kind: 'persistentId', id: tuple('storage', type, key, 'cpu', count) };
  };

  const toPython = ({ storage, offset, shape, strides }: StoredTensor): PythonValue => {
    const view = [toReference(storage), offset, tuple(...shape), tuple(...strides), false, orderedDict()];
    const tensor = layout.untypedStorages
      ? reduced(pythonName('torch._utils', '_rebuild_tensor_v3'), ...view, pythonName('torch', storage.dtype), null)
      : reduced(pythonName('torch._utils', '_rebuild_tensor_v2'), ...view);
    return layout.parameters && storage.dtype.includes('float')
      ? reduced(pythonName('torch._utils', '_rebuild_parameter'), tensor, true, orderedDict())
      : tensor;
  };
  return { storages, toPython };
}

/** The dictionary of a PyTorch-Lightning checkpoint: much of what it holds is no tensor, or none of the model's. */
function wrapAsLightning(stateDict: PythonValue, toPython: (tensor: StoredTensor) => PythonValue): PythonValue {
  const namespace: PythonObject = {
    ...reduced(pythonName('argparse', 'Namespace')),
    isNew: true,
    state: new Map<PythonValue, PythonValue>([
      ['job_name', 'fusion'],
      ['proto_dim', 512],
      ['seed', 2n ** 127n],
    ]),
  };
  const callback: PythonObject = {
    ...reduced(pythonName('somewhere.training', 'BestScore'), 'val_loss'),
    state: new Map<PythonValue, PythonValue>([['best', 0.25]]),
    entries: new Map<PythonValue, PythonValue>([['patience', 10]]),
  };
  const moments = new Map<PythonValue, PythonValue>([
    ['step', 99],
    ['exp_avg', toPython(storedTensor([2], [0.5, -0.5]))],
  ]);
  return new Map<PythonValue, PythonValue>([
    ['epoch', 3],
    ['pytorch-lightning_version', '2.0.0'],
    ['state_dict', stateDict],
    ['callbacks', new Map<PythonValue, PythonValue>([['BestScore', callback]])],
    ['optimizer_states', [new Map<PythonValue, PythonValue>([['state', new Map([[0, moments]])]])]],
    ['hyper_parameters', new Map<PythonValue, PythonValue>([['args', namespace]])],
  ]);
}

/** Writes a checkpoint as torch.save does: a zip archive of a pickle (protocol 2) and one record for each storage. */
export async function writeCheckpoint(
  tensors: ReadonlyMap<string, StoredTensor>,
  layout: CheckpointLayout,
): Promise<Uint8Array> {
  const { folder = 'archive', prefix = '', wrapping, byteOrder } = layout;
  const { storages, toPython } = createTensorPickler(layout);
  const entries = Array.from(tensors, ([key, tensor]) => [prefix + key, toPython(tensor)] as const);
  const stateDict: PythonObject = {
    ...orderedDict(new Map<PythonValue, PythonValue>(entries)),
    state: new Map<PythonValue, PythonValue>([['_metadata', orderedDict()]]),
  };
  const root = wrapping === 'bare' ? stateDict : wrapAsLightning(stateDict, toPython);
  const text = (content: string) => new TextEncoder().encode(content);
  const records = new Map([[`${folder}/data.pkl`, writePickle(root)]]);
  if (byteOrder !== undefined) records.set(`${folder}/byteorder`, text(byteOrder));
  for (const [storage, key] of storages) records.set(`${folder}/data/${key}`, toStorageBytes(storage));
  records.set(`${folder}/version`, text('3\n'));
  return await writeArchive(records);
}
