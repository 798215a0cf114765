import dicomParser from 'dicom-parser';
import { type DicomNode, itemsOf } from './dataSet';

/** A coded concept (PS3.3 table 8.8-1): value, the scheme it is of, and its meaning in words; empty where absent. */
export interface DicomCode {
  readonly value: string;
  readonly scheme: string;
  readonly meaning: string;
}

/** No text of a waveform is longer. */
const LONGEST_TEXT_BYTES = 1024;

/** The text of an element, each byte a character; empty where it is absent. */
export function textOf(node: DicomNode, tag: string): string {
  const element = node.elements[tag];
  if (!element || element.dataOffset + element.length > node.byteArray.length) return '';
  return dicomParser.readFixedString(node.byteArray, element.dataOffset, Math.min(element.length, LONGEST_TEXT_BYTES)).trim();
}

/** The unsigned 16-bit numbers of an element; none where it is absent. */
export function numbers16Of(node: DicomNode, tag: string): number[] {
  const element = node.elements[tag];
  if (!element || element.dataOffset + element.length > node.byteArray.length) return [];
  const count = Math.min(Math.floor(element.length / 2), LONGEST_TEXT_BYTES);
  return Array.from({ length: count }, (_, index) => {
    return node.byteArrayParser.readUint16(node.byteArray, element.dataOffset + 2 * index);
  });
}

/** The unsigned 32-bit number of an element; undefined where it is absent. */
export function findNumber32(node: DicomNode, tag: string): number | undefined {
  const element = node.elements[tag];
  if (!element || element.length < 4 || element.dataOffset + 4 > node.byteArray.length) return undefined;
  return node.byteArrayParser.readUint32(node.byteArray, element.dataOffset);
}

/** The first code of a sequence of codes. */
export function codeOf(node: DicomNode, tag: string): DicomCode {
  const [item] = itemsOf(node, tag);
  const of = (part: string): string => (item ? textOf(item, part) : '');
  return { value: of('x00080100'), scheme: of('x00080102'), meaning: of('x00080104') };
}
