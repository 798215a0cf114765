import { deflateRawSync } from 'node:zlib';
import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { toGroup, toMedian, toObject, type WrittenGroupOptions } from './dicomObject';
import { encodeDataSet, type WrittenItem } from './encodeDataSet';

/** How an ECG is stored as a DICOM object; every field has a default. */
export interface DicomWriterOptions extends WrittenGroupOptions {
  /** Name of the file; `ecg.dcm` unless given. */
  readonly name?: string;
  readonly sopClass?: string;
  /** The transfer syntax (PS3.5 annex A); explicit VR little endian unless given. */
  readonly syntax?: keyof typeof SYNTAXES;
  /** What precedes the data set: preamble, mark and meta information; or less of it. */
  readonly start?: 'preamble' | 'mark' | 'meta' | 'nothing';
  /** Whether sequences end with a mark instead of beginning with their length. */
  readonly hasUndefinedLengths?: boolean;
  /** The groups to write; a median beat and the rhythm unless given. */
  readonly groups?: readonly WrittenItem[];
  /** Changes the object before it becomes bytes, for tests of what files in the field look like. */
  readonly edit?: (object: WrittenItem) => void;
}

/** The objects in which twelve leads are met. */
export const SOP_CLASSES = {
  twelveLead: '1.2.840.10008.5.1.4.1.1.9.1.1',
  general: '1.2.840.10008.5.1.4.1.1.9.1.2',
  ambulatory: '1.2.840.10008.5.1.4.1.1.9.1.3',
  hemodynamic: '1.2.840.10008.5.1.4.1.1.9.2.1',
} as const;

const SYNTAXES = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  bigEndian: '1.2.840.10008.1.2.2',
} as const;
const META = { isExplicit: true, isLittleEndian: true, hasUndefinedLengths: false };
const PREAMBLE_BYTES = 128;

/** Writes an ECG as DICOM waveform: a median beat first, then the rhythm, as some devices do. For tests. */
export function writeDicom(ecg: Ecg, options: DicomWriterOptions = {}): EcgFile {
  const { name = 'ecg.dcm', sopClass = SOP_CLASSES.twelveLead, syntax = 'explicit', hasUndefinedLengths = false } = options;
  const { groups = [toMedian(ecg, options), toGroup(ecg, options)], start = 'preamble', edit } = options;
  const object = toObject(groups, sopClass);
  edit?.(object);
  const encoding = { isExplicit: syntax !== 'implicit', isLittleEndian: syntax !== 'bigEndian', hasUndefinedLengths };
  const encoded = encodeDataSet(object, encoding);
  const data = syntax === 'deflated' ? toEven(deflateRawSync(encoded)) : encoded;
  const parts = [...toStart(start), ...(start === 'nothing' ? [] : [toMeta(sopClass, SYNTAXES[syntax])]), data];
  return { name, bytes: new Uint8Array(Buffer.concat(parts)) };
}

/** The groups of a written object, to be edited. */
export function groupsOf(object: WrittenItem): readonly WrittenItem[] {
  return object['54000100']!.value as readonly WrittenItem[];
}

/** The channels of a written group, to be edited. */
export function channelsOf(group: WrittenItem): readonly WrittenItem[] {
  return group['003a0200']!.value as readonly WrittenItem[];
}

function toStart(start: DicomWriterOptions['start']): Buffer[] {
  const mark = Buffer.from('DICM');
  return start === 'preamble' ? [Buffer.alloc(PREAMBLE_BYTES), mark] : start === 'mark' ? [mark] : [];
}

function toMeta(sopClass: string, syntax: string): Buffer {
  const rest = encodeDataSet(
    {
      '00020001': { vr: 'OB', value: Uint8Array.of(0, 1) },
      '00020002': { vr: 'UI', value: sopClass },
      '00020003': { vr: 'UI', value: '1.2.3.4.5' },
      '00020010': { vr: 'UI', value: syntax },
    },
    META,
  );
  return Buffer.concat([encodeDataSet({ '00020000': { vr: 'UL', value: [rest.length] } }, META), rest]);
}

function toEven(bytes: Buffer): Buffer {
  return bytes.length % 2 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(1)]);
}
