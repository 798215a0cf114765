import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** A signal beside the leads: a ramp at its own rate. */
export interface OtherSignal {
  readonly label: string;
  readonly unit: string;
  readonly samplesPerRecord: number;
}

/** How an ECG is stored; every field has a default. */
export interface EdfWriterOptions {
  readonly name?: string;
  /** EDF with 16 bits or BDF with 24; EDF unless given. */
  readonly kind?: 'EDF' | 'BDF';
  /** `C` or `D` of EDF+ and BDF+, with an annotations signal that tells when each record begins. */
  readonly plus?: 'C' | 'D';
  /** The duration of a data record as it is written; "1" unless given. */
  readonly recordSeconds?: string;
  /** When each record begins, in seconds; one after the other unless given. */
  readonly recordStarts?: readonly number[];
  readonly leadOrder?: readonly LeadName[];
  readonly toLabel?: (lead: LeadName) => string;
  readonly unit?: string;
  readonly microvoltsPerUnit?: number;
  /** The physical range as it is written; −32768 to 32767 unless given. */
  readonly physical?: readonly [minimum: string, maximum: string];
  readonly digital?: readonly [minimum: number, maximum: number];
  /** Signals that come before the leads. */
  readonly others?: readonly OtherSignal[];
  /** What is written as the number of data records; their number unless given. */
  readonly recordCount?: string;
  /** Texts put into the header, by where they begin. */
  readonly patches?: Readonly<Record<number, string>>;
}

interface Signal {
  readonly label: string;
  readonly unit: string;
  readonly physical: readonly [string, string];
  readonly digital: readonly [number, number];
  readonly samplesPerRecord: number;
  /** Bytes of the samples of one data record. */
  readonly toBytes: (record: number) => Uint8Array;
}

/** A field of the header and its width in characters. */
type Field = readonly [text: string, width: number];

const ANNOTATION_BYTES = 48;

/**
 * Writes an ECG in the European Data Format (Kemp 1992, Kemp and Olivan 2003) or BioSemi's, for tests. Only whole data
 * records are written.
 * @throws RangeError where a sample does not fit: nothing is clipped in silence.
 */
export function writeEdf(ecg: Ecg, options: EdfWriterOptions = {}): EcgFile {
  const { kind = 'EDF', plus, recordSeconds = '1', leadOrder = STANDARD_LEADS, others = [] } = options;
  const sampleBytes = kind === 'EDF' ? 2 : 3;
  const samplesPerRecord = Math.round(ecg.samplingRateHz * Number(recordSeconds));
  const recordCount = Math.floor(ecg.sampleCount / samplesPerRecord);
  const full: readonly [number, number] = kind === 'EDF' ? [-32768, 32767] : [-8388608, 8388607];
  const signals: Signal[] = [
    ...others.map((other): Signal => ({
      ...other,
      physical: ['0', '100'],
      digital: full,
      toBytes: () => toBytes(Array.from({ length: other.samplesPerRecord }, (_, index) => index), sampleBytes),
    })),
    ...leadOrder.map((lead) => toLeadSignal(ecg, lead, samplesPerRecord, sampleBytes, options)),
    ...(plus ? [toAnnotations(kind, full, options)] : []),
  ];
  const headerBytes = 256 * (signals.length + 1);
  const mark = kind === 'EDF' ? '0' : '\u00ffBIOSEMI';
  const reserved = plus ? `${kind}+${plus}` : kind === 'BDF' ? '24BIT' : '';
  const header: readonly Field[] = [
    [mark, 8],
    ['0815 F 02-MAY-1951 Mustermann', 80],
    ['Startdate 04-JUN-2020 X Mustermann X', 80],
    ['04.06.20', 8],
    ['15.11.55', 8],
    [String(headerBytes), 8],
    [reserved, 44],
    [options.recordCount ?? String(recordCount), 8],
    [recordSeconds, 8],
    [String(signals.length), 4],
    ...signals.map(({ label }): Field => [label, 16]),
    ...signals.map((): Field => ['AgAgCl electrode', 80]),
    ...signals.map(({ unit }): Field => [unit, 8]),
    ...signals.map(({ physical }): Field => [physical[0], 8]),
    ...signals.map(({ physical }): Field => [physical[1], 8]),
    ...signals.map(({ digital }): Field => [String(digital[0]), 8]),
    ...signals.map(({ digital }): Field => [String(digital[1]), 8]),
    ...signals.map((): Field => ['HP:0.05Hz LP:150Hz', 80]),
    ...signals.map((signal): Field => [String(signal.samplesPerRecord), 8]),
    ...signals.map((): Field => ['', 32]),
  ];
  const text = header.map(([field, width]) => toField(field, width)).join('');
  const records = Array.from({ length: recordCount }, (_, record) => signals.map((signal) => signal.toBytes(record))).flat();
  const parts = [Uint8Array.from(patch(text, options.patches), (character) => character.charCodeAt(0)), ...records];
  return { name: options.name ?? `ecg.${kind.toLowerCase()}`, bytes: new Uint8Array(Buffer.concat(parts)) };
}

function toLeadSignal(ecg: Ecg, lead: LeadName, samplesPerRecord: number, sampleBytes: number, options: EdfWriterOptions): Signal {
  const { toLabel = (name: LeadName) => `ECG ${name}`, unit = 'uV', microvoltsPerUnit = 1 } = options;
  const { physical = ['-32768', '32767'], digital = [-32768, 32767] } = options;
  const stepUv = ((Number(physical[1]) - Number(physical[0])) * microvoltsPerUnit) / (digital[1] - digital[0]);
  const steps = Array.from(ecg.leads[lead], (millivolts) => {
    const step = digital[0] + Math.round((millivolts * 1000 - Number(physical[0]) * microvoltsPerUnit) / stepUv);
    if (step < digital[0] || step > digital[1]) throw new RangeError(`${millivolts} mV does not fit ${physical.join(' to ')} ${unit}.`);
    return step;
  });
  return {
    label: toLabel(lead),
    unit,
    physical,
    digital,
    samplesPerRecord,
    toBytes: (record) => toBytes(steps.slice(record * samplesPerRecord, (record + 1) * samplesPerRecord), sampleBytes),
  };
}

function toAnnotations(kind: string, digital: readonly [number, number], { recordStarts, recordSeconds = '1' }: EdfWriterOptions): Signal {
  return {
    label: `${kind} Annotations`,
    unit: '',
    physical: ['-1', '1'],
    digital,
    samplesPerRecord: ANNOTATION_BYTES / (kind === 'EDF' ? 2 : 3),
    toBytes: (record) => {
      const start = recordStarts ? recordStarts[record]! : Number((record * Number(recordSeconds)).toFixed(7));
      const bytes = new Uint8Array(ANNOTATION_BYTES);
      bytes.set(new TextEncoder().encode(`+${start}\x14\x14\0+${start}\x152\x14Premature beat\x14\0`));
      return bytes;
    },
  };
}

/** Whole numbers as two's complements, low byte first. */
function toBytes(values: readonly number[], bytesEach: number): Uint8Array {
  const bytes = new Uint8Array(values.length * bytesEach);
  values.forEach((value, index) => {
    for (let byte = 0; byte < bytesEach; byte++) bytes[index * bytesEach + byte] = value >> (8 * byte);
  });
  return bytes;
}

function toField(text: string, width: number): string {
  if (text.length > width) throw new RangeError(`“${text}” is longer than the ${width} characters of its field.`);
  return text.padEnd(width);
}

function patch(header: string, patches: Readonly<Record<number, string>> = {}): string {
  return Object.entries(patches).reduce((text, [at, piece]) => text.slice(0, Number(at)) + piece + text.slice(Number(at) + piece.length), header);
}
