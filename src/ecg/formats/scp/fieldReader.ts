import { Problem } from '../../problem';

/** Reads the fields of a section one after another, low byte first as everywhere in SCP-ECG. */
export interface FieldReader {
  readonly unsigned8: () => number;
  readonly unsigned16: () => number;
  readonly signed16: () => number;
  readonly unsigned32: () => number;
  /** The next bytes, not copied. */
  readonly bytes: (count: number) => Uint8Array;
  /** How many bytes are left. */
  readonly left: () => number;
}

/**
 * @param what the section in words, for the sentence.
 * @returns a reader whose every call throws a Problem where the section ends before the field does.
 */
export function createFieldReader(section: Uint8Array, what: string, name: string): FieldReader {
  const view = new DataView(section.buffer, section.byteOffset, section.length);
  let at = 0;
  const advance = (count: number): number => {
    if (count > section.length - at) throw new Problem(`${name} is damaged: ${what} is shorter than it announces.`);
    at += count;
    return at - count;
  };
  return {
    unsigned8: () => view.getUint8(advance(1)),
    unsigned16: () => view.getUint16(advance(2), true),
    signed16: () => view.getInt16(advance(2), true),
    unsigned32: () => view.getUint32(advance(4), true),
    bytes: (count) => {
      const start = advance(count);
      return section.subarray(start, start + count);
    },
    left: () => section.length - at,
  };
}
