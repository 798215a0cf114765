import type { MedianBeat } from './medianBeat';
import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { findPWave } from './pWave';
import { findQrsLimits } from './qrsLimits';
import type { WaveLimits } from './qrsLimits';
import { findTWave } from './tWave';
import type { TWave } from './tWave';
import { toIndependentLeads } from './usableLeads';

/** Where the waves of a median beat lie, in its samples. */
export interface Waves {
  readonly qrs: WaveLimits;
  readonly t: TWave | undefined;
  /** The P wave, or why there is none to be measured, a sentence. */
  readonly p: WaveLimits | string;
}

/** No PR interval is longer than this, in seconds. */
const LONGEST_PR_SECONDS = 0.47;

/** Between T and the next QRS there must be this much room for a P wave to be told from both, in seconds. */
const LEAST_ROOM_SECONDS = 0.11;

/**
 * The latest peak of T after the onset of QRS, in seconds at an RR interval of 1 s or more; it shrinks with the root of a
 * shorter RR. The first holds for long QT intervals; where T and P then look like one, the second is tried.
 */
const LATEST_T_PEAKS_SECONDS = [0.5, 0.42];

/** Where no T wave can be seen, it is taken to end here after the onset of QRS, in seconds, at an RR of 1 s. */
const USUAL_QT_SECONDS = 0.36;

/**
 * Finds QRS, then T, then P in a median beat. Undefined where no lead shows a QRS complex.
 * @param rrSeconds the usual RR interval, in seconds.
 */
export function findWaves(median: MedianBeat, rrSeconds: number): Waves | undefined {
  const { samplingRateHz, peakSample } = median;
  const leads = toIndependentLeads(STANDARD_LEADS.flatMap((name) => toSpreadLead(median, name)));
  const samples = leads.map((lead) => lead.samples);
  const qrs = findQrsLimits(samples, peakSample, samplingRateHz);
  if (!qrs) return undefined;
  const tries = LATEST_T_PEAKS_SECONDS.map((seconds) => {
    const latest = Math.min(rrSeconds - 0.12, seconds * Math.sqrt(Math.min(1, rrSeconds)));
    const end = Math.min(samples[0]!.length, qrs.onset + (rrSeconds - 0.04) * samplingRateHz);
    const range = { qrsOffset: qrs.offset, latestPeak: qrs.onset + latest * samplingRateHz, limit: end };
    const t = findTWave(samples, range, samplingRateHz);
    return { qrs, t, p: findP(t) };
  });
  return tries.find(({ p }) => typeof p !== 'string') ?? tries[0];

  function findP(t: TWave | undefined): WaveLimits | string {
    const rr = rrSeconds * samplingRateHz;
    const tOffset = t?.offset ?? qrs!.onset + USUAL_QT_SECONDS * Math.cbrt(rrSeconds) * samplingRateHz;
    const earliest = Math.max(qrs!.onset - LONGEST_PR_SECONDS * samplingRateHz, tOffset - rr + 0.01 * samplingRateHz);
    if (qrs!.onset - earliest < LEAST_ROOM_SECONDS * samplingRateHz) {
      return 'At this rate the T wave reaches the next QRS complex, so that a P wave between them cannot be told apart.';
    }
    const found = findPWave(leads, earliest, qrs!.onset, samplingRateHz, median.used.length);
    return found ?? 'There is no P wave that keeps the same distance before the QRS complexes.';
  }
}

function toSpreadLead(median: MedianBeat, name: LeadName) {
  const samples = median.leads[name];
  const spreadMv = median.spreadMv[name];
  return samples && spreadMv ? [{ name, samples, spreadMv }] : [];
}
