import { findLead } from '../../leadName';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal } from '../fieldValue';
import type { JsonObject } from '../jsonText';
import { findMicrovolts } from '../voltageUnit';
import { toText } from './values';

/** Keys are compared without case and punctuation: "sampling_rate", "samplingRate", "Sampling Rate (Hz)". */
const toKey = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

const RATE = /^(?:fs|sf|hz|(?:sampling|sample)(?:rate|frequency|freq)|frequency|freq)(?:hz)?$/;
const UNIT = /^(?:sig(?:nal)?|voltage|amplitude|lead)?units?$/;
const NAMES = /^(?:(?:lead|channel|sig|signal|column)(?:s?names?|labels?|order|s|list)?|columns|labels)$/;
/** What else would change the numbers: where one of these stands, a unit may be that of other numbers. */
const SCALE = /^(?:adc)?(?:gains?|scales?|scalefactors?|resolution|lsb|sensitivity|baseline|offsets?|zero)(?:s|mv|uv)?$/;

/** Words for numbers as they came from a converter, which say nothing of volts. */
const NO_UNIT = /^(?:|adu|nu|a\.?u\.?|raw|counts?|digital|lsb|unknown|none)$/i;

/** The objects of a file in which facts about its samples may stand. */
type Scopes = readonly JsonObject[];

/**
 * The sampling rate in hertz; undefined where there is none.
 * @throws Problem where it is no number above 0, or two are given.
 */
export function findRateHz(scopes: Scopes, name: string): number | undefined {
  const rates = [...new Set(findValues(scopes, RATE).map((value) => toRateHz(value, name)))];
  if (rates.length <= 1) return rates[0];
  throw new Problem(`${name} gives the sampling rate both as ${toListing(rates.map((rate) => `${rate} Hz`))}.`);
}

/**
 * The names of the leads, where they are a list of as many as there are rows or columns; undefined where there is no list.
 * @throws Problem where there is one of another length.
 */
export function findNames(scopes: Scopes, [rows, columns]: readonly [number, number], name: string): readonly string[] | undefined {
  const named = findValues(scopes, NAMES).filter(isNameList);
  const fitting = named.find(({ length }) => length === rows || length === columns);
  if (fitting || named.length === 0) return fitting;
  throw new Problem(`${name} names ${named[0]!.length} leads, but its table has ${rows} rows and ${columns} columns.`);
}

/**
 * Microvolts of the unit of each of so many leads; undefined where it is not given, or is that of other numbers.
 * @throws Problem where it is no unit of voltage, or two are given for the same lead.
 */
export function findLeadMicrovolts(scopes: Scopes, leadCount: number, name: string): readonly (number | undefined)[] {
  if (findValues(scopes, SCALE).some((value) => value !== null)) return Array.from({ length: leadCount }, () => undefined);
  const units = findValues(scopes, UNIT);
  const each = units.map((unit) => {
    const list = Array.isArray(unit) && unit.length === leadCount ? (unit as unknown[]) : Array.from({ length: leadCount }, () => unit);
    return list.map((one) => toMicrovolts(one, name));
  });
  if (new Set(each.map((list) => list.join())).size <= 1) return each[0] ?? Array.from({ length: leadCount }, () => undefined);
  throw new Problem(`${name} gives its unit both as ${toListing(units.map((unit) => toQuote(toText(unit))))}.`);
}

/** Whether an object gives a unit, or numbers that change what a unit means. */
export function tellsScale(scope: JsonObject): boolean {
  return [UNIT, SCALE].some((key) => findValues([scope], key).length > 0);
}

/**
 * Microvolts of a unit; undefined where there is none or a word for bare numbers.
 * @throws Problem where it is no unit of voltage.
 */
function toMicrovolts(unit: unknown, name: string): number | undefined {
  if (unit === undefined || unit === null || NO_UNIT.test(toText(unit).trim())) return undefined;
  const microvolts = findMicrovolts(toText(unit));
  if (microvolts === undefined) throw new Problem(`${name} gives its unit as ${toQuote(toText(unit))}, which is no unit of voltage.`);
  return microvolts;
}

function findValues(scopes: Scopes, key: RegExp): unknown[] {
  return scopes.flatMap((scope) => Object.entries(scope).filter(([found]) => key.test(toKey(found))).map(([, value]) => value));
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string') && value.some(findLead);
}

function toRateHz(value: unknown, name: string): number {
  const rateHz = typeof value === 'number' ? value : findDecimal(toText(value).replace(/\s*hz\s*$/i, ''));
  if (rateHz !== undefined && rateHz > 0) return rateHz;
  throw new Problem(`${name} gives the sampling rate as ${toQuote(toText(value))}, which it cannot be.`);
}
