import type { QtFormula } from '../../deviceMeasurements';
import { toDeviceMeasurements } from '../deviceValues';
import { type DicomNode, itemsOf } from './dataSet';
import { TAGS } from './tags';
import { codeOf, numbers16Of, textOf } from './values';

/** A measurement of the whole ECG that the device noted down. */
interface Annotation {
  readonly code: string;
  readonly meaning: string;
  readonly unit: string;
  readonly text: string;
}

const MILLISECONDS: readonly string[] = ['ms'];
const DEGREES: readonly string[] = ['deg'];
const PER_MINUTE: readonly string[] = ['/min', '{H.B.}/min', '{beats}/min', 'bpm'];

/** Codes of SCP-ECG (EN 1064) and MDC (ISO/IEEE 11073-10102; PS3.16 CID 3227, 3229, 3687 and 3689), of the global values only. */
const CODES = {
  rate: ['5.10.2.5-1', '2:16770'],
  p: ['5.13.5-5', '2:16184'],
  pr: ['5.13.5-7', '2:15872'],
  qrs: ['5.13.5-9', '2:16156'],
  qt: ['5.13.5-11', '2:16160'],
  qtc: ['5.10.2.5-5', '2:15876', '2:15880', '2:15892'],
  pAxis: ['5.10.3-11', '2:16128'],
  qrsAxis: ['5.10.3-13', '2:16132'],
  tAxis: ['5.10.3-15', '2:16136'],
} as const satisfies Record<string, readonly string[]>;

const FORMULAS: readonly (readonly [name: RegExp, formula: QtFormula])[] = [
  [/bazett/i, 'Bazett'],
  [/fr[ie]d[ei]ric/i, 'Fridericia'],
  [/framingham/i, 'Framingham'],
  [/hodges/i, 'Hodges'],
];

/**
 * What the device measured, from the annotations of the object (PS3.3 clause C.10.10): values of the whole ECG in the
 * unit that belongs to them. Values in another unit, of single leads, or given twice and differently are left out.
 */
export function toAnnotatedMeasurements(object: DicomNode) {
  const annotations = itemsOf(object, TAGS.annotations).filter(isOfAllLeads).map(toAnnotation);
  const of = (codes: readonly string[], units: readonly string[]): string => {
    return toOnlyText(annotations.filter(({ code, unit }) => codes.includes(code) && units.includes(unit)));
  };
  const corrected = annotations.filter(({ code, unit }) => (CODES.qtc as readonly string[]).includes(code) && unit === 'ms');
  const formulas = [...new Set(corrected.map(findFormula))];
  return toDeviceMeasurements({
    rate: of(CODES.rate, PER_MINUTE),
    p: of(CODES.p, MILLISECONDS),
    pr: of(CODES.pr, MILLISECONDS),
    qrs: of(CODES.qrs, MILLISECONDS),
    qt: of(CODES.qt, MILLISECONDS),
    qtc: formulas.map((formula) => [toOnlyText(corrected.filter((one) => findFormula(one) === formula)), formula]),
    pAxis: of(CODES.pAxis, DEGREES),
    qrsAxis: of(CODES.qrsAxis, DEGREES),
    tAxis: of(CODES.tAxis, DEGREES),
  });
}

/** Channels are referred to in pairs of group and channel, of which 0 means all. */
function isOfAllLeads(item: DicomNode): boolean {
  return numbers16Of(item, TAGS.referencedChannels).every((number, index) => index % 2 === 0 || number === 0);
}

function toAnnotation(item: DicomNode): Annotation {
  const { value, meaning } = codeOf(item, TAGS.concept);
  return { code: value, meaning, unit: codeOf(item, TAGS.measuredUnits).value, text: textOf(item, TAGS.numericValue) };
}

/** The words tell the formula: its code is printed for two of them. */
function findFormula({ meaning }: Annotation): QtFormula | null {
  return FORMULAS.find(([name]) => name.test(meaning))?.[1] ?? null;
}

function toOnlyText(annotations: readonly Annotation[]): string {
  return new Set(annotations.map(({ text }) => text)).size === 1 ? annotations[0]!.text : '';
}
