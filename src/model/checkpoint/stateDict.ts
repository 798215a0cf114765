import { Problem } from '../../ecg/problem';
import { toQuote } from '../../ecg/quote';
import { PickledTensor } from './pickledTensor';

/** Keys under which training programs put the model's tensors beside those of the optimiser. */
const stateDictKeys = ['state_dict', 'model_state_dict', 'model'];

/** Names that wrapping modules put before every key. */
const wrappers = ['model.', 'net.', 'module.', '_orig_mod.'];

/** What the keys of ProtoECGNet begin with once the names of wrapping modules are gone. */
const modelKey =
  /^(model1d|model2d_partial|model2d_global|feature_extractor|add_on_layers|prototype_vectors|prototype_class_identity|ones|classifier)(\.|$)/;

function tensorsOf(value: unknown): Map<string, PickledTensor> {
  const tensors = new Map<string, PickledTensor>();
  if (!(value instanceof Map)) return tensors;
  for (const [key, item] of value as Map<unknown, unknown>) {
    if (typeof key === 'string' && item instanceof PickledTensor) tensors.set(key, item);
  }
  return tensors;
}

const unwrap = (key: string): string => {
  const wrapper = wrappers.find((prefix) => key.startsWith(prefix));
  return wrapper ? unwrap(key.slice(wrapper.length)) : key;
};

/** The one prefix of all keys that belong to the model; empty where they have none or do not agree. */
function findPrefix(keys: readonly string[]): string {
  const ofModel = keys.filter((key) => modelKey.test(unwrap(key)));
  const prefixes = new Set(ofModel.map((key) => key.slice(0, key.length - unwrap(key).length)));
  return prefixes.size === 1 ? [...prefixes][0] : '';
}

/**
 * Finds the model's tensors in what a checkpoint holds: a state dict, or a training program's dictionary around one.
 * The prefix of a wrapping module (`model.`, `net.`) is taken off where all keys of the model have it.
 *
 * @throws Problem when there is no tensor with a name.
 */
export function findStateDict(root: unknown): ReadonlyMap<string, PickledTensor> {
  // A copy, because a pickle may give the dictionary a state that shadows its methods.
  const fields = root instanceof Map ? new Map<unknown, unknown>(root) : new Map<unknown, unknown>();
  const nested = stateDictKeys.map((key) => fields.get(key));
  const tensors = [...nested, fields].map(tensorsOf).find((found) => found.size > 0);
  if (!tensors) {
    throw new Problem(
      'The checkpoint holds no named tensors: save the model’s state_dict(), not the model itself, with torch.save.',
    );
  }
  const prefix = findPrefix([...tensors.keys()]);
  const stripped = new Map<string, PickledTensor>();
  for (const [key, tensor] of tensors) {
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : key;
    if (stripped.has(name)) throw new Problem(`The checkpoint has two tensors named ${toQuote(name)}.`);
    stripped.set(name, tensor);
  }
  return stripped;
}
