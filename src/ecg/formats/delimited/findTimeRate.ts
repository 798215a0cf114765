import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { Signal } from './readSignals';

/** "0:00.002", "15:11:55,002", "2020-06-04T15:11:55.002+02:00": minutes, before them hours, before them a date. */
const CLOCK = /^[[(]?(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[T\s]+)?(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?(?:\s*(?:Z|[+-]\d\d:?\d\d))?[\])]?$/i;
const PLAIN = /^[+-]?(\d{0,15})(?:[.,](\d{0,20}))?(e[+-]?\d{1,2})?$/i;
const DAY_SECONDS = 86_400;

/** Samples are even where none is off its place by more than this share of a step, or than the times were rounded. */
const MOST_JITTER = 0.05;

const FLOAT_NOISE = 2 ** -23;

/** Steps of a time without a unit that are so small are seconds: in milliseconds they would be 50,000 Hz and more. */
const LARGEST_SECONDS_STEP = 0.02;

/** What a column of times says: the sampling rate, and a remark where it had to be inferred. */
export interface TimeRate {
  readonly samplingRateHz: number;
  readonly remarks: readonly string[];
}

interface Time {
  /** In the unit of the column; of a clock, in seconds. */
  readonly value: number;
  /** One unit of its last digit. */
  readonly resolution: number;
  readonly isClock: boolean;
}

/**
 * The sampling rate that a column of times gives. Undefined where it gives none: times of whole seconds, or numbers
 * without a unit that may as well be milliseconds or the numbers of the samples.
 * @param secondsPerUnit of its numbers; undefined where nothing names their unit.
 * @throws Problem where a cell is no time or the steps are not even, as where a piece is missing.
 */
export function findTimeRate(signal: Signal, secondsPerUnit: number | undefined, name: string): TimeRate | undefined {
  const times = toTimes(signal, name);
  const [first, last] = [times[0]!, times.at(-1)!];
  const unit = first.isClock ? 1 : secondsPerUnit;
  const values = unwrapMidnight(times);
  const [start, end] = [values[0]!, values.at(-1)!];
  const step = (end - start) / (values.length - 1);
  if (values.length < 2) return undefined;
  if (!(step > 0)) throw uneven(signal, values, step, name);
  // Numbers of 32 bits are written with digits that mean nothing.
  const noise = Math.min(FLOAT_NOISE * Math.max(Math.abs(start), Math.abs(end)), step / 100);
  const resolution = Math.max(first.resolution, last.resolution, noise);
  if (resolution > 1.01 * step) return undefined;
  const isSeconds = unit === undefined && step <= LARGEST_SECONDS_STEP;
  const factor = unit ?? 1;
  const samplingRateHz = toRoundRate(values.length - 1, (end - start) * factor, resolution * factor);
  if (!isEven(values, 1 / (samplingRateHz * factor), resolution)) throw uneven(signal, values, step, name);
  if (unit !== undefined) return { samplingRateHz, remarks: [] };
  if (!isSeconds) return undefined;
  const words = `Nothing names the unit of the times: their steps of ${Number(step.toPrecision(4))} were taken as seconds, ${samplingRateHz} Hz.`;
  return { samplingRateHz, remarks: [words] };
}

function toTimes({ texts, toLine }: Signal, name: string): Time[] {
  return texts.map((text, index) => {
    const time = findTime(text);
    if (time) return time;
    throw new Problem(`${name} has ${toQuote(text)} in line ${toLine(index)}, where a time should be.`);
  });
}

function findTime(text: string): Time | undefined {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, hours = '0', minutes, seconds, decimals = ''] = clock;
    const value = Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds!}.${decimals || '0'}`);
    return { value, resolution: 10 ** -decimals.length, isClock: true };
  }
  const plain = PLAIN.exec(text);
  const value = plain ? Number(text.replace(',', '.')) : NaN;
  if (!plain || !Number.isFinite(value) || (plain[1] === '' && !plain[2])) return undefined;
  return { value, resolution: plain[3] ? 0 : 10 ** -(plain[2] ?? '').length, isClock: false };
}

function unwrapMidnight(times: readonly Time[]): number[] {
  let days = 0;
  return times.map(({ value, isClock }, index) => {
    if (isClock && index > 0 && times[index - 1]!.value - value > DAY_SECONDS / 2) days++;
    return value + days * DAY_SECONDS;
  });
}

/** The roundest rate that the first and the last time allow, as far as they are rounded. */
function toRoundRate(steps: number, seconds: number, resolution: number): number {
  const exact = steps / seconds;
  const isAllowed = (rate: number) => Math.abs(steps / rate - seconds) <= resolution * 1.001;
  const round = [1, 0.1, 0.01].map((unit) => Number((Math.round(exact / unit) * unit).toFixed(2))).find((rate) => rate > 0 && isAllowed(rate));
  return round ?? Number(exact.toPrecision(7));
}

function isEven(values: readonly number[], step: number, resolution: number): boolean {
  let [least, most] = [Infinity, -Infinity];
  values.forEach((value, index) => {
    const offset = value - values[0]! - index * step;
    least = Math.min(least, offset);
    most = Math.max(most, offset);
  });
  return most - least <= Math.min(Math.max(1.001 * resolution, MOST_JITTER * step), 0.75 * step);
}

function uneven({ texts, toLine }: Signal, values: readonly number[], step: number, name: string): Problem {
  const jumps = values.slice(1).map((value, index) => Math.abs(value - values[index]! - step));
  const at = jumps.reduce((worst, jump, index) => (jump > jumps[worst]! ? index : worst), 0);
  const [from, to] = [toQuote(texts[at]!), toQuote(texts[at + 1]!)];
  return new Problem(`${name} was not sampled evenly: in line ${toLine(at + 1)} the time goes from ${from} to ${to}.`);
}
