import dicomParser from 'dicom-parser';

/** Where the data set of a DICOM file begins, and how it is encoded. */
export interface DicomFileMeta {
  /** The UID of the transfer syntax; undefined where the file does not give it. */
  readonly transferSyntax: string | undefined;
  /** Where the data set begins, in bytes. */
  readonly begin: number;
}

const PREAMBLE_BYTES = 128;
const MARK = 'DICM';
/** What a data set begins with, up to SOPInstanceUID, is short. */
const LAST_FIRST_NUMBER = 0x18;
const LONGEST_FIRST_BYTES = 256;

/** Whether bytes are a DICOM file, with or without the preamble and the mark that PS3.10 puts before it. */
export function isDicom(bytes: Uint8Array): boolean {
  return findBegin(bytes) !== undefined;
}

/**
 * The file meta information (PS3.10 clause 7.1), which is in explicit VR little endian whatever follows it.
 * @throws whatever the library throws where it is cut off.
 */
export function readFileMeta(bytes: Uint8Array): DicomFileMeta {
  const { ByteStream, littleEndianByteArrayParser, readDicomElementExplicit, readFixedString } = dicomParser;
  const stream = new ByteStream(littleEndianByteArrayParser, bytes, findBegin(bytes) ?? 0);
  let transferSyntax: string | undefined;
  while (bytes[stream.position] === 2 && bytes[stream.position + 1] === 0) {
    const { tag, dataOffset, length } = readDicomElementExplicit(stream);
    if (tag === 'x00020010') transferSyntax = readFixedString(bytes, dataOffset, length).trim();
  }
  return { transferSyntax, begin: stream.position };
}

/** Whether the element at `begin` names its value representation: two capitals between tag and length. */
export function isExplicit(bytes: Uint8Array, begin: number): boolean {
  return [4, 5].every((offset) => isCapital(bytes[begin + offset] ?? 0));
}

function findBegin(bytes: Uint8Array): number | undefined {
  if (hasMark(bytes, PREAMBLE_BYTES)) return PREAMBLE_BYTES + MARK.length;
  if (hasMark(bytes, 0)) return MARK.length;
  return beginsWithElements(bytes) ? 0 : undefined;
}

function hasMark(bytes: Uint8Array, at: number): boolean {
  return Array.from(MARK).every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** Two elements in ascending order, of the file meta information or of the group that names the object. */
function beginsWithElements(bytes: Uint8Array): boolean {
  const first = findElement(bytes, 0);
  const second = first && findElement(bytes, first.end);
  if (!first || !second) return false;
  const { group, number } = first;
  const isBegin = group === 2 ? number === 0 : group === 8 && number <= LAST_FIRST_NUMBER;
  return isBegin && second.group === group && second.number > number;
}

function findElement(bytes: Uint8Array, at: number): { group: number; number: number; end: number } | undefined {
  if (at + 8 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const length = isExplicit(bytes, at) ? view.getUint16(6, true) : view.getUint32(4, true);
  if (length > LONGEST_FIRST_BYTES) return undefined;
  return { group: view.getUint16(0, true), number: view.getUint16(2, true), end: at + 8 + length };
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}
