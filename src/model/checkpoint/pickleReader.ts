import { BufferReader } from 'pickleparser';

/** Opcodes of Python integers of any length: pickletools.py, `LONG1` and `LONG4`. */
const LONG1 = 0x8a;
const LONG4 = 0x8b;

/** 2^53 - 1 in little-endian bytes. */
const LARGEST_SAFE_INTEGER = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f);

/**
 * The bytes of a pickle, read strictly forward, so that parsing ends after at most as many steps as there are bytes.
 *
 * Python integers outside 0 … 2^47 (random states, hashes) are read as 2^53 - 1: no checkpoint needs them, and as the
 * size of a tensor that number fails every check.
 */
export class PickleReader extends BufferReader {
  constructor(private readonly pickle: Uint8Array) {
    super(pickle);
  }

  override skip(byteCount: number): void {
    if (!(byteCount >= 0)) throw new RangeError(`a length of ${byteCount}`);
    super.skip(byteCount);
  }

  override uint64(): number {
    const low = this.uint32();
    const value = low + 2 ** 32 * this.uint32();
    if (value > this.length) throw new RangeError(`a length of ${value}`);
    return value;
  }

  override bytes(length: number): Uint8Array {
    const start = this.position;
    const bytes = super.bytes(length) as Uint8Array;
    if (this.pickle[start - 5] === LONG4 && this.lengthBefore(start) === length) return LARGEST_SAFE_INTEGER;
    const isLong = this.pickle[start - 2] === LONG1 && this.pickle[start - 1] === length;
    return isLong && (length > 6 || bytes[length - 1] > 0x7f) ? LARGEST_SAFE_INTEGER : bytes;
  }

  /** The 32-bit length that stands right before `position`. */
  private lengthBefore(position: number): number {
    return new DataView(this.pickle.buffer, this.pickle.byteOffset).getUint32(position - 4, true);
  }
}
