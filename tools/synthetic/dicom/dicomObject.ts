import type { Ecg } from '../../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';
import { mapLeads } from '../../../src/ecg/mapLeads';
import { WRITTEN_MEASUREMENTS } from '../deviceXml/writerOptions';
import type { WrittenItem, WrittenWords } from './encodeDataSet';

/** How the samples of a group are stored (PS3.3 clause C.10.9.1.5). */
export type WrittenInterpretation = 'SB' | 'UB' | 'SS' | 'US' | 'SL' | 'UL';

/** The scheme of the leads' codes: numbered, by reference identifier, or the writer's own. */
export type WrittenScheme = 'SCPECG' | 'MDC' | 'MDC_ECG_LEAD' | '99OWN';

/** How a multiplex group is written; every field has a default. */
export interface WrittenGroupOptions {
  readonly originality?: string;
  readonly leadOrder?: readonly LeadName[];
  /** Microvolts of a step, correction factor included; 2.5 unless given. */
  readonly microvoltsPerStep?: number;
  readonly unit?: 'uV' | 'mV' | 'V' | 'nV';
  readonly correctionFactor?: number;
  /** Microvolts of the sample 0. */
  readonly baselineMicrovolts?: number;
  readonly interpretation?: WrittenInterpretation;
  readonly scheme?: WrittenScheme;
  /** The value that stands for NaN. */
  readonly padding?: number;
  readonly startMs?: number;
  /** How many samples after the start of the group a lead's first one was taken. */
  readonly toSkewSamples?: (lead: LeadName) => number;
}

const SAMPLES: Readonly<Record<WrittenInterpretation, new (length: number) => WrittenWords>> = {
  SB: Int8Array,
  UB: Uint8Array,
  SS: Int16Array,
  US: Uint16Array,
  SL: Int32Array,
  UL: Uint32Array,
};
const LEAD_NUMBERS: Readonly<Record<LeadName, number>> = {
  I: 1,
  II: 2,
  V1: 3,
  V2: 4,
  V3: 5,
  V4: 6,
  V5: 7,
  V6: 8,
  III: 61,
  aVR: 62,
  aVL: 63,
  aVF: 64,
};
const MICROVOLTS = { nV: 1e-3, uV: 1, mV: 1e3, V: 1e6 };
const MEDIAN_SAMPLES = 60;

/** A code as an item: value, scheme, meaning. */
export function toCodeItem(value: string, scheme: string, meaning: string): WrittenItem {
  return {
    '00080100': { vr: 'SH', value },
    '00080102': { vr: 'SH', value: scheme },
    '00080104': { vr: 'LO', value: meaning },
  };
}

/** A multiplex group that holds an ECG. */
export function toGroup(ecg: Ecg, options: WrittenGroupOptions = {}): WrittenItem {
  const { originality = 'ORIGINAL', leadOrder = STANDARD_LEADS, interpretation = 'SS', padding, startMs } = options;
  const words = toWords(ecg, leadOrder, options);
  const toWord = (value: number) => Object.assign(new SAMPLES[interpretation](1), [value]);
  return {
    ...(startMs !== undefined && { '00181068': { vr: 'DS', value: `${startMs}` } }),
    '003a0004': { vr: 'CS', value: originality },
    '003a0005': { vr: 'US', value: [leadOrder.length] },
    '003a0010': { vr: 'UL', value: [ecg.sampleCount] },
    '003a001a': { vr: 'DS', value: `${ecg.samplingRateHz}` },
    '003a0200': { vr: 'SQ', value: leadOrder.map((lead) => toChannel(lead, words.BYTES_PER_ELEMENT * 8, options)) },
    '54001004': { vr: 'US', value: [words.BYTES_PER_ELEMENT * 8] },
    '54001006': { vr: 'CS', value: interpretation },
    ...(padding !== undefined && { '5400100a': { vr: toVr(words), value: toWord(padding) } }),
    '54001010': { vr: toVr(words), value: words },
  };
}

/** The object around groups: what names it, a patient, what the device measured. */
export function toObject(groups: readonly WrittenItem[], sopClass: string): WrittenItem {
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const annotations = [
    toAnnotation('5.10.2.5-1', 'Vent Rate', rate, '/min'),
    toAnnotation('5.13.5-5', 'P Duration', p, 'ms'),
    toAnnotation('5.13.5-7', 'PR Interval', pr, 'ms'),
    toAnnotation('5.13.5-9', 'QRS Duration', qrs, 'ms'),
    toAnnotation('5.13.5-11', 'QT Interval', qt, 'ms'),
    toAnnotation('5.10.2.5-5', 'QTc Interval', qtc, 'ms'),
    toAnnotation('5.10.3-11', 'P Axis', pAxis, 'deg'),
    toAnnotation('5.10.3-13', 'QRS Axis', qrsAxis, 'deg'),
    toAnnotation('5.10.3-15', 'T Axis', tAxis, 'deg'),
  ];
  return {
    '00080016': { vr: 'UI', value: sopClass },
    '00080018': { vr: 'UI', value: '1.2.3.4.5' },
    '00080060': { vr: 'CS', value: 'ECG' },
    '00100010': { vr: 'PN', value: 'Mustermann^Erika' },
    '00100020': { vr: 'LO', value: '0815' },
    '00100030': { vr: 'DA', value: '19500131' },
    '0040b020': { vr: 'SQ', value: annotations },
    '54000100': { vr: 'SQ', value: groups },
  };
}

/** A measurement of the channels referred to, pairs of group and channel; of the whole first group unless given. */
export function toAnnotation(code: string, meaning: string, value: number, unit: string, channels = [1, 0]): WrittenItem {
  return {
    '004008ea': { vr: 'SQ', value: [toCodeItem(unit, 'UCUM', unit)] },
    '0040a043': { vr: 'SQ', value: [toCodeItem(code, /^2:/.test(code) ? 'MDC' : 'SCPECG', meaning)] },
    '0040a0b0': { vr: 'US', value: channels },
    '0040a30a': { vr: 'DS', value: `${value}` },
  };
}

/** The first beat as a median beat, which a device would have computed. */
export function toMedian(ecg: Ecg, options: WrittenGroupOptions): WrittenItem {
  const leads = mapLeads((lead) => ecg.leads[lead].subarray(0, MEDIAN_SAMPLES));
  const beat = { ...ecg, sampleCount: MEDIAN_SAMPLES, leads };
  return toGroup(beat, { ...options, originality: 'DERIVED' });
}

function toChannel(lead: LeadName, bits: number, options: WrittenGroupOptions): WrittenItem {
  const { microvoltsPerStep = 2.5, unit = 'uV', correctionFactor = 1, baselineMicrovolts = 0 } = options;
  const { scheme = 'SCPECG', toSkewSamples = () => 0 } = options;
  const inUnit = (microvolts: number): string => `${Number((microvolts / MICROVOLTS[unit]).toPrecision(8))}`;
  return {
    '003a0208': { vr: 'SQ', value: [toSource(lead, scheme)] },
    '003a0210': { vr: 'DS', value: inUnit(microvoltsPerStep / correctionFactor) },
    '003a0211': { vr: 'SQ', value: [toCodeItem(unit, 'UCUM', unit)] },
    '003a0212': { vr: 'DS', value: `${correctionFactor}` },
    '003a0213': { vr: 'DS', value: inUnit(baselineMicrovolts) },
    '003a0215': { vr: 'DS', value: `${toSkewSamples(lead)}` },
    '003a021a': { vr: 'US', value: [bits] },
  };
}

function toSource(lead: LeadName, scheme: WrittenScheme): WrittenItem {
  const number = LEAD_NUMBERS[lead];
  const meaning = `Lead ${lead}${lead === 'I' ? ' (Einthoven)' : ''}`;
  if (scheme === 'SCPECG') return toCodeItem(`5.6.3-9-${number}`, scheme, meaning);
  if (scheme === 'MDC') return toCodeItem(`2:${number}`, scheme, meaning);
  if (scheme === 'MDC_ECG_LEAD') return toCodeItem(`${2 * 65536 + number}`, 'MDC', `MDC_ECG_LEAD_${lead.toUpperCase()}`);
  return toCodeItem(`E${number}`, scheme, meaning);
}

function toVr(words: WrittenWords): string {
  return words.BYTES_PER_ELEMENT === 1 ? 'OB' : 'OW';
}

/** All leads in steps, a sample of each at a time. */
function toWords(ecg: Ecg, leadOrder: readonly LeadName[], options: WrittenGroupOptions): WrittenWords {
  const { microvoltsPerStep = 2.5, baselineMicrovolts = 0, interpretation = 'SS', padding } = options;
  const words = new SAMPLES[interpretation](leadOrder.length * ecg.sampleCount);
  leadOrder.forEach((lead, position) => {
    ecg.leads[lead].forEach((millivolts, index) => {
      const step = Math.round((millivolts * 1000 - baselineMicrovolts) / microvoltsPerStep);
      const value = Number.isNaN(millivolts) ? padding! : step;
      const at = index * leadOrder.length + position;
      words[at] = value;
      if (words[at] !== value) throw new RangeError(`${millivolts} mV does not fit ${interpretation} at this scale.`);
    });
  });
  return words;
}
