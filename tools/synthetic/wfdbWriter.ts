import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { LeadName } from '../../src/ecg/lead';

/** The signal formats of WFDB's signal(5) that can be written. */
export type WfdbWriterFormat = 8 | 16 | 24 | 32 | 61 | 80 | 160 | 212 | 310 | 311;

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
  /** Samples of every lead in a frame of the record; 1 unless given. The ECG must hold whole frames. */
  readonly samplesPerFrame?: number;
  /** Frames by which a lead is stored late, as its header says; 0 unless given. What is late at the end is lost. */
  readonly toSkew?: (lead: LeadName) => number;
  /** Lines after the signals, each written behind a `#`. */
  readonly comments?: readonly string[];
}

/** A WFDB record: header text, signal file bytes, and both again as files to hand over. */
export interface WfdbRecord {
  readonly hea: string;
  readonly dat: Uint8Array<ArrayBuffer>;
  readonly files: readonly [header: EcgFile, signal: EcgFile];
}

/** Bits of a value; of format 8, of which they are those of a difference, of the converter. */
const BITS: Record<WfdbWriterFormat, number> = {
  8: 16,
  16: 16,
  24: 24,
  32: 32,
  61: 16,
  80: 8,
  160: 16,
  212: 12,
  310: 10,
  311: 10,
};
const MATLAB_PREFIX_BYTES = 24;

/**
 * Writes an ECG as a WFDB record (header(5), signal(5)) with initial values and checksums, for tests and samples. A
 * `NaN` becomes the format's mark of an invalid sample, its lowest value.
 * @throws RangeError where a sample does not fit the format at this gain: nothing is clipped in silence.
 */
export function writeWfdbRecord(ecg: Ecg, options: WfdbWriterOptions = {}): WfdbRecord {
  const { recordName = 'synthetic', format = 16, container = 'dat', gainPerMv = 1000, baseline = 0 } = options;
  const { leadOrder = STANDARD_LEADS, toLeadText = (lead: LeadName) => lead, comments = [] } = options;
  const { samplesPerFrame = 1, toSkew = () => 0 } = options;
  if (container === 'mat' && format !== 16) throw new RangeError('MATLAB files of the challenges hold format 16.');
  if (ecg.sampleCount % samplesPerFrame !== 0) throw new RangeError(`${ecg.sampleCount} samples are no whole frames.`);
  const signals = leadOrder.map((lead) =>
    delay(toAdc(ecg.leads[lead], format, gainPerMv, baseline), toSkew(lead) * samplesPerFrame),
  );
  const signalFile = `${recordName}.${container}`;
  const toStorage = (lead: LeadName) => {
    const modifiers = (samplesPerFrame > 1 ? `x${samplesPerFrame}` : '') + (toSkew(lead) > 0 ? `:${toSkew(lead)}` : '');
    return `${format}${modifiers}${container === 'mat' ? `+${MATLAB_PREFIX_BYTES}` : ''}`;
  };
  const lines = [
    `${recordName} ${leadOrder.length} ${ecg.samplingRateHz / samplesPerFrame} ${ecg.sampleCount / samplesPerFrame}`,
    ...signals.map((signal, index) => {
      const measured = `${signal[0] ?? 0} ${toChecksum(signal)} 0 ${toLeadText(leadOrder[index]!)}`;
      return `${signalFile} ${toStorage(leadOrder[index]!)} ${gainPerMv}(${baseline})/mV ${BITS[format]} 0 ${measured}`;
    }),
    ...comments.map((comment) => `# ${comment}`),
  ];
  const hea = `${lines.join('\n')}\n`;
  const written = format === 8 ? signals.map(toDifferences) : signals;
  const samples = encode(interleave(written, ecg.sampleCount, samplesPerFrame), format);
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
    if (Number.isNaN(sampleMv) && format !== 8) return lowest;
    const value = Math.round(sampleMv * gainPerMv) + baseline;
    if (!(value > lowest && value < -lowest)) {
      throw new RangeError(`${sampleMv} mV at ${gainPerMv} per mV does not fit format ${format}.`);
    }
    return value;
  });
}

/** The sum of all samples, as a signed 16-bit number. */
function toChecksum(signal: Int32Array): number {
  return (signal.reduce((sum, value) => (sum + value) | 0, 0) << 16) >> 16;
}

/** A signal as if it was recorded some samples late: its first value stands before it. */
function delay(signal: Int32Array, samples: number): Int32Array {
  return signal.map((_, index) => signal[Math.max(0, index - samples)]!);
}

/** First differences; the first is 0, for the initial value is in the header. */
function toDifferences(signal: Int32Array): Int32Array {
  return signal.map((value, index) => {
    const difference = value - signal[Math.max(0, index - 1)]!;
    if (difference < -128 || difference > 127) throw new RangeError(`A step of ${difference} does not fit format 8.`);
    return difference;
  });
}

function interleave(signals: readonly Int32Array[], sampleCount: number, samplesPerFrame: number): Int32Array {
  const frameLength = signals.length * samplesPerFrame;
  return Int32Array.from({ length: sampleCount * signals.length }, (_, index) => {
    const inFrame = index % frameLength;
    const frame = Math.floor(index / frameLength);
    return signals[Math.floor(inFrame / samplesPerFrame)]![frame * samplesPerFrame + (inFrame % samplesPerFrame)]!;
  });
}

function encode(values: Int32Array, format: WfdbWriterFormat): Uint8Array<ArrayBuffer> {
  if (format === 212) return encode212(values);
  if (format === 310) return encodeTriplets(values, to310);
  if (format === 311) return encodeTriplets(values, to311);
  const bytesEach = format === 8 ? 1 : BITS[format] / 8;
  const bias = format === 80 || format === 160 ? 2 ** (BITS[format] - 1) : 0;
  const bytes = new Uint8Array(values.length * bytesEach);
  values.forEach((value, index) => {
    for (let byte = 0; byte < bytesEach; byte++) {
      const place = format === 61 ? bytesEach - 1 - byte : byte;
      bytes[index * bytesEach + place] = (value + bias) >> (8 * byte);
    }
  });
  return bytes;
}

/** Three 10-bit samples in four bytes, the last group filled with zeros. */
function encodeTriplets(values: Int32Array, pack: (a: number, b: number, c: number) => number): Uint8Array<ArrayBuffer> {
  const groups = Math.ceil(values.length / 3);
  const bytes = new Uint8Array(4 * groups);
  const view = new DataView(bytes.buffer);
  for (let group = 0; group < groups; group++) {
    const [a, b, c] = [0, 1, 2].map((place) => (values[3 * group + place] ?? 0) & 0x3ff) as [number, number, number];
    view.setUint32(4 * group, pack(a, b, c), true);
  }
  return bytes;
}

/** Two words: above a spare bit a sample each, above that the low and the high half of the third. */
function to310(a: number, b: number, c: number): number {
  return (a << 1) | ((c & 0x1f) << 11) | (b << 17) | ((c >> 5) << 27);
}

/** One after the other, the upper two bits spare. */
function to311(a: number, b: number, c: number): number {
  return a | (b << 10) | (c << 20);
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
