import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { findLead } from '../leadName';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import type { StatedFacts } from '../statedFacts';
import { toReadLength } from './longRecording';
import { MFER_TAGS } from './mfer/definitions';
import { type MferLead, toMferFrames, toMferInteger, type MferValue } from './mfer/frames';
import { toMferSignals } from './mfer/samples';
import { toPartlyToldEcg } from './partlyTold';
import { createSingleFileFormat } from './singleFile';

/** Every file begins with a preamble of 32 bytes, which begins with these. */
const MARK = [MFER_TAGS.preamble, 0x20, ...new TextEncoder().encode('MFR ')];

/** Leads by their codes, which are those of SCP-ECG (ISO 22077-1, table of lead codes). */
const LEAD_NAMES: ReadonlyMap<number, string> = new Map([
  ...['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7'].map((lead, index) => [index + 1, lead] as const),
  ...['V2R', 'V3R', 'V4R', 'V5R', 'V6R', 'V7R', 'X', 'Y', 'Z'].map((lead, index) => [index + 10, lead] as const),
  ...['III', 'aVR', 'aVL', 'aVF', '-aVR', 'V8', 'V9', 'V8R', 'V9R'].map((lead, index) => [index + 61, lead] as const),
]);

const DOMINANT_BEAT = 9;
const HERTZ = 0;
const SECONDS = 1;
const VOLTS = 0;

/**
 * Recordings in the Medical waveform Format Encoding Rules: definitions, each a tag, a length and a value, then samples in
 * sequences of blocks. Source: ISO 22077-1:2022, with the standard 12-lead ECG of ISO/TS 22077-2.
 */
export const mfer = createSingleFileFormat({
  description: 'MFER',
  isOurs: ({ bytes }) => MARK.every((byte, index) => bytes[index] === byte),
  toEcg: toMferEcg,
});

function toMferEcg({ name, bytes }: EcgFile, stated: StatedFacts): Ecg {
  // The dominant beat is an average of beats that the device computed.
  const frames = toMferFrames(bytes, name).filter(({ leads }) => toCode(leads[0]!.get(MFER_TAGS.waveformType)) !== DOMINANT_BEAT);
  const [frame, ...others] = frames;
  if (!frame) throw new Problem(`${name} holds no samples of an ECG.`);
  if (others.length > 0) throw new Problem(`${name} holds ${frames.length} recordings, of which only one can be read.`);
  const labels = frame.leads.map(toLabel);
  const standard = frame.leads.filter((_, index) => findLead(labels[index]!));
  standard.forEach((lead) => requirePlain(lead, name));
  const ratesHz = standard.map((lead) => toRateHz(lead, name));
  requireOneRate(ratesHz, name);
  const scales = frame.leads.map((lead) => (standard.includes(lead) ? toMicrovoltsPerStep(lead, name) : NaN));
  const { signals, remarks } = toMferSignals(frame, name);
  const samplingRateHz = ratesHz[0] ?? stated.samplingRateHz;
  const heldCount = Math.max(0, ...signals.map(({ sampleCount }, index) => (standard.includes(frame.leads[index]!) ? sampleCount : 0)));
  const readLength = toReadLength(heldCount, samplingRateHz ?? NaN);
  const samples = signals.map(({ sampleCount, toSamples }, index) =>
    standard.includes(frame.leads[index]!) ? toSamples(Math.min(sampleCount, readLength.sampleCount)) : [],
  );

  return toPartlyToldEcg(
    {
      name,
      format: 'MFER',
      samplingRateHz: ratesHz[0],
      leads: samples.map((stored, index) => ({ label: labels[index]!, samples: stored, microvoltsPerUnit: scales[index] })),
      scaleField: 'the sampling resolution',
      remarks: [...readLength.remarks, ...remarks],
    },
    stated,
  );
}

function toCode(value: MferValue | undefined): number | undefined {
  if (!value) return undefined;
  // A description may follow the code.
  return toMferInteger({ ...value, bytes: value.bytes.subarray(0, 2) });
}

function toLabel(lead: MferLead, index: number): string {
  const value = lead.get(MFER_TAGS.lead);
  const code = toCode(value);
  if (code === undefined) return `lead ${index + 1}`;
  const text = new TextDecoder().decode(value!.bytes.subarray(2)).replaceAll('\0', '').trim();
  return LEAD_NAMES.get(code) ?? (text || `lead of code ${code}`);
}

/** Refuses what would change the samples in a way that is not known well enough. */
function requirePlain(lead: MferLead, name: string): void {
  const compression = toCode(lead.get(MFER_TAGS.compression)) ?? 0;
  if (compression !== 0) throw new Problem(`${name} is compressed (code ${compression}), which cannot be read.`);
  // Readers disagree on whether the offset is to be added or subtracted.
  const offset = lead.get(MFER_TAGS.offset)?.bytes ?? new Uint8Array();
  if (offset.some((byte) => byte !== 0)) {
    throw new Problem(`${name} shifts ${toQuote(toLabel(lead, 0))} by an offset, in a way that cannot be read for certain.`);
  }
}

/** A number as mantissa and power of ten, after the code of its unit; undefined where the lead does not define it. */
function findQuantity(lead: MferLead, tag: number, field: string, name: string): { unit: number; mantissa: number; exponent: number } | undefined {
  const value = lead.get(tag);
  if (!value) return undefined;
  const { bytes, isLittleEndian } = value;
  const mantissa = toMferInteger({ bytes: bytes.subarray(2), isLittleEndian }, true);
  if (bytes.length < 3 || bytes.length > 6 || mantissa <= 0) throw new Problem(`${name} gives ${field} as ${mantissa} in ${bytes.length} bytes, which it cannot be.`);
  return { unit: bytes[0]!, mantissa, exponent: toMferInteger({ bytes: bytes.subarray(1, 2), isLittleEndian }, true) };
}

function toRateHz(lead: MferLead, name: string): number | undefined {
  const interval = findQuantity(lead, MFER_TAGS.samplingInterval, 'the sampling interval', name);
  if (!interval) return undefined;
  const { unit, mantissa, exponent } = interval;
  if (unit === HERTZ) return Number(`${mantissa}e${exponent}`);
  if (unit === SECONDS) return Number(`1e${-exponent}`) / mantissa;
  throw new Problem(`${name} gives the sampling interval in the unit of code ${unit}; only hertz and seconds can be read.`);
}

function requireOneRate(ratesHz: readonly (number | undefined)[], name: string): void {
  const other = ratesHz.find((rateHz) => rateHz !== ratesHz[0]);
  if (ratesHz.every((rateHz) => rateHz === ratesHz[0])) return;
  const told = [ratesHz[0], other].map((rateHz) => (rateHz === undefined ? 'no rate' : `${rateHz} Hz`));
  throw new Problem(`${name} gives leads the rates ${told.join(' and ')}; only leads of one sampling rate can be read.`);
}

function toMicrovoltsPerStep(lead: MferLead, name: string): number | undefined {
  const resolution = findQuantity(lead, MFER_TAGS.resolution, 'the sampling resolution', name);
  if (!resolution) return undefined;
  const { unit, mantissa, exponent } = resolution;
  if (unit !== VOLTS) throw new Problem(`${name} gives the sampling resolution of ${toQuote(toLabel(lead, 0))} in the unit of code ${unit}, which is no voltage.`);
  return Number(`${mantissa}e${exponent + 6}`);
}
