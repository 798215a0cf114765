import type { EcgFile } from '../../ecgFile';
import { Problem } from '../../problem';
import { crc16 } from '../crc16';
import { createFieldReader } from './fieldReader';

/** An SCP-ECG file taken apart into its sections. */
export interface ScpFile {
  readonly name: string;
  /** Ten times the version of the protocol: 13 is 1.3, 20 is 2.0; as the file gives it. */
  readonly protocolVersion: number;
  readonly sections: ReadonlyMap<number, ScpSection>;
  /** What could not be verified. */
  readonly remarks: readonly string[];
}

interface ScpSection {
  /** What follows the header of 16 bytes. */
  readonly body: Uint8Array;
  /** What is wrong with the section, for a sentence; undefined where its place and checksum are right. */
  readonly fault: string | undefined;
}

const PREFIX_BYTES = 6;
const HEADER_BYTES = 16;
const POINTER_BYTES = 10;
const MAGIC = Array.from('SCPECG', (letter) => letter.charCodeAt(0));
const MAGIC_AT = PREFIX_BYTES + 10;
const MOST_POINTERS = 1024;

const TITLES: ReadonlyMap<number, string> = new Map([
  [0, 'pointers'],
  [2, 'Huffman tables'],
  [3, 'leads'],
  [4, 'QRS locations'],
  [5, 'reference beat'],
  [6, 'rhythm'],
  [7, 'measurements'],
]);

/**
 * Whether bytes are an SCP-ECG file: by its mark, or, as files of version 1 may lack it, by a pointer section whose first
 * pointer is to itself.
 */
export function isScp(bytes: Uint8Array): boolean {
  if (MAGIC.every((letter, index) => bytes[MAGIC_AT + index] === letter)) return true;
  if (bytes.length < PREFIX_BYTES + HEADER_BYTES + POINTER_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint32(10, true);
  const pointers = (length - HEADER_BYTES) / POINTER_BYTES;
  const isPointerSection = view.getUint16(8, true) === 0 && Number.isInteger(pointers) && pointers > 1 && pointers <= MOST_POINTERS;
  const isOwnPointer = view.getUint16(22, true) === 0 && view.getUint32(24, true) === length;
  return isPointerSection && isOwnPointer && [PREFIX_BYTES, PREFIX_BYTES + 1].includes(view.getUint32(28, true));
}

/**
 * Takes an SCP-ECG file apart. The checksum of the pointers must be right; that of another section matters when the
 * section is used, see {@link requireSection}. Source: EN 1064:2005+A1:2007 (ISO 11073-91064:2009), 5.2 and 5.3.
 * @throws Problem where the file is cut off, or no pointers can be read.
 */
export function readSections({ name, bytes }: EcgFile): ScpFile {
  const prefix = createFieldReader(bytes, 'its beginning', name);
  const checksum = prefix.unsigned16();
  const announcedBytes = prefix.unsigned32();
  const protocolVersion = prefix.bytes(HEADER_BYTES)[9]!;
  const pointers = readPointers(bytes, name);
  requireWholeFile(announcedBytes, pointers[0]?.place, bytes.length, name);
  const sections = new Map<number, ScpSection>();
  for (const { id, length, place } of pointers) {
    if (length === 0) continue;
    if (sections.has(id)) throw new Problem(`${name} is damaged: it points to ${toTitle(id)} twice.`);
    sections.set(id, toSection(id, bytes, place - 1, length));
  }
  const isUnverified = checksum === 0 && [...sections.values()].every(({ fault }) => fault === NO_CHECKSUM);
  const scp: ScpFile = {
    name,
    protocolVersion,
    sections: isUnverified ? new Map([...sections].map(([id, { body }]) => [id, { body, fault: undefined }])) : sections,
    remarks: toRemarks(isUnverified, crc16(bytes.subarray(2, announcedBytes)) === checksum),
  };
  requireSection(scp, 0);
  return scp;
}

interface Pointer {
  readonly id: number;
  readonly length: number;
  /** The number of the section's first byte; the file's first byte is number 1. */
  readonly place: number;
}

function readPointers(bytes: Uint8Array, name: string): Pointer[] {
  const length = new DataView(bytes.buffer, bytes.byteOffset + PREFIX_BYTES, HEADER_BYTES).getUint32(4, true);
  const fields = createFieldReader(bytes.subarray(PREFIX_BYTES + HEADER_BYTES, PREFIX_BYTES + length), toTitle(0), name);
  const count = Math.min(Math.floor(fields.left() / POINTER_BYTES), MOST_POINTERS);
  return Array.from({ length: count }, () => ({
    id: fields.unsigned16(),
    length: fields.unsigned32(),
    place: fields.unsigned32(),
  }));
}

const NO_CHECKSUM = 'gives the checksum 0, which is not that of its bytes';

function toSection(id: number, bytes: Uint8Array, start: number, length: number): ScpSection {
  if (length < HEADER_BYTES || start < PREFIX_BYTES || start + length > bytes.length) {
    return { body: new Uint8Array(), fault: `should lie at byte ${start + 1}, ${length} bytes long, where it cannot` };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, length);
  const body = bytes.subarray(start + HEADER_BYTES, start + length);
  const checksum = view.getUint16(0, true);
  if (view.getUint16(2, true) !== id) return { body, fault: 'is not where the file points to' };
  if (crc16(bytes.subarray(start + 2, start + length)) === checksum) return { body, fault: undefined };
  return { body, fault: checksum === 0 ? NO_CHECKSUM : 'does not match its checksum' };
}

/** That HealForce’s files count from 0 and do not keep to the standard is known from K. Bao’s healforcescpecg. */
function requireWholeFile(announcedBytes: number, firstPlace: number | undefined, heldBytes: number, name: string): void {
  if (firstPlace === PREFIX_BYTES) {
    const who = 'as HealForce’s handheld monitors do, which record fewer than twelve leads';
    throw new Problem(`${name} does not keep to the SCP-ECG standard: it counts bytes from 0, ${who}.`);
  }
  if (announcedBytes <= heldBytes && announcedBytes > PREFIX_BYTES + HEADER_BYTES) return;
  throw new Problem(`${name} is cut off or damaged: it announces ${announcedBytes} bytes and holds ${heldBytes}.`);
}

/** A wrong sum of the file, where those of the sections that were used are right, is remarked on: the ECG is sound. */
function toRemarks(isUnverified: boolean, isChecksumRight: boolean): string[] {
  if (isUnverified) return ['The file gives the checksum 0 everywhere, so it cannot tell whether the samples are unaltered.'];
  if (isChecksumRight) return [];
  return ['The checksum of the file is wrong, while those of the parts that hold the ECG are right: something else was altered.'];
}

/**
 * The body of a section; undefined where the file has none.
 * @throws Problem where its place or checksum is wrong.
 */
export function findSection({ name, sections }: ScpFile, id: number): Uint8Array | undefined {
  const section = sections.get(id);
  if (section?.fault) throw new Problem(`${name} was altered or damaged: ${toTitle(id)} ${section.fault}.`);
  return section?.body;
}

/**
 * The body of a section that there must be.
 * @throws Problem where it is missing, or its place or checksum is wrong.
 */
export function requireSection(scp: ScpFile, id: number): Uint8Array {
  const body = findSection(scp, id);
  if (!body) throw new Problem(`${scp.name} holds no ECG that can be read: it lacks ${toTitle(id)}.`);
  return body;
}

/** "section 6 (rhythm)". */
export function toTitle(id: number): string {
  const title = TITLES.get(id);
  return title ? `section ${id} (${title})` : `section ${id}`;
}
