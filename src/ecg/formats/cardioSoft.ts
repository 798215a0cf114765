import type { Ecg } from '../ecg';
import { Problem } from '../problem';
import { requireAnnouncedCount } from './announcedCount';
import { toDeviceMeasurements } from './deviceValues';
import { requireField, toPositive } from './fieldValue';
import { toWrittenSamples } from './sampleText';
import { type StoredLead, toEcg } from './storedRecording';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements, findText } from './xmlPath';

/** The units of rate, intervals and axes; a value in another one is not taken. */
const UNITS: readonly string[] = ['BPM', 'ms', 'degrees'];

/**
 * Resting ECGs of GE CardioSoft: samples in digits, in `StripData`; the `MedianSamples` before it use the same names.
 * No document of the maker was found: the fields explain themselves and name their units.
 */
export const cardioSoft = createXmlFormat({
  description: 'GE CardioSoft XML',
  root: /^CardiologyXML$/,
  toEcg: toCardioSoftEcg,
});

function toCardioSoftEcg(root: XmlElement, name: string): Ecg {
  const strip = findElements(root, 'StripData')[0];
  if (!strip) throw new Problem(`${name} holds no StripData, in which CardioSoft keeps the ECG itself.`);
  requireField(toUnit(strip, 'SampleRate'), ['hz'], 'the unit of SampleRate', name);
  requireField(toUnit(strip, 'Resolution'), ['uvperlsb'], 'the unit of Resolution', name);
  const microvoltsPerStep = toPositive(findText(strip, 'Resolution'), 'Resolution', name);
  const announced = findText(strip, 'ChannelSampleCountTotal');
  const leads = findElements(strip, 'WaveformData').map(({ attributes, text }): StoredLead => {
    const label = attributes.get('lead') ?? '';
    const samples = toWrittenSamples(text, label, name);
    requireAnnouncedCount(samples.length, announced, label, name);
    return { label, samples, microvoltsPerStep };
  });
  return toEcg({
    name,
    format: 'GE CardioSoft XML',
    samplingRateHz: toPositive(findText(strip, 'SampleRate'), 'SampleRate', name),
    leads,
    scaleField: 'Resolution',
    ...toMeasured(root),
  });
}

function toUnit(element: XmlElement, field: string): string {
  return findElements(element, field)[0]?.attributes.get('units') ?? '';
}

function toMeasured(root: XmlElement) {
  const of = (field: string): string => {
    const [element] = findElements(root, `RestingECGMeasurements/${field}`);
    return UNITS.includes(element?.attributes.get('units') ?? '') ? element!.text : '';
  };
  return toDeviceMeasurements({
    rate: of('VentricularRate'),
    p: of('PDuration'),
    pr: of('PQInterval'),
    qrs: of('QRSDuration'),
    qt: of('QTInterval'),
    qtc: [[of('QTCInterval'), null]],
    pAxis: of('PAxis'),
    qrsAxis: of('RAxis'),
    tAxis: of('TAxis'),
  });
}
