import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** How an ECG is stored; every field has a default. */
export interface MferWriterOptions {
  readonly name?: string;
  readonly leadOrder?: readonly LeadName[];
  readonly isLittleEndian?: boolean;
  /** The code of how samples are stored: 0 (16 bits), 2 (32 bits), 7 and 8 (32 and 64 bits of floating point). */
  readonly dataType?: 0 | 2 | 7 | 8;
  /** Nanovolts of a step; 1,000 unless given. */
  readonly nanovoltsPerStep?: number;
  /** Samples of a lead before those of the next; all of them unless given. */
  readonly blockLength?: number;
  /** Whether the rate is told as a frequency instead of an interval. */
  readonly isFrequency?: boolean;
  /** Samples that are missing in a lead, and the value that says so; the value is defined unless told otherwise. */
  readonly missing?: { readonly lead: LeadName; readonly indices: readonly number[]; readonly value: number; readonly isDefined?: boolean };
  /** Definitions put before the samples, or in the place of those of the same tag: empty ones leave the writer's out. */
  readonly definitions?: readonly MferWriterDefinition[];
  /** The code of a lead beside the standard ones, whose samples are all 0. */
  readonly otherLead?: number;
  /** Bytes put before the samples. */
  readonly before?: readonly number[];
  /** Bytes put behind the samples. */
  readonly end?: readonly number[];
}

/** A tag, and the bytes of its value; undefined leaves the tag out. */
export type MferWriterDefinition = readonly [tag: number, value: readonly number[] | undefined];

const CODES: ReadonlyMap<LeadName, number> = new Map([
  ...(['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const).map((lead, index) => [lead, index + 1] as const),
  ...(['III', 'aVR', 'aVL', 'aVF'] as const).map((lead, index) => [lead, index + 61] as const),
]);
const BYTES = { 0: 2, 2: 4, 7: 4, 8: 8 } as const;

/**
 * Writes an ECG as an MFER file (ISO 22077-1), for tests.
 * @throws RangeError where a sample does not fit: nothing is clipped in silence.
 */
export function writeMfer(ecg: Ecg, options: MferWriterOptions = {}): EcgFile {
  const { leadOrder = STANDARD_LEADS, isLittleEndian = false, dataType = 0, nanovoltsPerStep = 1000, missing } = options;
  const others = options.otherLead === undefined ? [] : [options.otherLead];
  const blockLength = options.blockLength ?? ecg.sampleCount;
  const number = (value: number, bytes: number) => toBytes(value, bytes, isLittleEndian);
  const stored: MferWriterDefinition[] = [
    [0x01, [isLittleEndian ? 1 : 0]],
    [0x17, ascii('SYNTHETIC^TEST')],
    [0x81, ascii('Mustermann^Erika')],
    [0x82, ascii('0815')],
    [0x08, number(1, 2)],
    [0x0b, options.isFrequency ? [0, 0, ...number(ecg.samplingRateHz, 4)] : [1, 0xfa, ...number(1e6 / ecg.samplingRateHz, 4)]],
    [0x0c, [0, 0xf7, ...number(nanovoltsPerStep, 4)]],
    [0x05, number(leadOrder.length + others.length, 1)],
    [0x04, number(blockLength, 4)],
    [0x06, number(ecg.sampleCount / blockLength, 4)],
    [0x0a, [dataType]],
    ...(missing && missing.isDefined !== false ? [[0x12, toSample(missing.value, dataType, isLittleEndian)] as const] : []),
  ];
  const given = new Map(options.definitions ?? []);
  const own = stored.filter(([tag]) => !given.has(tag));
  const added = [...given].filter(([, value]) => value !== undefined);
  const codes = [...leadOrder.map((lead) => CODES.get(lead)!), ...others];
  const leads = codes.flatMap((code, index) => [0x3f, index, 4, 0x09, 2, ...number(code, 2)]);
  const samples = new Uint8Array(codes.length * ecg.sampleCount * BYTES[dataType]);
  const view = new DataView(samples.buffer);
  let at = 0;
  for (let first = 0; first < ecg.sampleCount; first += blockLength) {
    for (const lead of leadOrder) {
      for (let index = first; index < first + blockLength; index++) {
        const steps = (ecg.leads[lead][index]! * 1e6) / nanovoltsPerStep;
        const isMissing = missing?.lead === lead && missing.indices.includes(index);
        putSample(view, at, isMissing ? missing.value : steps, dataType, isLittleEndian);
        at += BYTES[dataType];
      }
    }
    at += others.length * blockLength * BYTES[dataType];
  }
  const preamble = ascii('MFR Standard 12 leads ECG'.padEnd(32));
  const defined = [[0x40, preamble] as const, ...own, ...added].flatMap(([tag, value = []]) => [tag, value.length, ...value]);
  // The length stands highest byte first whatever the byte order of the samples.
  const head = [...defined, ...leads, ...(options.before ?? []), 0x1e, 0x84, ...toBytes(samples.length, 4, false)];
  const end = options.end ?? [0x80, 0];
  const bytes = new Uint8Array(head.length + samples.length + end.length);
  bytes.set(head);
  bytes.set(samples, head.length);
  bytes.set(end, head.length + samples.length);
  return { name: options.name ?? 'ecg.mwf', bytes };
}

function ascii(text: string): number[] {
  return [...new TextEncoder().encode(text)];
}

function toBytes(value: number, count: number, isLittleEndian: boolean): number[] {
  if (!Number.isInteger(value)) throw new RangeError(`${value} is no whole number.`);
  const lowestFirst = Array.from({ length: count }, (_, index) => Math.floor(value / 256 ** index) % 256);
  return isLittleEndian ? lowestFirst : lowestFirst.reverse();
}

function toSample(value: number, dataType: 0 | 2 | 7 | 8, isLittleEndian: boolean): number[] {
  const bytes = new Uint8Array(BYTES[dataType]);
  putSample(new DataView(bytes.buffer), 0, value, dataType, isLittleEndian);
  return [...bytes];
}

function putSample(view: DataView, at: number, steps: number, dataType: 0 | 2 | 7 | 8, isLittleEndian: boolean): void {
  if (dataType === 7) return view.setFloat32(at, steps, isLittleEndian);
  if (dataType === 8) return view.setFloat64(at, steps, isLittleEndian);
  const step = Math.round(steps);
  if (dataType === 2) return view.setInt32(at, step, isLittleEndian);
  if (step < -32768 || step > 32767) throw new RangeError(`${step} steps do not fit 16 bits.`);
  view.setInt16(at, step, isLittleEndian);
}
