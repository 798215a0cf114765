import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { LeadName } from '../../src/ecg/lead';

/** The signal formats of WFDB's signal(5) that can be written, each a number of bits as documented there. */
export type WfdbWriterFormat = 16 | 24 | 32 | 80 | 212;

/** How an ECG is stored as a WFDB record; every field has a default. */
export interface WfdbWriterOptions {
  /** Name of the record and of its files; `synthetic` unless given. */
  readonly recordName?: string;
  /** Storage of a sample; format 16 unless given. */
  readonly format?: WfdbWriterFormat;
  /** `dat`: bare samples. `mat`: MATLAB v4 matrix `val` around format 16, as the PhysioNet/CinC challenges use it. */
  readonly container?: 'dat' | 'mat';
  /** ADC units per millivolt; 1000 unless given. */
  readonly gainPerMv?: number;
  /** ADC value of 0 mV; 0 unless given. */
  readonly baseline?: number;
  /** The leads to store, in this order; all twelve in the standard order unless given. */
  readonly leadOrder?: readonly LeadName[];
  /** How a lead is called in the header; its standard name unless given. */
  readonly toLeadText?: (lead: LeadName) => string;
  /** Lines after the signals, each written behind a `#`. */
  readonly comments?: readonly string[];
}

/** A WFDB record: header text, signal file bytes, and both again as files to hand over. */
export interface WfdbRecord {
  readonly hea: string;
  readonly dat: Uint8Array<ArrayBuffer>;
  readonly files: readonly [header: EcgFile, signal: EcgFile];
}

const BITS: Record<WfdbWriterFormat, number> = { 16: 16, 24: 24, 32: 32, 80: 8, 212: 12 };
const MATLAB_PREFIX_BYTES = 24;

/**
 * Writes an ECG as a WFDB record (header(5), signal(5)) with initial values and checksums, for tests and samples. A
 * `NaN` becomes the format's mark of an invalid sample, its lowest value.
 * @throws RangeError where a sample does not fit the format at this gain: nothing is clipped in silence.
 */
export function writeWfdbRecord(ecg: Ecg, options: WfdbWriterOptions = {}): WfdbRecord {
  const { recordName = 'synthetic', format = 16, container = 'dat', gainPerMv = 1000, baseline = 0 } = options;
  const { leadOrder = STANDARD_LEADS, toLeadText = (lead: LeadName) => lead, comments = [] } = options;
  if (container === 'mat' && format !== 16) throw new RangeError('MATLAB files of the challenges hold format 16.');
  const signals = leadOrder.map((lead) => toAdc(ecg.leads[lead], format, gainPerMv, baseline));
  const signalFile = `${recordName}.${container}`;
  const stored = container === 'mat' ? `16+${MATLAB_PREFIX_BYTES}` : `${format}`;
  const lines = [
    `${recordName} ${leadOrder.length} ${ecg.samplingRateHz} ${ecg.sampleCount}`,
    ...signals.map((signal, index) => {
      const measured = `${signal[0] ?? 0} ${toChecksum(signal)} 0 ${toLeadText(leadOrder[index]!)}`;
      return `${signalFile} ${stored} ${gainPerMv}(${baseline})/mV ${BITS[format]} 0 ${measured}`;
    }),
    ...comments.map((comment) => `# ${comment}`),
  ];
  const hea = `${lines.join('\n')}\n`;
  const samples = encode(interleave(signals, ecg.sampleCount), format);
  const dat = container === 'mat' ? wrapMatlab4(samples, leadOrder.length, ecg.sampleCount) : samples;
  return {
    hea,
    dat,
    files: [
      { name: `${recordName}.hea`, bytes: new TextEncoder().encode(hea) },
      { name: signalFile, bytes: dat },
    ],
  };
}

function toAdc(samplesMv: Float32Array, format: WfdbWriterFormat, gainPerMv: number, baseline: number): Int32Array {
  const lowest = -(2 ** (BITS[format] - 1));
  return Int32Array.from(samplesMv, (sampleMv) => {
    if (Number.isNaN(sampleMv)) return lowest;
    const value = Math.round(sampleMv * gainPerMv) + baseline;
    if (value <= lowest || value >= -lowest) {
      throw new RangeError(`${sampleMv} mV at ${gainPerMv} per mV does not fit format ${format}.`);
    }
    return value;
  });
}

/** The sum of all samples, as a signed 16-bit number. */
function toChecksum(signal: Int32Array): number {
  return (signal.reduce((sum, value) => (sum + value) | 0, 0) << 16) >> 16;
}

function interleave(signals: readonly Int32Array[], sampleCount: number): Int32Array {
  return Int32Array.from({ length: sampleCount * signals.length }, (_, index) => {
    return signals[index % signals.length]![Math.floor(index / signals.length)]!;
  });
}

function encode(values: Int32Array, format: WfdbWriterFormat): Uint8Array<ArrayBuffer> {
  if (format === 212) return encode212(values);
  const bytesEach = BITS[format] / 8;
  const bias = format === 80 ? 128 : 0;
  const bytes = new Uint8Array(values.length * bytesEach);
  values.forEach((value, index) => {
    for (let byte = 0; byte < bytesEach; byte++) bytes[index * bytesEach + byte] = (value + bias) >> (8 * byte);
  });
  return bytes;
}

/** Two 12-bit samples in three bytes: low byte, both high nibbles (the second sample's above), low byte. */
function encode212(values: Int32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.ceil(values.length * 1.5));
  for (let index = 0, at = 0; index < values.length; index += 2, at += 3) {
    const first = values[index]!;
    const second = values[index + 1] ?? 0;
    bytes[at] = first;
    bytes[at + 1] = ((first >> 8) & 0x0f) | ((second >> 4) & 0xf0);
    if (index + 1 < values.length) bytes[at + 2] = second;
  }
  return bytes;
}

/** MATLAB level 4: type 30 (little-endian, 16-bit integers, full matrix), rows, columns, real, name `val`. */
function wrapMatlab4(samples: Uint8Array, rows: number, columns: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(MATLAB_PREFIX_BYTES + samples.length);
  const prefix = new DataView(bytes.buffer);
  [30, rows, columns, 0, 4].forEach((field, index) => prefix.setInt32(4 * index, field, true));
  bytes.set(new TextEncoder().encode('val\0'), 20);
  bytes.set(samples, MATLAB_PREFIX_BYTES);
  return bytes;
}
