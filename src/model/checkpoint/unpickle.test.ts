import { describe, expect, it } from 'vitest';
import {
  type PythonObject,
  type PythonValue,
  pythonName,
  reduced,
  tuple,
  writePickle,
} from '../../../tools/synthetic/pickleWriter';
import { pickledView, storageReference } from '../../../tools/synthetic/rawCheckpoint';
import { Problem } from '../../ecg/problem';
import { inert } from './inert';
import { PickledTensor } from './pickledTensor';
import { unpickle } from './unpickle';

const roundTrip = (value: PythonValue): unknown => unpickle(writePickle(value));

/** A pickle given opcode by opcode; texts are ASCII. */
const assemble = (...parts: (number | string)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? [part] : [...Buffer.from(part, 'latin1')])));

const damaged = /^The checkpoint’s list of contents \(data\.pkl\) cannot be read beyond byte \d+, so save .+ torch\.save\.$/;

function refusalOf(pickle: Uint8Array): string {
  try {
    unpickle(pickle);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Problem);
    return (thrown as Problem).message;
  }
  return 'nothing was thrown';
}

describe('references to storages', () => {
  const tensorOf = (storage: PythonValue): unknown => roundTrip(pickledView(storage, 2, [3], [1]));
  const reference = (...items: PythonValue[]): PythonValue => ({ kind: 'persistentId', id: tuple(...items) });
  const float = pythonName('torch', 'FloatStorage');

  it('says which record, of which type and how many numbers', () => {
    expect(tensorOf(storageReference('HalfStorage', '17', 40))).toEqual(
      new PickledTensor({
        storage: { key: '17', typeName: 'HalfStorage', dtype: 'float16', count: 40 },
        dtype: 'float16',
        offset: 2,
        shape: [3],
        strides: [1],
      }),
    );
  });

  it.each<[string, PythonValue]>([
    ['a tag other than storage', reference('module', float, '0', 'cpu', 4)],
    ['four items', reference('storage', float, '0', 'cpu')],
    ['six items', reference('storage', float, '0', 'cpu', 4, null)],
    ['a class that is no storage', reference('storage', pythonName('os', 'system'), '0', 'cpu', 4)],
    ['a number as its key', reference('storage', float, 0, 'cpu', 4)],
    ['a negative count', reference('storage', float, '0', 'cpu', -4)],
    ['a broken count', reference('storage', float, '0', 'cpu', 1.5)],
    ['a count beyond all numbers', reference('storage', float, '0', 'cpu', 2n ** 70n - 1n, 0)],
    ['no tuple', { kind: 'persistentId', id: 'storage' }],
  ])('refuses %s', (_, storage) => {
    expect(refusalOf(writePickle(pickledView(storage, 0, [1], [1])))).toMatch(damaged);
  });

  it.each<[string, PythonValue]>([
    ['a negative offset', pickledView(storageReference('FloatStorage', '0', 4), -1, [1], [1])],
    ['a negative stride', pickledView(storageReference('FloatStorage', '0', 4), 3, [4], [-1])],
    ['more sizes than strides', pickledView(storageReference('FloatStorage', '0', 4), 0, [2, 2], [2])],
    ['no storage', pickledView('0', 0, [1], [1])],
  ])('refuses a tensor with %s', (_, tensor) => {
    expect(refusalOf(writePickle(tensor))).toMatch(damaged);
  });
});

describe('what is no tensor', () => {
  it('becomes an inert stand-in, whatever is done with it', () => {
    const system = pythonName('os', 'system');
    const values: PythonObject[] = [
      reduced(system, 'echo executed'),
      { ...reduced(system), isNew: true, state: new Map([['a', 1]]) },
      { ...reduced(pythonName('lightning', 'Callback')), state: tuple(1, 2), entries: new Map([['k', 'v']]) },
      reduced(pythonName('builtins', 'getattr'), system, '__call__'),
    ];
    for (const value of values) expect(roundTrip(value)).toBe(inert);
  });

  it('may be called, filled and appended to', () => {
    const call = ['c', 'os\nsystem\n', ')', 'R'];
    expect(unpickle(assemble(0x80, 2, ...call, ')', 'R', '.'))).toBe(inert); // the result called again
    expect(unpickle(assemble(0x80, 2, ...call, 'K', 1, 'a', '.'))).toBe(inert); // append
    expect(unpickle(assemble(0x80, 2, ...call, '(', 'K', 1, 'K', 2, 'e', '.'))).toBe(inert); // appends
    expect(unpickle(assemble(0x80, 2, ...call, 'K', 1, 'K', 2, 's', '.'))).toBe(inert); // set an item
    expect(unpickle(assemble(0x80, 4, ...call, '(', 'K', 1, 0x90, '.'))).toBe(inert); // add to a set
  });

  it('cannot change what the names of PyTorch stand for', () => {
    const poisoned = assemble(0x80, 2, 'c', 'torch._utils\n_rebuild_tensor_v2\n', '}', 'U', 1, 'x', 'K', 1, 's', 'b', '.');
    expect(refusalOf(poisoned)).toMatch(damaged);
    expect(roundTrip(pickledView(storageReference('FloatStorage', '0', 1), 0, [1], [1]))).toBeInstanceOf(PickledTensor);
  });

  it('may be an integer of any length', () => {
    const long = Number.MAX_SAFE_INTEGER;
    expect(roundTrip([2n ** 40n, 2n ** 47n, 2n ** 127n, -(2n ** 40n), 0n])).toEqual([2 ** 40, long, long, long, 0]);
    const hugeAsLong4 = assemble(0x80, 2, 0x8b, 3, 1, 0, 0, ...new Array<number>(259).fill(1), '.');
    expect(unpickle(hugeAsLong4)).toBe(BigInt(long));
  });
});

describe('a pickle that is damaged or hostile', () => {
  it.each<[string, Uint8Array]>([
    ['is empty', assemble()],
    ['has no end', assemble(0x80, 2, 'N')],
    ['has an unknown instruction', assemble(0x80, 2, 0xff, '.')],
    ['closes what it never opened', assemble(0x80, 2, 't', '.')],
    ['jumps back by a negative length', assemble(0x80, 3, 'B', 0xfb, 0xff, 0xff, 0xff, '.')],
    ['has a text longer than itself', assemble(0x80, 2, 'X', 0xff, 0xff, 0xff, 0x7f, 'a', '.')],
    ['has a text of 2^56 bytes', assemble(0x80, 4, 0x8d, 0, 0, 0, 0, 0, 0, 0, 1, '.')],
    ['refers to an unknown extension', assemble(0x80, 2, 0x82, 1, '.')],
    ['refers to a storage by text', assemble(0x80, 2, 'P', 'storage\n', '.')],
  ])('that %s is refused', (_, pickle) => {
    expect(refusalOf(pickle)).toMatch(damaged);
  });

  it('that calls itself without end is refused', () => {
    const make = pythonName('torch._tensor', '_rebuild_from_type_v2');
    // A list [make, None, <the list itself>], called with itself as arguments.
    const loop = assemble(0x80, 2, 'c', `${make.module}\n${make.name}\n`, 'q', 0, ']', 'q', 1, '(', 'h', 0, 'N', 'h', 1, 'e', 'R', '.');
    expect(refusalOf(loop)).toMatch(damaged);
  });
});
