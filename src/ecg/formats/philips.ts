import type { Ecg } from '../ecg';
import { STANDARD_LEADS } from '../lead';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toBase64Bytes } from './base64';
import { toDeviceMeasurements } from './deviceValues';
import { requireField, toPositive } from './fieldValue';
import { findCalibrationStart, toRecordedLimbLeads } from './philipsLeads';
import { toEcg } from './storedRecording';
import { readXli } from './xli';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements, findText } from './xmlPath';

/** How files call the ten electrodes whose leads they store in the standard order without naming them. */
const STANDARD_SETS: readonly string[] = ['STD-12', '10-WIRE'];

/** Half an hour at 500 Hz: a limit on what a damaged file can claim. */
const MOST_SAMPLES = 900_000;

/**
 * Resting ECGs of Philips electrocardiographs: Sierra XML 1.03 and Philips XML 1.04, 16-bit samples in base64, plain or
 * in XLI. Source: the fields of the files; the compression: see {@link readXli}.
 */
export const philips = createXmlFormat({
  description: 'Philips XML (Sierra ECG 1.03 or 1.04)',
  root: /^restingecgdata$/,
  toEcg: toPhilipsEcg,
});

function toPhilipsEcg(root: XmlElement, name: string): Ecg {
  const version = findText(root, 'documentinfo/documentversion');
  if (!/^1\.0[34](?:\.|$)/.test(version)) {
    throw new Problem(`${name} is of the version ${toQuote(version)} of Philips’ XML; 1.03 and 1.04 can be read.`);
  }
  const signal = findElements(root, 'dataacquisition/signalcharacteristics')[0];
  const waveform = findElements(root, 'waveforms/parsedwaveforms')[0];
  if (!signal || !waveform) throw new Problem(`${name} holds no ${signal ? 'parsedwaveforms' : 'signalcharacteristics'}.`);
  for (const [field, understood] of [
    ['bitspersample', '16'],
    ['signaloffset', '0'],
    ['signalsigned', 'true'],
  ] as const) {
    requireField(findText(signal, field), [understood], field, name);
  }
  const scaleField = version.startsWith('1.03') ? 'signalresolution' : 'resolution';
  const microvoltsPerStep = toPositive(findText(signal, scaleField), scaleField, name);
  const samplingRateHz = toPositive(findText(signal, 'samplingrate'), 'samplingrate', name);
  const labels = toLabels(signal, waveform, name);
  const stored = toStoredSamples(waveform, labels.length, samplingRateHz, name);
  const whole = toRecordedLimbLeads(labels, stored.leads, stored.areResiduals);
  const seconds = Math.floor(findCalibrationStart(whole) / samplingRateHz);
  const recorded = whole.map((samples) => samples.slice(0, seconds * samplingRateHz));
  return toEcg({
    name,
    format: `Philips XML ${version}`,
    samplingRateHz,
    leads: labels.map((label, index) => ({ label, samples: recorded[index]!, microvoltsPerStep })),
    scaleField,
    remarks:
      recorded[0]!.length < whole[0]!.length
        ? [`What the file holds after ${seconds} s is a calibration pulse and was not read.`]
        : [],
    ...toMeasured(root),
  });
}

function toLabels(signal: XmlElement, waveform: XmlElement, name: string): readonly string[] {
  const labels = (waveform.attributes.get('leadlabels') ?? '').split(/\s+/).filter((label) => label !== '');
  if (labels.length > 0) return labels;
  const set = findText(signal, 'leadset') || findText(signal, 'acquisitiontype');
  if (STANDARD_SETS.includes(set)) return STANDARD_LEADS;
  throw new Problem(`${name} names no leads, and its set of leads ${toQuote(set)} is not known.`);
}

function toStoredSamples(waveform: XmlElement, leadCount: number, samplingRateHz: number, name: string) {
  const attribute = (field: string): string => waveform.attributes.get(field) ?? '';
  requireField(attribute('dataencoding'), ['base64'], 'dataencoding', name);
  const milliseconds = toPositive(attribute('durationperchannel'), 'durationperchannel', name);
  const sampleCount = Math.round((milliseconds * samplingRateHz) / 1000);
  const bytes = toBase64Bytes(waveform.text, 'its leads', name);
  const isCompressed = attribute('compressflag').toLowerCase() !== 'false';
  const compression = isCompressed ? attribute('compressmethod') || attribute('compression') : '';
  requireField(compression, ['xli', 'uncompressed', 'none', ''], 'the compression', name);
  if (sampleCount > MOST_SAMPLES) {
    throw new Problem(`${name} claims ${sampleCount} samples a lead, which no resting ECG has.`);
  }
  if (compression.toLowerCase() === 'xli') {
    return { leads: readXli(bytes, leadCount, sampleCount, name), areResiduals: true };
  }
  if (bytes.length !== 2 * leadCount * sampleCount) {
    throw new Problem(
      `${name} holds ${bytes.length} bytes of samples; ${leadCount} leads of ${milliseconds} ms have ${2 * leadCount * sampleCount}.`,
    );
  }
  const view = new DataView(bytes.buffer);
  const leads = Array.from({ length: leadCount }, (_, lead) =>
    Int16Array.from({ length: sampleCount }, (_value, index) => view.getInt16(2 * (lead * sampleCount + index), true)),
  );
  return { leads, areResiduals: undefined };
}

function toMeasured(root: XmlElement) {
  const [global] = [
    ...findElements(root, 'interpretations/interpretation/globalmeasurements'),
    ...findElements(root, 'measurements/globalmeasurements'),
  ];
  if (!global) return {};
  const of = (...fields: readonly string[]): string =>
    fields.map((field) => findText(global, field)).find((text) => text !== '') ?? '';
  const other = (method: string): string =>
    findElements(global, 'qtco').find(({ attributes }) => attributes.get('methodname') === method)?.text ?? '';
  return toDeviceMeasurements({
    rate: of('heartrate', 'meanventrate'),
    p: of('pdur'),
    pr: of('print', 'meanprint'),
    qrs: of('qrsdur', 'meanqrsdur'),
    qt: of('qtint', 'meanqtint'),
    qtc: [
      [of('qtcb'), 'Bazett'],
      [of('qtcf'), 'Fridericia'],
      [other('Framingham'), 'Framingham'],
      [other('Hodges'), 'Hodges'],
      [of('meanqtc'), null],
    ],
    pAxis: of('pfrontaxis'),
    qrsAxis: of('qrsfrontaxis'),
    tAxis: of('tfrontaxis'),
  });
}
