import { type NameRegistry, Parser } from 'pickleparser';
import { Problem } from '../../ecg/problem';
import { type Dtype, NUMBER_FORMATS } from './dtype';
import { inert } from './inert';
import { PickledTensor } from './pickledTensor';
import type { PickledStorage } from './pickledTensor';
import { PickleReader } from './pickleReader';

/** Number types by the name of PyTorch's storage class, without "Storage". */
const storageDtypes: Readonly<Record<string, Dtype>> = {
  Double: 'float64',
  Float: 'float32',
  Half: 'float16',
  BFloat16: 'bfloat16',
  Long: 'int64',
  Int: 'int32',
  Short: 'int16',
  Char: 'int8',
  Byte: 'uint8',
  Bool: 'bool',
};

/** A class or a value that the pickle refers to by name and that means something here. */
class Named {
  constructor(
    readonly sort: 'storage' | 'dtype',
    readonly name: string,
  ) {
    Object.freeze(this);
  }
}

function toCounts(value: unknown): readonly number[] {
  const isCount = (item: unknown): item is number => Number.isSafeInteger(item) && (item as number) >= 0;
  if (!Array.isArray(value)) throw new TypeError('no list of counts');
  // A copy, because a pickle may give the list a state that shadows its methods.
  const items: unknown[] = [...(value as unknown[])];
  if (!items.every(isCount)) throw new TypeError('no list of counts');
  return items;
}

/** Reads a persistent id, torch.save's reference to a storage: `('storage', class, key, device, count)`. */
function toStorage(id: unknown): PickledStorage {
  if (!Array.isArray(id) || id.length !== 5) throw new TypeError('no reference to a storage');
  const [tag, type, key, , count] = id as unknown[];
  if (tag !== 'storage' || !(type instanceof Named) || type.sort !== 'storage' || typeof key !== 'string') {
    throw new TypeError('no reference to a storage');
  }
  const dtype = storageDtypes[type.name.replace(/Storage$/, '')];
  return Object.freeze({ key, typeName: type.name, dtype, count: toCounts([count])[0] });
}

function isStorage(value: unknown): value is PickledStorage {
  return typeof value === 'object' && value !== null && 'typeName' in value;
}

function rebuildView(
  storage: unknown,
  offset: unknown,
  shape: unknown,
  strides: unknown,
  dtype?: unknown,
): PickledTensor {
  if (!isStorage(storage)) throw new TypeError('a tensor without a storage');
  const view = {
    storage,
    dtype: dtype instanceof Named ? (dtype.name as Dtype) : storage.dtype,
    offset: toCounts([offset])[0],
    shape: toCounts(shape),
    strides: toCounts(strides),
  };
  if (view.shape.length !== view.strides.length) throw new TypeError('a tensor with more sizes than strides');
  return new PickledTensor(Object.freeze(view));
}

function toDictionary(entries?: unknown): Map<unknown, unknown> {
  return new Map(Array.isArray(entries) ? (entries as [unknown, unknown][]) : []);
}

type PythonFunction = (...args: unknown[]) => unknown;

/** What a name may stand for; frozen, since a pickle may try to give a function a state. */
function known(call: PythonFunction): unknown {
  return Object.freeze(function (...args: unknown[]): unknown {
    return call(...args);
  });
}

const tensorMakers: Readonly<Record<string, unknown>> = {
  _rebuild_tensor: known((storage, offset, shape, strides) => rebuildView(storage, offset, shape, strides)),
  _rebuild_tensor_v2: known((storage, offset, shape, strides) => rebuildView(storage, offset, shape, strides)),
  _rebuild_tensor_v3: known((storage, offset, shape, strides, _grad, _hooks, dtype) =>
    rebuildView(storage, offset, shape, strides, dtype),
  ),
  _rebuild_parameter: known((tensor) => tensor),
  _rebuild_parameter_with_state: known((tensor) => tensor),
  _rebuild_from_type_v2: known((make, _type, args) => (make as PythonFunction)(...(args as unknown[]))),
};
const dictionary = known(toDictionary);
const dictionaries = new Set([
  'collections OrderedDict',
  'collections defaultdict',
  'builtins dict',
  '__builtin__ dict',
]);

/** What the class or function `name` of the Python module `module` stands for: nothing, unless it makes up tensors. */
function resolveName(module: string, name: string): unknown {
  if (dictionaries.has(`${module} ${name}`)) return dictionary;
  if (module === 'torch._utils' || module === 'torch._tensor') {
    if (Object.hasOwn(tensorMakers, name)) return tensorMakers[name];
    if (name.startsWith('_rebuild_')) return known(() => new PickledTensor({ unreadableKind: name }));
  }
  if (/^torch(\.storage|\.cuda)?$/.test(module) && name.endsWith('Storage')) return new Named('storage', name);
  if (module === 'torch' && Object.hasOwn(NUMBER_FORMATS, name)) return new Named('dtype', name);
  return inert;
}

/**
 * Reads the pickle of a checkpoint: dictionaries become maps, tensors `PickledTensor`, lists and tuples arrays, and
 * every other object an inert stand-in. Nothing is executed.
 *
 * @throws Problem when the pickle is damaged.
 */
export function unpickle(pickle: Uint8Array): unknown {
  const reader = new PickleReader(pickle);
  const parser = new Parser({
    nameResolver: { resolve: resolveName as NameRegistry['resolve'] },
    persistentResolver: { resolve: toStorage },
    unpicklingTypeOfDictionary: 'Map',
    unpicklingTypeOfSet: 'Set',
  });
  try {
    return parser.read(reader);
  } catch {
    throw new Problem(
      `The checkpoint’s list of contents (data.pkl) cannot be read beyond byte ${reader.position}, so save the checkpoint again with torch.save.`,
    );
  }
}
