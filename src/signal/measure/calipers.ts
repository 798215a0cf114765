import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { nearestSample } from '../nearestSample';

/** What a pair of calipers measures. */
export const CALIPER_KINDS = ['time', 'voltage', 'both'] as const;
export type CaliperKind = (typeof CALIPER_KINDS)[number];

/** Two ends, the first set and the second, in seconds from the start of the recording. */
export type CaliperEnds = readonly [firstSeconds: number, secondSeconds: number];

/** A pair of calipers on the paper. */
export interface Calipers {
  readonly kind: CaliperKind;
  readonly lead: LeadName;
  readonly ends: CaliperEnds;
  /** The end that keys move. */
  readonly activeEnd: 0 | 1;
  /** Whether the interval is repeated over the whole time. */
  readonly isMarching: boolean;
}

/** What calipers measure between two samples of one lead. */
export interface CaliperReading {
  /** The times of the samples nearest to the two ends, in seconds, in the order in which they were set. */
  readonly ends: CaliperEnds;
  /** The voltages of these samples, in millivolts; NaN where the sample is missing. */
  readonly endsMv: readonly [first: number, second: number];
  /** The time between them, in milliseconds, at least 0. */
  readonly milliseconds: number;
  /** How often the interval goes into a minute; null where it is 0. */
  readonly perMinute: number | null;
  /** The second voltage minus the first, in millivolts; null where a sample is missing. */
  readonly millivolts: number | null;
}

/** Measures between the samples of a lead nearest to two times; of a lead that is drawn upside down, what is drawn. */
export function measureBetween(ecg: Ecg, lead: LeadName, ends: CaliperEnds, isInverted = false): CaliperReading {
  const [first, second] = ends.map((seconds) => nearestSample(ecg, seconds)) as [number, number];
  const toMv = (sample: number): number => (isInverted ? -1 : 1) * ecg.leads[lead][sample]!;
  const milliseconds = (1000 * Math.abs(second - first)) / ecg.samplingRateHz;
  const millivolts = toMv(second) - toMv(first);
  return {
    ends: [first / ecg.samplingRateHz, second / ecg.samplingRateHz],
    endsMv: [toMv(first), toMv(second)],
    milliseconds,
    perMinute: milliseconds === 0 ? null : 60_000 / milliseconds,
    millivolts: Number.isFinite(millivolts) ? millivolts : null,
  };
}

/** An interval shorter than this would march out into a grey surface, in milliseconds. */
export const LEAST_MARCH_MS = 40;

/** The times, in seconds, at which the interval between two ends recurs up to `endSeconds`, both ends included. */
export function marchOut([first, second]: CaliperEnds, endSeconds: number): readonly number[] {
  const interval = Math.abs(second - first);
  if (interval * 1000 < LEAST_MARCH_MS - 1e-6) return [];
  const start = Math.min(first, second);
  const before = Math.floor(start / interval + 1e-9);
  const count = before + Math.floor((endSeconds - start) / interval + 1e-9) + 1;
  return Array.from({ length: count }, (_, i) => Math.max(0, start + (i - before) * interval));
}
