import type { Ecg } from '../ecg';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { requireAnnouncedCount } from './announcedCount';
import { toBase64Bytes } from './base64';
import { crc32 } from './crc32';
import { toDeviceMeasurements } from './deviceValues';
import { findDecimal, requireField, toPositive } from './fieldValue';
import { type StoredLead, toEcg } from './storedRecording';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements, findText } from './xmlPath';

const FIELD = 'LeadAmplitudeUnitsPerBit';

/** Read in the wrong byte order, an ECG jumps about far more than this. */
const CLEARLY_SMOOTHER = 4;

/** Microvolts of the units in which GE writes a step. */
const MICROVOLTS: ReadonlyMap<string, number> = new Map([
  ['MICROVOLTS', 1],
  ['MILLIVOLTS', 1000],
]);

/**
 * Resting ECGs of GE's MUSE and MAC electrocardiographs: 16-bit samples in base64, usually of eight leads, in a `Rhythm`
 * waveform beside the `Median` beat. Source: GE Healthcare, MUSE NX XML Developer Guide, 2102027-228.
 */
export const muse = createXmlFormat({
  description: 'GE MUSE XML',
  root: /^RestingECG$/,
  toEcg: toMuseEcg,
});

function toMuseEcg(root: XmlElement, name: string): Ecg {
  const waveforms = findElements(root, 'Waveform');
  const rhythm = waveforms.find((waveform) => findText(waveform, 'WaveformType').toLowerCase() === 'rhythm');
  if (!rhythm) {
    const types = waveforms.map((waveform) => toQuote(findText(waveform, 'WaveformType'))).join(', ') || 'none';
    throw new Problem(`${name} holds no rhythm waveform, which is the ECG itself; its waveforms: ${types}.`);
  }
  requireField(findText(rhythm, 'SampleType'), ['continuous_samples', ''], 'SampleType', name);
  const exponent = findDecimal(findText(rhythm, 'SampleExponent') || '0') ?? NaN;
  const samplingRateHz = toPositive(findText(rhythm, 'SampleBase'), 'SampleBase', name) * 10 ** exponent;
  if (!Number.isInteger(exponent) || Math.abs(exponent) > 6) {
    throw new Problem(`${name} gives SampleExponent as ${toQuote(findText(rhythm, 'SampleExponent'))}, which it cannot be.`);
  }
  const stored = findElements(rhythm, 'LeadData').map((lead) => ({ lead, bytes: toLeadBytes(lead, name) }));
  const isHighByteFirst = CLEARLY_SMOOTHER * findRoughness(stored, false) < findRoughness(stored, true);
  const leads = stored.map(({ lead, bytes }) => toStoredLead(lead, toSamples(bytes, !isHighByteFirst), name));
  return toEcg({
    name,
    format: 'GE MUSE XML',
    samplingRateHz,
    leads,
    scaleField: FIELD,
    remarks: [
      ...(isHighByteFirst ? ['Samples were read high byte first, because low byte first they jump about.'] : []),
      ...toLeadOffRemarks(rhythm),
    ],
    // What MUSE shows. The `Original…` block beside it is met with Bazett's number in Fridericia's field.
    ...toMeasured(findElements(root, 'RestingECGMeasurements')[0]),
  });
}

function toLeadBytes(lead: XmlElement, name: string): Uint8Array<ArrayBuffer> {
  const label = findText(lead, 'LeadID');
  requireField(findText(lead, 'LeadSampleSize'), ['2', ''], 'LeadSampleSize', name);
  for (const shift of ['LeadTimeOffset', 'LeadOffsetFirstSample', 'FirstSampleBaseline']) {
    requireField(findText(lead, shift), ['0', ''], `${shift} of ${label}`, name);
  }
  const bytes = toBase64Bytes(findText(lead, 'WaveFormData'), toQuote(label), name);
  if (bytes.length % 2 === 1) throw new Problem(`${name} is cut off: the last sample of ${toQuote(label)} is half.`);
  requireAnnouncedCount(bytes.length / 2, findText(lead, 'LeadSampleCountTotal'), label, name);
  const sum = findText(lead, 'LeadDataCRC32');
  if (/^\d+$/.test(sum) && Number(sum) > 0 && Number(sum) !== crc32(bytes)) {
    throw new Problem(`${name} was altered or damaged: the samples of ${toQuote(label)} do not match their checksum.`);
  }
  return bytes;
}

/** The sum of all jumps from sample to sample. The file does not tell the byte order; this does. */
function findRoughness(stored: readonly { readonly bytes: Uint8Array<ArrayBuffer> }[], isLittleEndian: boolean): number {
  let sum = 0;
  for (const { bytes } of stored) {
    const samples = toSamples(bytes, isLittleEndian);
    for (let index = 1; index < samples.length; index++) sum += Math.abs(samples[index]! - samples[index - 1]!);
  }
  return sum;
}

function toSamples(bytes: Uint8Array<ArrayBuffer>, isLittleEndian: boolean): Int16Array {
  const view = new DataView(bytes.buffer);
  return Int16Array.from({ length: bytes.length / 2 }, (_, index) => view.getInt16(2 * index, isLittleEndian));
}

function toStoredLead(lead: XmlElement, samples: Int16Array, name: string): StoredLead {
  const label = findText(lead, 'LeadID');
  const unit = findText(lead, 'LeadAmplitudeUnits');
  const microvolts = MICROVOLTS.get(unit.toUpperCase());
  if (microvolts === undefined) {
    throw new Problem(`${name} gives ${toQuote(label)} in the unit ${toQuote(unit)}; only MICROVOLTS and MILLIVOLTS can be read.`);
  }
  return { label, samples, microvoltsPerStep: toPositive(findText(lead, FIELD), FIELD, name) * microvolts };
}

function toLeadOffRemarks(rhythm: XmlElement): string[] {
  const off = findElements(rhythm, 'LeadData').filter((lead) => findText(lead, 'LeadOff').toUpperCase() === 'TRUE');
  return off.map((lead) => `The device marked the electrode of ${toQuote(findText(lead, 'LeadID'))} as off.`);
}

function toMeasured(measurements: XmlElement | undefined) {
  if (!measurements) return {};
  const of = (field: string): string => findText(measurements, field);
  return toDeviceMeasurements({
    rate: of('VentricularRate'),
    pr: of('PRInterval'),
    qrs: of('QRSDuration'),
    qt: of('QTInterval'),
    qtc: [
      [of('QTCorrected'), null],
      [of('QTcFrederica'), 'Fridericia'],
    ],
    pAxis: of('PAxis'),
    qrsAxis: of('RAxis'),
    tAxis: of('TAxis'),
  });
}
