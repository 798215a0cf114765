import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { createMeasured, createUnmeasurable } from './measured';
import type { Measured } from './measured';
import type { MedianBeat } from './medianBeat';

/** What is measured in one lead of the median beat, millivolts against the level before QRS. */
export interface LeadMeasurements {
  /** The highest peak of QRS; 0 where none lies above the level. */
  readonly rMv: Measured;
  /** The depth of the lowest point after R, or of QS, as a positive number; 0 where none lies below the level. */
  readonly sMv: Measured;
  /** ST deviation at the J point, and 60 ms after it. */
  readonly jMv: Measured;
  readonly st60Mv: Measured;
}

/** Voltage criteria of left ventricular hypertrophy, millivolts. */
export interface VoltageMeasurements {
  /** S in V1 and the larger R of V5 and V6 (Sokolow M, Lyon TP, Am Heart J 1949;37:161). */
  readonly sokolowLyonMv: Measured;
  /** R in aVL and S in V3 (Casale PN et al., Circulation 1987;75:565). */
  readonly cornellMv: Measured;
}

/** How far a peak stands above the line from the beginning to the end of QRS at least, millivolts. */
const CLEAR_MV = 0.03;

/** R, S and ST in all twelve leads of a median beat. @param qrs its onset and offset, in samples. */
export function measureLeads(
  median: MedianBeat,
  qrs: { readonly onset: number; readonly offset: number },
): Record<LeadName, LeadMeasurements> {
  return mapLeads((lead) => measureLead(median, lead, qrs));
}

/** The same reason for every value of every lead. */
export function createUnmeasurableLeads(reason: string): Record<LeadName, LeadMeasurements> {
  const none = createUnmeasurable(reason);
  return mapLeads(() => ({ rMv: none, sMv: none, jMv: none, st60Mv: none }));
}

/** Sums of voltages over leads. */
export function measureVoltage(leads: Readonly<Record<LeadName, LeadMeasurements>>): VoltageMeasurements {
  const { aVL, V1, V3, V5, V6 } = leads;
  const largerR =
    V5.rMv.status === 'measured' && V6.rMv.status === 'measured' && V5.rMv.value > V6.rMv.value ? V5.rMv : V6.rMv;
  return {
    sokolowLyonMv: V5.rMv.status === 'measured' ? sum(V1.sMv, largerR, 'S in V1 + larger R of V5 and V6') : V5.rMv,
    cornellMv: sum(aVL.rMv, V3.sMv, 'R in aVL + S in V3'),
  };
}

function sum(one: Measured, other: Measured, method: string): Measured {
  if (one.status === 'unmeasurable') return one;
  if (other.status === 'unmeasurable') return other;
  return createMeasured(one.value + other.value, Math.hypot(one.uncertainty, other.uncertainty), method);
}

function measureLead(
  median: MedianBeat,
  lead: LeadName,
  { onset, offset }: { readonly onset: number; readonly offset: number },
): LeadMeasurements {
  const samples = median.leads[lead];
  const spread = median.spreadMv[lead];
  if (!samples || !spread) {
    const none = createUnmeasurable(`Lead ${lead} is missing or shows nothing.`);
    return { rMv: none, sMv: none, jMv: none, st60Mv: none };
  }
  const first = Math.max(0, Math.round(onset));
  const last = Math.min(samples.length - 1, Math.round(offset));
  const top = findR(samples, first, last);
  const bottom = findLowest(samples, top ?? first, last);
  const at = (index: number, value: number, method: string): Measured =>
    // The standard error of a median is 1.25 times that of a mean.
    createMeasured(value, (1.25 * spread[index]!) / Math.sqrt(median.used.length), method);
  const st = Math.round(offset + 0.06 * median.samplingRateHz);
  return {
    rMv: at(top ?? first, top === undefined ? 0 : samples[top]!, 'highest peak of QRS in the median beat'),
    sMv: at(bottom, Math.max(0, -samples[bottom]!), 'lowest point of QRS after R in the median beat'),
    jMv: at(last, samples[last]!, 'median beat at the end of QRS, against the level before QRS'),
    st60Mv:
      st < samples.length
        ? at(st, samples[st]!, 'median beat 60 ms after the end of QRS, against the level before QRS')
        : createUnmeasurable('The median beat ends before J + 60 ms.'),
  };
}

/**
 * The highest peak of QRS above the level; undefined where there is none, as in QS. A slope that ends in an elevated ST
 * segment is no peak: a peak stands clear of the line from the beginning to the end of QRS.
 */
function findR(samples: Float64Array, first: number, last: number): number | undefined {
  let best: number | undefined;
  for (let index = first + 1; index < last; index++) {
    const value = samples[index]!;
    const isPeak = value >= samples[index - 1]! && value >= samples[index + 1]!;
    const line = samples[first]! + ((samples[last]! - samples[first]!) * (index - first)) / (last - first);
    if (isPeak && value > Math.max(0, line + CLEAR_MV) && (best === undefined || value > samples[best]!)) best = index;
  }
  return best;
}

function findLowest(samples: Float64Array, first: number, last: number): number {
  let best = first;
  for (let index = first; index <= last; index++) if (samples[index]! < samples[best]!) best = index;
  return best;
}
