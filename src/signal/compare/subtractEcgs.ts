import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { mapLeads } from '../../ecg/mapLeads';
import { toRateRatio } from '../rateRatio';
import { resample } from '../resample';

/** An ECG laid on a common time axis. */
export interface PlacedEcg {
  readonly ecg: Ecg;
  /** The time of the record, in seconds from its start, that lies at 0 of the common axis. */
  readonly originSeconds: number;
  /** The level of each lead, in millivolts, that is taken for 0. */
  readonly levelsMv: Readonly<Record<LeadName, number>>;
}

/** More of the finer ECG than is compared, so that the low-pass filter has settled, in seconds. */
const MARGIN_SECONDS = 0.5;

/** Between samples, the finer ECG is read along straight lines at a multiple of the coarser rate of at least this, in hertz. */
const READING_RATE_HZ = 1000;

/** A sample exactly on a border belongs to the span, whatever the rounding of `seconds × rate`. */
const ROUNDING = 1e-6;

/**
 * One ECG minus another, sample by sample at the lower of their rates, each lead against its own level. The coarser ECG
 * keeps its samples; the finer one is low-passed to that rate and read at their times, between its own samples if need be.
 *
 * @param startSeconds,endSeconds what is compared, on the common axis.
 * @returns the difference in millivolts as an ECG, and the place of its start on the common axis; `NaN` where either has no
 *   sample.
 */
export function subtractEcgs(
  one: PlacedEcg,
  other: PlacedEcg,
  { startSeconds, endSeconds }: { readonly startSeconds: number; readonly endSeconds: number },
): { readonly ecg: Ecg; readonly startSeconds: number } {
  const isOneFiner = one.ecg.samplingRateHz >= other.ecg.samplingRateHz;
  const [finer, coarser] = isOneFiner ? [one, other] : [other, one];
  const { samplingRateHz } = coarser.ecg;
  const first = Math.ceil((coarser.originSeconds + startSeconds) * samplingRateHz - ROUNDING);
  const last = Math.floor((coarser.originSeconds + endSeconds) * samplingRateHz + ROUNDING);
  const sampleCount = Math.max(0, last - first + 1);
  const axisStart = first / samplingRateHz - coarser.originSeconds;
  const sign = isOneFiner ? 1 : -1;
  const subtractLead = (lead: LeadName): Float32Array => {
    const read = createReader(finer, lead, samplingRateHz, { startSeconds, endSeconds });
    const level = coarser.levelsMv[lead];
    return Float32Array.from(
      { length: sampleCount },
      (_, i) => sign * (read(axisStart + i / samplingRateHz) - ((coarser.ecg.leads[lead][first + i] ?? Number.NaN) - level)),
    );
  };
  const leads = mapLeads(subtractLead);
  return { ecg: { ...coarser.ecg, sampleCount, leads }, startSeconds: axisStart };
}

/** Reads one lead at any time of the common axis, against its level and low-passed for the given rate. */
function createReader(
  { ecg, originSeconds, levelsMv }: PlacedEcg,
  lead: LeadName,
  toHz: number,
  span: { readonly startSeconds: number; readonly endSeconds: number },
): (seconds: number) => number {
  const fromHz = ecg.samplingRateHz;
  const start = Math.max(0, Math.floor((originSeconds + span.startSeconds - MARGIN_SECONDS) * fromHz));
  const end = Math.min(ecg.sampleCount, Math.ceil((originSeconds + span.endSeconds + MARGIN_SECONDS) * fromHz) + 1);
  // Beyond its ends the resampler sees zeros: a level of 0 keeps it from ringing.
  const excerpt = Float64Array.from(ecg.leads[lead].subarray(start, Math.max(start, end)), (value) => value - levelsMv[lead]);
  const { up, down } = toRateRatio(fromHz, toHz);
  const factor = Math.ceil(READING_RATE_HZ / toHz);
  const fine = resample(resample(excerpt, up, down), factor, 1);
  return (seconds) => {
    const at = originSeconds + seconds;
    if (at < -ROUNDING || at > (ecg.sampleCount - 1) / fromHz + ROUNDING) return Number.NaN;
    const place = (at - start / fromHz) * toHz * factor;
    const before = Math.min(Math.floor(place + ROUNDING), fine.length - 1);
    const value = fine[before] ?? Number.NaN;
    return value + Math.max(0, place - before) * ((fine[before + 1] ?? value) - value);
  };
}
