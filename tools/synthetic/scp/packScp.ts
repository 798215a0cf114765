import { crc16 } from '../../../src/ecg/formats/crc16';
import { u16, u32 } from './scpFields';

const PREFIX_BYTES = 6;
const HEADER_BYTES = 16;
const POINTER_BYTES = 10;
const LEAST_POINTERS = 12;

/** What a packed SCP-ECG file says of itself. */
export interface ScpPackOptions {
  /** Ten times the version of the protocol. */
  readonly protocolVersion: number;
  /** Whether the pointer section carries "SCPECG". */
  readonly hasMark: boolean;
  /** False: 0 in the place of every checksum. */
  readonly hasChecksums: boolean;
}

/** Joins the bodies of sections 1 and up to an SCP-ECG file. */
export function packScp(bodies: ReadonlyMap<number, readonly number[]>, options: ScpPackOptions): Uint8Array<ArrayBuffer> {
  const { protocolVersion, hasMark, hasChecksums } = options;
  const ids = [...new Set([...Array(LEAST_POINTERS).keys(), ...bodies.keys()])].sort((a, b) => a - b);
  const pointersLength = HEADER_BYTES + POINTER_BYTES * ids.length;
  let place = PREFIX_BYTES + 1;
  const pointers = ids.flatMap((id) => {
    const length = id === 0 ? pointersLength : toLength(bodies.get(id));
    const pointer = [...u16(id), ...u32(length), ...u32(length === 0 ? 0 : place)];
    place += length;
    return pointer;
  });
  const header = (id: number, length: number, mark: string): number[] => [
    ...[...u16(0), ...u16(id), ...u32(length), protocolVersion, protocolVersion],
    ...Array.from(mark.padEnd(6, '\0'), (letter) => letter.charCodeAt(0)),
  ];
  const sections = ids.flatMap((id) => {
    if (id === 0) return [...header(0, pointersLength, hasMark ? 'SCPECG' : ''), ...pointers];
    const body = bodies.get(id);
    if (!body) return [];
    return [...header(id, toLength(body), ''), ...body, ...(body.length % 2 === 1 ? [0] : [])];
  });
  const bytes = Uint8Array.from([...u16(0), ...u32(PREFIX_BYTES + sections.length), ...sections]);
  if (hasChecksums) sealScp(bytes);
  return bytes;
}

/** Sections have an even length. */
function toLength(body: readonly number[] | undefined): number {
  return body ? HEADER_BYTES + 2 * Math.ceil(body.length / 2) : 0;
}

/** Writes the checksums that belong to the bytes, of every section that the pointers reach and of the file. */
export function sealScp(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = Math.min(bytes.length, PREFIX_BYTES + view.getUint32(PREFIX_BYTES + 4, true));
  // The pointers' own section last: its checksum covers nothing that the others change.
  for (let at = PREFIX_BYTES + HEADER_BYTES; at + POINTER_BYTES <= end; at += POINTER_BYTES) {
    const [length, start] = [view.getUint32(at + 2, true), view.getUint32(at + 6, true) - 1];
    if (length < HEADER_BYTES || start < PREFIX_BYTES || start + length > bytes.length) continue;
    view.setUint16(start, crc16(bytes.subarray(start + 2, start + length)), true);
  }
  view.setUint16(0, crc16(bytes.subarray(2, view.getUint32(2, true))), true);
}
