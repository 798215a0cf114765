import type { Ecg } from '../ecg';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toDeviceMeasurements } from './deviceValues';
import { findDecimal, requireField } from './fieldValue';
import { toWrittenSamples } from './sampleText';
import { type StoredLead, toEcg } from './storedRecording';
import type { XmlElement } from './xml';
import { createXmlFormat } from './xmlFormat';
import { findElements } from './xmlPath';

/** Seconds of the units in which the sampling interval is given (UCUM). */
const SECONDS: ReadonlyMap<string, number> = new Map([
  ['s', 1],
  ['ms', 1e-3],
  ['us', 1e-6],
]);
/** Microvolts of the units in which samples are given (UCUM). */
const MICROVOLTS: ReadonlyMap<string, number> = new Map([
  ['V', 1e6],
  ['mV', 1e3],
  ['uV', 1],
  ['\u00b5V', 1],
  ['\u03bcV', 1],
  ['nV', 1e-3],
]);
const FIELD = 'the scale of SLIST_PQ';

/**
 * HL7 annotated ECGs: rhythm leads in digits, with origin and scale; a representative beat derived from them is left
 * alone. Source: HL7 aECG Implementation Guide, B. D. Brown, F. Badilini, 2005.
 */
export const hl7Aecg = createXmlFormat({
  description: 'HL7 aECG',
  root: /^AnnotatedECG$/,
  toEcg: toAnnotatedEcg,
});

function toAnnotatedEcg(root: XmlElement, name: string): Ecg {
  const series = findElements(root, 'component/series').find((one) => codeOf(one) !== 'REPRESENTATIVE_BEAT');
  if (!series) throw new Problem(`${name} holds no series of rhythm leads.`);
  const sets = findElements(series, 'component/sequenceSet').map((set) => findElements(set, 'component/sequence'));
  const sequences = sets.reduce((most, set) => (set.length > most.length ? set : most), []);
  const time = sequences.find((sequence) => codeOf(sequence).startsWith('TIME_'));
  if (!time) throw new Problem(`${name} does not tell its sampling interval: it holds no TIME_ABSOLUTE or TIME_RELATIVE.`);
  return toEcg({
    name,
    format: 'HL7 aECG',
    samplingRateHz: toSamplingRateHz(time, name),
    leads: sequences.filter((sequence) => sequence !== time).map((sequence) => toStoredLead(sequence, name)),
    scaleField: FIELD,
    ...toMeasured(series),
  });
}

function codeOf(element: XmlElement): string {
  return findElements(element, 'code')[0]?.attributes.get('code') ?? '';
}

function toSamplingRateHz(time: XmlElement, name: string): number {
  const increment = findElements(time, 'value/increment')[0]?.attributes;
  const [value = '', unit = ''] = [increment?.get('value'), increment?.get('unit')];
  const seconds = (findDecimal(value) ?? NaN) * (SECONDS.get(unit) ?? NaN);
  if (!(seconds > 0)) throw new Problem(`${name} gives the sampling interval ${toQuote(`${value} ${unit}`)}, which it cannot be.`);
  const rateHz = 1 / seconds;
  // 0.0041667 s means 240 Hz: intervals are written with few digits.
  return Math.abs(rateHz - Math.round(rateHz)) < 1e-4 * rateHz ? Math.round(rateHz) : rateHz;
}

function toStoredLead(sequence: XmlElement, name: string): StoredLead {
  const label = codeOf(sequence);
  const [value] = findElements(sequence, 'value');
  const type = value?.attributes.get('type') ?? '';
  requireField(type, ['slist_pq', ''], `the samples of ${label}`, name);
  const scale = value && toMicrovolts(value, 'scale', label, name);
  if (!scale) throw new Problem(`${name} gives no scale of ${toQuote(label)}.`);
  return {
    label,
    samples: toWrittenSamples(findElements(value, 'digits')[0]?.text ?? '', label, name),
    microvoltsPerStep: scale,
    originMicrovolts: toMicrovolts(value, 'origin', label, name) ?? 0,
  };
}

/** A physical quantity in microvolts; undefined where the element is absent. */
function toMicrovolts(value: XmlElement, field: 'scale' | 'origin', label: string, name: string): number | undefined {
  const attributes = findElements(value, field)[0]?.attributes;
  if (!attributes) return undefined;
  const [text = '', unit = ''] = [attributes.get('value'), attributes.get('unit')];
  const microvolts = (findDecimal(text) ?? NaN) * (MICROVOLTS.get(unit) ?? NaN);
  if (!Number.isFinite(microvolts) || (field === 'scale' && microvolts === 0)) {
    throw new Problem(`${name} gives the ${field} of ${toQuote(label)} as ${toQuote(`${text} ${unit}`)}, which it cannot be.`);
  }
  return microvolts;
}

/** Units in which annotations give rates, intervals and axes; "bmp" is met in examples of the standard. */
const ANNOTATION_UNITS: readonly string[] = ['bpm', 'bmp', '/min', 'ms', 'deg'];

function toMeasured(series: XmlElement) {
  const annotations = findAnnotations(series);
  const of = (code: string): string => {
    const texts = annotations.filter((annotation) => codeOf(annotation) === code).map(toAnnotatedText);
    // Annotated beat by beat, values may differ: then none of them is the ECG's.
    return new Set(texts).size === 1 ? texts[0]! : '';
  };
  return toDeviceMeasurements({
    rate: of('MDC_ECG_HEART_RATE'),
    p: of('MDC_ECG_TIME_PD_P'),
    pr: of('MDC_ECG_TIME_PD_PR'),
    qrs: of('MDC_ECG_TIME_PD_QRS'),
    qt: of('MDC_ECG_TIME_PD_QT'),
    qtc: [
      [of('MDC_ECG_TIME_PD_QTcB'), 'Bazett'],
      [of('MDC_ECG_TIME_PD_QTcF'), 'Fridericia'],
      [of('MDC_ECG_TIME_PD_QTc'), null],
    ],
    pAxis: of('MDC_ECG_ANGLE_P_FRONT'),
    qrsAxis: of('MDC_ECG_ANGLE_QRS_FRONT'),
    tAxis: of('MDC_ECG_ANGLE_T_FRONT'),
  });
}

function toAnnotatedText(annotation: XmlElement): string {
  const attributes = findElements(annotation, 'value')[0]?.attributes;
  return ANNOTATION_UNITS.includes(attributes?.get('unit') ?? '') ? (attributes?.get('value') ?? '') : '';
}

/** All annotations of a series and of what was derived from it. */
function findAnnotations(element: XmlElement): XmlElement[] {
  const own = element.name === 'annotation' ? [element] : [];
  return [...own, ...element.children.flatMap((child) => findAnnotations(child))];
}
