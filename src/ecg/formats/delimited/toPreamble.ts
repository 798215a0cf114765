import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { findMicrovolts } from '../voltageUnit';
import { findSeconds } from './toColumn';

/** What the lines around a table say of all its leads. */
export interface Preamble {
  readonly samplingRateHz: number | undefined;
  readonly microvoltsPerUnit: number | undefined;
}

const NUMBER = String.raw`(?<![\w.]|\d,)(\d{1,9}(?:\.\d{1,9}|,0+(?!\d))?)`;
const BETWEEN = String.raw`[\s"':;=,\t]*`;
const BRACKETED = String.raw`(?:[([]\s*([^()[\]\s]{1,12})\s*[)\]])?`;
const VOLTS = String.raw`([munµμ]?v|(?:milli|micro|nano)-?volts?|volts?)`;
const STEPS = String.raw`(?:lsb|bits?|digits?|adu|adc|counts?|steps?|units?)`;
const PER = String.raw`\s*(?:\/|per|pro)\s*`;

const RATE_WORDS = [
  String.raw`sampl(?:e|es|ing)?[\s_-]*(?:rate|freq(?:uency)?)`,
  String.raw`abtast(?:rate|frequenz)`,
  String.raw`fr[ée]quence d.[ée]chantillonnage`,
  String.raw`frecuencia de muestreo`,
  String.raw`fs|srate`,
].join('|');

const RATE = new RegExp(String.raw`\b(?:${RATE_WORDS})\b\s*${BRACKETED}${BETWEEN}${NUMBER}\s*([a-z/]{0,16})(?![\w%.])`, 'gi');
const INTERVAL = new RegExp(
  String.raw`(?:^interval|sampl(?:e|es|ing)?[\s_-]*(?:interval|period)|abtastintervall)\s*${BRACKETED}${BETWEEN}${NUMBER}\s*([a-zµμ]{0,16})(?![\w%.])`,
  'gi',
);
const PER_SAMPLE = new RegExp(String.raw`${NUMBER}\s*([a-zµμ]{1,12})${PER}samples?\b`, 'gi');

const UNIT = new RegExp(String.raw`\b(?:units?|einheit(?:en)?|unit[ée]s?|unidad(?:es)?)\b[)\]]?${BETWEEN}[([]?${VOLTS}(?![\w/µμ])`, 'giu');
const VOLTS_A_STEP = new RegExp(String.raw`${NUMBER}\s*${VOLTS}${PER}${STEPS}\b`, 'gi');
const VOLTS_A_STEP_BEFORE = new RegExp(String.raw`${VOLTS}${PER}${STEPS}\b[\s)\]]*${BETWEEN}${NUMBER}(?![\w%.])`, 'gi');
const STEPS_A_VOLT = new RegExp(String.raw`${NUMBER}\s*${STEPS}?${PER}${VOLTS}(?![\w/µμ])`, 'gi');
const STEPS_A_VOLT_BEFORE = new RegExp(String.raw`${STEPS}${PER}${VOLTS}(?![\w/µμ])[\s)\]]*${BETWEEN}${NUMBER}(?![\w%.])`, 'gi');

const HERTZ: readonly (readonly [names: RegExp, hertz: number])[] = [
  [/^(?:|hz|hertz|sps|samples?\/s(?:ec)?|\/s|samples)$/i, 1],
  [/^(?:khz|kilohertz)$/i, 1000],
];

const INTERVAL_TOLERANCE = 1e-3;
const LONGEST_LINE = 500;

/**
 * The sampling rate and the scale that the lines around a table state ("Sampling rate: 500 Hz", "Sampling interval
 * 2 ms", "Unit: µV", "4.88 µV/LSB", "Gain (digit/millivolt): 2048"). All else in them is passed over and not kept.
 * @throws Problem where they contradict each other or give what cannot be.
 */
export function toPreamble(lines: readonly string[], name: string): Preamble {
  const words = lines.filter(({ length }) => length <= LONGEST_LINE).map((line) => line.trim().replace(/^(?:#|%|\/\/)\s*/, ''));
  const rates = words.flatMap((line) => [...findRates(line), ...findIntervalRates(line)]);
  const scales = words.flatMap(findScales);
  return {
    samplingRateHz: toOnly(rates, (rate) => `${rate} Hz`, 'the sampling rate', name),
    microvoltsPerUnit: toOnly(scales, (microvolts) => `${microvolts} µV`, 'what a step of its numbers is', name),
  };
}

function findRates(line: string): number[] {
  return [...line.matchAll(RATE)].flatMap(([, unitBefore, number, unitBehind]) => {
    const hertz = findFactor(HERTZ, unitBehind || unitBefore || '');
    return hertz === undefined ? [] : [toNumber(number!) * hertz];
  });
}

function findIntervalRates(line: string): number[] {
  const named = [...line.matchAll(INTERVAL)].map(([, unitBefore, number, unitBehind]) => ({ number: number!, unit: unitBehind || unitBefore }));
  const perSample = [...line.matchAll(PER_SAMPLE)].map(([, number, unit]) => ({ number: number!, unit }));
  return [...named, ...perSample].flatMap(({ number, unit = '' }) => {
    const seconds = findSeconds(unit);
    return seconds === undefined ? [] : findRateOf(number, seconds);
  });
}

/** The rate of an interval, whose last digit may be rounded; none where that leaves it open by more than 0.1 %. */
function findRateOf(interval: string, secondsPerUnit: number): number[] {
  const exact = toRounded(1 / (toNumber(interval) * secondsPerUnit));
  const halfDigit = 10 ** -(interval.split('.')[1] ?? '').length / 2;
  const tolerance = halfDigit / toNumber(interval);
  const whole = Math.round(exact);
  if (Math.abs(exact - whole) <= Math.min(tolerance, INTERVAL_TOLERANCE) * exact) return [whole];
  return tolerance <= INTERVAL_TOLERANCE || exact === Infinity ? [exact] : [];
}

function findScales(line: string): number[] {
  const volts = (unit: string | undefined) => findMicrovolts(unit!)!;
  return [
    // “Unit V” may be a ward; “Unit: V” is not.
    ...[...line.matchAll(UNIT)].filter(([all]) => !/\sv$/i.test(all) || /[:=;,]/.test(all)).map(([, unit]) => volts(unit)),
    ...[...line.matchAll(VOLTS_A_STEP)].map(([, number, unit]) => toNumber(number!) * volts(unit)),
    ...[...line.matchAll(VOLTS_A_STEP_BEFORE)].map(([, unit, number]) => toNumber(number!) * volts(unit)),
    ...[...line.matchAll(STEPS_A_VOLT)].map(([, number, unit]) => volts(unit) / toNumber(number!)),
    ...[...line.matchAll(STEPS_A_VOLT_BEFORE)].map(([, unit, number]) => volts(unit) / toNumber(number!)),
  ].map(toRounded);
}

function toOnly(values: readonly number[], toWords: (value: number) => string, what: string, name: string): number | undefined {
  const different = [...new Set(values)];
  if (different.length > 1) throw new Problem(`${name} gives ${what} both as ${toListing(different.slice(0, 3).map(toWords))}.`);
  const [value] = different;
  if (value !== undefined && !(value > 0 && value < Infinity)) {
    throw new Problem(`${name} gives ${what} as ${toWords(value)}, which it cannot be.`);
  }
  return value;
}

function findFactor(table: readonly (readonly [names: RegExp, factor: number])[], unit: string): number | undefined {
  return table.find(([names]) => names.test(unit))?.[1];
}

function toNumber(text: string): number {
  return Number(text.replace(/,0+$/, ''));
}

/** 1/0.002 is 500, whatever the digits of the machine say. */
function toRounded(value: number): number {
  return Number(value.toPrecision(9));
}
