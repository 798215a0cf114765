import type { LeadName } from '../../../src/ecg/lead';
import { mapLeads } from '../../../src/ecg/mapLeads';
import { findDeflections } from './deflections';
import type { Deflection } from './deflections';

/** One beat to be measured: twelve leads and the times of its waves as samples. */
export interface BeatSamples {
  readonly samplingRateHz: number;
  readonly leads: Readonly<Record<LeadName, ArrayLike<number>>>;
  readonly pOnset: number | null;
  readonly qrsOnset: number;
  readonly qrsOffset: number;
  readonly tOffset: number;
}

/** What a reader measures in one lead of one beat. Amplitudes in millivolts against the level before QRS. */
export interface LeadMeasurements {
  /** The deflections of QRS in time. */
  readonly deflections: readonly Deflection[];
  /** Depth of a first negative deflection that a positive one follows or that is all (QS); 0 where there is none. */
  readonly qMv: number;
  readonly qMs: number;
  readonly rMv: number;
  readonly rMs: number;
  /** Depth of the deepest negative deflection after the first positive one. */
  readonly sMv: number;
  readonly sMs: number;
  /** Height of the last positive deflection that follows a negative one after an R; 0 where there is none. */
  readonly rPrimeMv: number;
  /** Only a negative deflection. */
  readonly isQs: boolean;
  /** Highest and lowest value of QRS. */
  readonly maxMv: number;
  readonly minMv: number;
  readonly peakToPeakMv: number;
  /** Area of QRS in millivolt seconds. */
  readonly areaMvS: number;
  readonly jMv: number;
  /** ST deviation 60 ms after the J point. */
  readonly stMv: number;
  /** The value of largest size between J + 100 ms and the end of T, with its sign; and both extremes. */
  readonly tMv: number;
  readonly tMaxMv: number;
  readonly tMinMv: number;
  /** Highest value after the end of T (100 to 220 ms behind). */
  readonly uMv: number;
  readonly pMaxMv: number;
  readonly pMinMv: number;
  /** Area below the base line in the second half of P, millivolt seconds (at most 0). */
  readonly pTerminalMvS: number;
}

/** What a reader measures in one beat. */
export interface BeatMeasurements {
  readonly prMs: number | null;
  readonly pMs: number | null;
  readonly qrsMs: number;
  readonly qtMs: number;
  /** Electrical axis of QRS from the areas in I and aVF, −180° to 180°. */
  readonly axisDegrees: number;
  readonly leads: Readonly<Record<LeadName, LeadMeasurements>>;
}

/** Measures one beat as a reader would, given where its waves begin and end. */
export function measureBeat(beat: BeatSamples, pOffset: number | null = null): BeatMeasurements {
  const toMs = (samples: number): number => (1000 * samples) / beat.samplingRateHz;
  const leads = mapLeads((lead) => measureLead(beat, beat.leads[lead], pOffset));
  const y = (2 / Math.sqrt(3)) * leads.aVF.areaMvS;
  return {
    prMs: beat.pOnset === null ? null : toMs(beat.qrsOnset - beat.pOnset),
    pMs: beat.pOnset === null || pOffset === null ? null : toMs(pOffset - beat.pOnset),
    qrsMs: toMs(beat.qrsOffset - beat.qrsOnset),
    qtMs: toMs(beat.tOffset - beat.qrsOnset),
    axisDegrees: (Math.atan2(y, leads.I.areaMvS) * 180) / Math.PI,
    leads,
  };
}

function measureLead(beat: BeatSamples, samples: ArrayLike<number>, pOffset: number | null): LeadMeasurements {
  const rate = beat.samplingRateHz;
  const { qrsOnset, qrsOffset, tOffset, pOnset } = beat;
  const base = samples[qrsOnset]!;
  const at = (sample: number): number => samples[Math.min(samples.length - 1, Math.round(sample))]! - base;
  const deflections = findDeflections(samples, qrsOnset, qrsOffset, base, rate);
  const firstPositive = deflections.findIndex(({ mv }) => mv > 0);
  const before = firstPositive < 0 ? deflections : deflections.slice(0, firstPositive);
  const q = before[0];
  const r = firstPositive < 0 ? undefined : deflections[firstPositive];
  const after = firstPositive < 0 ? [] : deflections.slice(firstPositive + 1);
  const s = after.filter(({ mv }) => mv < 0).sort((one, other) => one.mv - other.mv)[0];
  const rPrime = after.filter(({ mv }) => mv > 0).at(-1);
  const qrs = findExtremes(at, qrsOnset, qrsOffset);
  let area = 0;
  for (let sample = qrsOnset; sample <= qrsOffset; sample++) area += at(sample) / rate;
  const t = findExtremes(at, qrsOffset + 0.1 * rate, tOffset);
  const pBase = pOnset === null ? base : samples[Math.max(0, pOnset)]!;
  const pAt = (sample: number): number => at(sample) + base - pBase;
  const pEnd = pOffset ?? qrsOnset;
  const p = pOnset === null ? { max: 0, min: 0 } : findExtremes(pAt, Math.max(0, pOnset), pEnd);
  let terminal = 0;
  if (pOnset !== null) {
    for (let sample = Math.round((pOnset + pEnd) / 2); sample <= pEnd; sample++)
      terminal += Math.min(0, pAt(sample)) / rate;
  }
  return {
    deflections,
    qMv: q ? -q.mv : 0,
    qMs: q ? q.ms : 0,
    rMv: r ? r.mv : 0,
    rMs: r ? r.ms : 0,
    sMv: s ? -s.mv : 0,
    sMs: s ? s.ms : 0,
    rPrimeMv: rPrime ? rPrime.mv : 0,
    isQs: firstPositive < 0 && deflections.length > 0,
    maxMv: qrs.max,
    minMv: qrs.min,
    peakToPeakMv: qrs.max - qrs.min,
    areaMvS: area,
    jMv: at(qrsOffset),
    stMv: at(qrsOffset + 0.06 * rate),
    tMv: t.max > -t.min ? t.max : t.min,
    tMaxMv: t.max,
    tMinMv: t.min,
    uMv: findExtremes(at, tOffset + 0.05 * rate, tOffset + 0.16 * rate).max,
    pMaxMv: p.max,
    pMinMv: p.min,
    pTerminalMvS: terminal,
  };
}

function findExtremes(at: (sample: number) => number, from: number, to: number): { max: number; min: number } {
  let max = -Infinity;
  let min = Infinity;
  for (let sample = Math.round(from); sample <= Math.max(Math.round(from), to); sample++) {
    max = Math.max(max, at(sample));
    min = Math.min(min, at(sample));
  }
  return { max, min };
}
