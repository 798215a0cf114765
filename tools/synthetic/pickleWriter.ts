/** A class or function that Python finds by its module and name. */
export interface PythonName {
  readonly kind: 'name';
  readonly module: string;
  readonly name: string;
}

/** An object as pickle rebuilds it: `call(...args)`, or `call.__new__(call, ...args)`, then its state if it has one. */
export interface PythonObject {
  readonly kind: 'object';
  readonly call: PythonName;
  readonly args: readonly PythonValue[];
  readonly isNew?: boolean;
  readonly state?: PythonValue;
  /** Entries set after it was made, for subclasses of dict. */
  readonly entries?: ReadonlyMap<PythonValue, PythonValue>;
}

/** What can be pickled: arrays are lists, maps are dicts. The same name, string or storage may stand in many places. */
export type PythonValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly PythonValue[]
  | ReadonlyMap<PythonValue, PythonValue>
  | { readonly kind: 'tuple'; readonly items: readonly PythonValue[] }
  | { readonly kind: 'persistentId'; readonly id: PythonValue }
  | PythonName
  | PythonObject;

/** A Python tuple. */
export const tuple = (...items: PythonValue[]): PythonValue => ({ kind: 'tuple', items });

/** A class or function that Python finds by its module and name. */
export const pythonName = (module: string, name: string): PythonName => ({ kind: 'name', module, name });

/** The object that `call(...args)` makes. */
export const reduced = (call: PythonName, ...args: PythonValue[]): PythonObject => ({ kind: 'object', call, args });

/** Opcodes of pickle protocol 2, by the names of Python's pickletools.py. */
const OP = {
  PROTO: 0x80,
  STOP: 0x2e,
  MARK: 0x28,
  NONE: 0x4e,
  NEWTRUE: 0x88,
  NEWFALSE: 0x89,
  BININT: 0x4a,
  BINFLOAT: 0x47,
  LONG1: 0x8a,
  BINUNICODE: 0x58,
  EMPTY_LIST: 0x5d,
  APPENDS: 0x65,
  EMPTY_DICT: 0x7d,
  SETITEMS: 0x75,
  TUPLE: 0x74,
  GLOBAL: 0x63,
  REDUCE: 0x52,
  NEWOBJ: 0x81,
  BUILD: 0x62,
  BINPERSID: 0x51,
  LONG_BINPUT: 0x72,
  LONG_BINGET: 0x6a,
} as const;

/** Writes `value` as a pickle of protocol 2, the one torch.save uses. Names and strings are memoised as Python does. */
export function writePickle(value: PythonValue): Uint8Array {
  const bytes: number[] = [OP.PROTO, 2];
  const memo = new Map<string, number>();

  const uint32 = (n: number) => bytes.push(n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff);

  const once = (key: string, write: () => void) => {
    const seen = memo.get(key);
    if (seen !== undefined) {
      bytes.push(OP.LONG_BINGET);
      uint32(seen);
      return;
    }
    write();
    bytes.push(OP.LONG_BINPUT);
    uint32(memo.size);
    memo.set(key, memo.size);
  };

  const writeNumber = (n: number) => {
    if (Number.isInteger(n) && Math.abs(n) < 2 ** 31 && !Object.is(n, -0)) {
      bytes.push(OP.BININT);
      uint32(n);
      return;
    }
    bytes.push(OP.BINFLOAT);
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, n);
    for (let i = 0; i < 8; i++) bytes.push(view.getUint8(i));
  };

  /** Two's complement, as many bytes as it needs. */
  const writeLong = (n: bigint) => {
    let byteCount = 1;
    while (BigInt.asIntN(8 * byteCount, n) !== n) byteCount++;
    bytes.push(OP.LONG1, byteCount);
    for (let i = 0; i < byteCount; i++) bytes.push(Number((n >> BigInt(8 * i)) & 0xffn));
  };

  const writeText = (text: string) => {
    const utf8 = new TextEncoder().encode(text);
    bytes.push(OP.BINUNICODE);
    uint32(utf8.length);
    bytes.push(...utf8);
  };

  const writeEntries = (entries: ReadonlyMap<PythonValue, PythonValue>) => {
    if (entries.size === 0) return;
    bytes.push(OP.MARK);
    for (const [key, item] of entries) {
      write(key);
      write(item);
    }
    bytes.push(OP.SETITEMS);
  };

  const writeTuple = (items: readonly PythonValue[]) => {
    bytes.push(OP.MARK);
    items.forEach(write);
    bytes.push(OP.TUPLE);
  };

  const writeObject = ({ call, args, isNew, state, entries }: PythonObject) => {
    write(call);
    writeTuple(args);
    bytes.push(isNew ? OP.NEWOBJ : OP.REDUCE);
    if (entries) writeEntries(entries);
    if (state !== undefined) {
      write(state);
      bytes.push(OP.BUILD);
    }
  };

  const write = (item: PythonValue): void => {
    if (item === null) bytes.push(OP.NONE);
    else if (typeof item === 'boolean') bytes.push(item ? OP.NEWTRUE : OP.NEWFALSE);
    else if (typeof item === 'number') writeNumber(item);
    else if (typeof item === 'bigint') writeLong(item);
    else if (typeof item === 'string') once(`text ${item}`, () => writeText(item));
    else if (isList(item)) {
      bytes.push(OP.EMPTY_LIST, OP.MARK);
      item.forEach(write);
      bytes.push(OP.APPENDS);
    } else if (item instanceof Map) {
      bytes.push(OP.EMPTY_DICT);
      writeEntries(item);
    } else writeTagged(item as Exclude<typeof item, ReadonlyMap<PythonValue, PythonValue>>);
  };

  const writeTagged = (item: Extract<PythonValue, { kind: string }>) => {
    switch (item.kind) {
      case 'tuple':
        writeTuple(item.items);
        break;
      case 'persistentId':
        write(item.id);
        bytes.push(OP.BINPERSID);
        break;
      case 'name': {
        const line = `${item.module}\n${item.name}\n`;
        once(`name ${line}`, () => bytes.push(OP.GLOBAL, ...new TextEncoder().encode(line)));
        break;
      }
      case 'object':
        writeObject(item);
    }
  };

  write(value);
  bytes.push(OP.STOP);
  return Uint8Array.from(bytes);
}

function isList(value: PythonValue): value is readonly PythonValue[] {
  return Array.isArray(value);
}
