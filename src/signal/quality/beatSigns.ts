import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import type { MedianBeat } from '../measure/medianBeat';
import type { Waves } from '../measure/waves';

/** Which way the waves of one lead point in the median beat: positive is up. */
export interface BeatSign {
  /** Area of the P wave, in millivolts × milliseconds; null where there is none. */
  readonly pArea: number | null;
  /** Largest plus lowest deflection of QRS, in millivolts. */
  readonly qrsMv: number;
  /** Largest deflection of QRS upward, in millivolts. */
  readonly rMv: number;
  /** Area of the T wave, in millivolts × milliseconds. */
  readonly tArea: number;
}

/** Where no end of T is seen, T is looked for until this long after the onset of QRS, in seconds. */
const USUAL_QT_SECONDS = 0.38;

/** What belongs to ST rather than T after the end of QRS, in seconds. */
const ST_SECONDS = 0.04;

/** The stretch of a median beat from QRS to the end of T, in its samples. */
export function toQrsTStretch({ samplingRateHz }: MedianBeat, { qrs, t }: Waves): readonly [from: number, to: number] {
  return [Math.round(qrs.onset), Math.round(t?.offset ?? qrs.onset + USUAL_QT_SECONDS * samplingRateHz)];
}

/** The signs of every lead; undefined where a lead is flat or missing. */
export function findBeatSigns(median: MedianBeat, waves: Waves): Readonly<Record<LeadName, BeatSign>> | undefined {
  const [, end] = toQrsTStretch(median, waves);
  const { qrs, p } = waves;
  const step = 1000 / median.samplingRateHz;
  const signs = STANDARD_LEADS.flatMap((lead) => {
    const samples = median.leads[lead];
    if (!samples) return [];
    const area = (from: number, to: number) =>
      step * samples.subarray(Math.round(from), Math.round(to)).reduce((sum, value) => sum + value, 0);
    const complex = samples.subarray(Math.round(qrs.onset), Math.round(qrs.offset) + 1);
    const high = complex.reduce((most, value) => Math.max(most, value), -Infinity);
    const low = complex.reduce((least, value) => Math.min(least, value), Infinity);
    const sign: BeatSign = {
      pArea: typeof p === 'string' ? null : area(p.onset, p.offset),
      qrsMv: high + low,
      rMv: Math.max(0, high),
      tArea: area(qrs.offset + ST_SECONDS * median.samplingRateHz, end),
    };
    return [[lead, sign] as const];
  });
  return signs.length === STANDARD_LEADS.length ? (Object.fromEntries(signs) as Record<LeadName, BeatSign>) : undefined;
}

/** How alike two leads run over a stretch, −1 (mirrored) … 1, about 0 mV. */
export function findLikeness(one: Float64Array, other: Float64Array, [from, to]: readonly [number, number]): number {
  let [product, ofOne, ofOther] = [0, 0, 0];
  for (let index = from; index < to; index++) {
    product += one[index]! * other[index]!;
    ofOne += one[index]! ** 2;
    ofOther += other[index]! ** 2;
  }
  return product / Math.sqrt(ofOne * ofOther || 1);
}
