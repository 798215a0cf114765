import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal } from '../fieldValue';
import { findObject, type JsonObject } from '../jsonText';
import { findMicrovolts } from '../voltageUnit';

/** The samples of one lead, and what its series says of them. */
export interface SampledData {
  /** NaN where a sample is missing or beyond the range of the device. */
  readonly samples: Float64Array;
  readonly samplingRateHz: number;
  /** Undefined where the series gives no unit. */
  readonly microvoltsPerUnit: number | undefined;
  readonly unitsPerStep: number;
  readonly originUnits: number;
  /** Samples beyond the range of the device. */
  readonly railCount: number;
}

const MISSING = 'E';
const RAILS = ['L', 'U'];

/** Seconds of the UCUM units in which R5 writes the interval between samples. */
const SECONDS: ReadonlyMap<string, number> = new Map([['s', 1], ['ms', 1e-3], ['us', 1e-6], ['ns', 1e-9]]);

/**
 * Reads a series of FHIR's type SampledData: R4 with the `period` between samples in milliseconds, R5 with an `interval` in
 * the unit of `intervalUnit`. A sample is origin + factor × number.
 * @param label the lead's name in the file, for sentences.
 * @throws Problem that quotes what cannot be read.
 */
export function toSampledData(series: JsonObject, label: string, name: string): SampledData {
  const of = `the samples of ${toQuote(label)}`;
  const origin = findObject(series.origin) ?? {};
  const dimensions = series.dimensions ?? 1;
  if (dimensions !== 1) throw new Problem(`${name} gives ${of} ${toQuote(toText(dimensions))} dimensions; only 1 can be read.`);
  if (series.offsets !== undefined) throw new Problem(`${name} gives the time of each of ${of}; only even intervals can be read.`);
  const unitsPerStep = toNumber(series.factor ?? 1, `the factor of ${of}`, name);
  if (unitsPerStep === 0) throw new Problem(`${name} gives the factor of ${of} as “0”, which it cannot be.`);
  return {
    ...toNumbers(series.data, of, name),
    samplingRateHz: toRateHz(series, of, name),
    microvoltsPerUnit: toUnitMicrovolts(origin, of, name),
    unitsPerStep,
    originUnits: toNumber(origin.value ?? 0, `the origin of ${of}`, name),
  };
}

function toNumbers(data: unknown, of: string, name: string): { samples: Float64Array; railCount: number } {
  const words = typeof data === 'string' ? data.trim().split(/\s+/) : [];
  if (words.length === 0 || words[0] === '') throw new Problem(`${name} lacks ${of}.`);
  const samples = Float64Array.from(words, (word) => {
    if (word === MISSING || RAILS.includes(word)) return NaN;
    const value = findDecimal(word);
    if (value === undefined) throw new Problem(`${name} has ${toQuote(word)} among ${of}.`);
    return value;
  });
  return { samples, railCount: words.filter((word) => RAILS.includes(word)).length };
}

function toRateHz({ period, interval, intervalUnit }: JsonObject, of: string, name: string): number {
  if (period === undefined && interval === undefined) throw new Problem(`${name} does not say how far apart in time ${of} are.`);
  if (period !== undefined && interval !== undefined) throw new Problem(`${name} says twice how far apart in time ${of} are.`);
  const value = toNumber(period ?? interval, `the time between ${of}`, name);
  const unit = period === undefined ? toText(intervalUnit ?? '') : 'ms';
  const seconds = SECONDS.get(unit);
  if (seconds === undefined) throw new Problem(`${name} gives the time between ${of} in ${toQuote(unit)}; only s, ms, us and ns can be read.`);
  if (value <= 0) throw new Problem(`${name} gives the time between ${of} as ${value} ${unit}, which it cannot be.`);
  // 1 / 0.002 s and the like are not always whole in binary fractions.
  return Number((1 / seconds / value).toPrecision(12));
}

/** The unit stands with the origin: as a code of UCUM, in words, or both. */
function toUnitMicrovolts({ code, unit }: JsonObject, of: string, name: string): number | undefined {
  const units = [code, unit].filter((text) => text !== undefined && text !== '').map(toText);
  const microvolts = units.map((text) => {
    const found = findMicrovolts(text);
    if (found === undefined) throw new Problem(`${name} gives ${of} in ${toQuote(text)}, which is no unit of voltage.`);
    return found;
  });
  if (new Set(microvolts).size > 1) throw new Problem(`${name} gives ${of} both in ${units.map(toQuote).join(' and in ')}.`);
  return microvolts[0];
}

function toNumber(value: unknown, field: string, name: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Problem(`${name} gives ${field} as ${toQuote(toText(value))}, which it cannot be.`);
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
