import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import { findQuality } from '../quality/findQuality';
import type { Quality } from '../quality/quality';
import { findBeats } from './findBeats';
import type { FoundBeat } from './findBeats';
import { measureAxis } from './measureAxis';
import { createMeasured, createUnmeasurable } from './measured';
import type { Measured } from './measured';
import { createUnmeasurableLeads, measureLeads, measureVoltage } from './measureLeads';
import type { LeadMeasurements, VoltageMeasurements } from './measureLeads';
import { measureRhythm } from './measureRhythm';
import type { RhythmMeasurements } from './measureRhythm';
import { toMeasuringRate } from './measuringRate';
import { FEWEST_BEATS, toMedianBeat } from './medianBeat';
import type { MedianBeat } from './medianBeat';
import { findMedian } from './statistics';
import { findWaves } from './waves';
import type { Waves } from './waves';

/** Where the waves of the median beat lie, in milliseconds from its R peak; null for a wave that was not found. */
export interface WaveTimes {
  readonly pOnsetMs: number | null;
  readonly pOffsetMs: number | null;
  readonly qrsOnsetMs: number;
  readonly qrsOffsetMs: number;
  readonly tOffsetMs: number | null;
}

/** Everything that is measured in an ECG. */
export interface EcgMeasurements extends RhythmMeasurements, VoltageMeasurements {
  /** The QRS complexes, in time. */
  readonly beats: readonly FoundBeat[];
  /** The median of the beats that were used; null where there are too few. */
  readonly median: MedianBeat | null;
  readonly waves: WaveTimes | null;
  /** Whether a P wave comes before the QRS complexes at a steady distance; if not, why, a sentence. */
  readonly pWave: { readonly isPresent: true } | { readonly isPresent: false; readonly reason: string };
  readonly pMs: Measured;
  /** From the onset of P to the onset of QRS. */
  readonly prMs: Measured;
  readonly qrsMs: Measured;
  readonly qtMs: Measured;
  /** QT / √RR and QT / ∛RR, RR in seconds (Bazett 1920; Fridericia 1920); RR is `meanRrMs`. */
  readonly qtcBazettMs: Measured;
  readonly qtcFridericiaMs: Measured;
  readonly pAxisDegrees: Measured;
  readonly qrsAxisDegrees: Measured;
  readonly tAxisDegrees: Measured;
  readonly leads: Readonly<Record<LeadName, LeadMeasurements>>;
  /** What is wrong, or may be, with the recording itself. */
  readonly quality: Quality;
}

/**
 * What the method itself errs by, in milliseconds: about the standard deviation of each limit against the simulator's
 * truth in noisy ECGs (docs/MEASUREMENTS.md). The end of a broad QRS complex runs smoothly into the ST segment; a
 * stimulus hides the onset that it causes.
 */
const METHOD_MS = { pOnset: 5, pOffset: 6, qrsOnset: 2, qrsOffset: 6, broadQrsOffset: 18, tOffset: 7, stimulus: 10 };

/** Above 120 ms QRS is broad by definition; 10 ms more, because its end is rather placed too late. */
const BROAD_QRS_MS = 130;

/** An interval whose limits the leads place so differently is not measured, in milliseconds. */
const LARGEST_UNCERTAINTY_MS = 30;

/** Above this RMSSD / mean RR a rhythm without P waves is called irregular. */
const IRREGULAR = 0.1;

/**
 * Measures an ECG of any sampling rate and length: beats, rhythm, and the median beat's intervals, axes and voltages
 * (global intervals over all leads, as AHA/ACC/HRS recommend: Kligfield P et al., Circulation 2007;115:1306). Every
 * value that cannot be measured says why. Samples below 400 Hz are interpolated first; `median` has the finer rate.
 */
export function measureEcg(ecg: Ecg): EcgMeasurements {
  const fine = toMeasuringRate(ecg);
  const beats = findBeats(fine);
  const rhythm = measureRhythm(beats, ecg.samplingRateHz);
  const median = toMedianBeat(fine, beats);
  const waves = median && findWaves(median, findUsualRr(beats));
  const quality = findQuality(ecg, { beats, median: median ?? null, waves: waves ?? null });
  if (!median || !waves) {
    return { ...rhythm, ...createNothing(explainNoMedian(beats)), beats, median: median ?? null, quality };
  }
  const isPaced = median.used.filter((index) => beats[index]!.isPaced).length > median.used.length / 2;
  const leads = measureLeads(median, waves.qrs);
  return {
    ...rhythm,
    ...measureIntervals(median, waves, rhythm, 1000 / ecg.samplingRateHz, isPaced),
    ...measureVoltage(leads),
    beats,
    median,
    leads,
    waves: toWaveTimes(median, waves),
    quality,
  };
}

/** The median interval before the next beat, in seconds: what the waves of most beats have room in. */
function findUsualRr(beats: readonly FoundBeat[]): number {
  return findMedian(beats.slice(1).map(({ seconds }, index) => seconds - beats[index]!.seconds));
}

function explainNoMedian(beats: readonly FoundBeat[]): string {
  if (beats.length === 0) return 'No QRS complexes were found.';
  const used = beats.filter(({ rejection }) => rejection === null).length;
  return `${used === 0 ? 'No' : `Only ${used}`} QRS ${used === 1 ? 'complex' : 'complexes'} of one form could be used; a median beat needs ${FEWEST_BEATS}.`;
}

function measureIntervals(
  median: MedianBeat,
  { qrs, t, p }: Waves,
  { meanRrMs, irregularity }: RhythmMeasurements,
  sampleMs: number,
  isPaced: boolean,
) {
  const toMs = (samples: number): number => (1000 * samples) / median.samplingRateHz;
  const beats = `median of ${median.used.length} beats`;
  const measure = (from: number, to: number, deviations: readonly number[], method: string): Measured => {
    const uncertainty = Math.hypot(sampleMs / Math.sqrt(6), ...deviations);
    return uncertainty <= LARGEST_UNCERTAINTY_MS
      ? createMeasured(toMs(to - from), uncertainty, `${method}, ${beats}`)
      : createUnmeasurable(`The leads do not agree where it begins and ends: by about ${Math.round(uncertainty)} ms.`);
  };
  const isBroad = toMs(qrs.offset - qrs.onset) > BROAD_QRS_MS;
  const stimulus = isPaced ? METHOD_MS.stimulus : 0;
  const error = {
    pOnset: Math.hypot(METHOD_MS.pOnset, stimulus),
    qrsOnset: Math.hypot(METHOD_MS.qrsOnset, stimulus, toMs(qrs.onsetDeviation)),
    qrsOffset: Math.hypot(isBroad ? METHOD_MS.broadQrsOffset : METHOD_MS.qrsOffset, toMs(qrs.offsetDeviation)),
    tOffset: t ? Math.hypot(METHOD_MS.tOffset, toMs(t.spread) / Math.sqrt(t.leadCount)) : 0,
  };
  const isIrregular = irregularity.status === 'measured' && irregularity.value > IRREGULAR;
  const noP = typeof p === 'string' ? `${p}${isIrregular ? ' The rhythm is irregular.' : ''}` : null;
  const ofP = (create: (wave: Exclude<Waves['p'], string>) => Measured): Measured =>
    typeof p === 'string' ? createUnmeasurable(noP!) : create(p);
  const noT = 'The T waves are too flat in every lead to see where they end.';
  const qtMs = t
    ? measure(
        qrs.onset,
        t.offset,
        [error.qrsOnset, error.tOffset],
        `onset of QRS in any lead to the end of T by the tangent, median of ${t.leadCount} leads`,
      )
    : createUnmeasurable(noT);
  return {
    pWave: noP === null ? { isPresent: true as const } : { isPresent: false as const, reason: noP },
    pMs: ofP((wave) =>
      measure(
        wave.onset,
        wave.offset,
        [error.pOnset, METHOD_MS.pOffset, toMs(wave.onsetDeviation), toMs(wave.offsetDeviation)],
        'earliest onset to latest end of P in any lead',
      ),
    ),
    prMs: ofP((wave) =>
      measure(
        wave.onset,
        qrs.onset,
        [error.pOnset, toMs(wave.onsetDeviation), error.qrsOnset],
        'earliest onset of P to earliest onset of QRS in any lead',
      ),
    ),
    qrsMs: measure(
      qrs.onset,
      qrs.offset,
      [error.qrsOnset, error.qrsOffset],
      'earliest onset to latest end of QRS in any lead',
    ),
    qtMs,
    qtcBazettMs: correctQt(qtMs, meanRrMs, 1 / 2, 'Bazett: QT / √RR'),
    qtcFridericiaMs: correctQt(qtMs, meanRrMs, 1 / 3, 'Fridericia: QT / ∛RR'),
    pAxisDegrees: ofP((wave) => measureAxis(median, wave.onset, wave.offset, 'P wave', true)),
    qrsAxisDegrees: measureAxis(median, qrs.onset, qrs.offset, 'QRS complex'),
    tAxisDegrees: t ? measureAxis(median, qrs.offset, t.offset, 'T wave') : createUnmeasurable(noT),
  };
}

function correctQt(qtMs: Measured, meanRrMs: Measured, power: number, formula: string): Measured {
  if (qtMs.status === 'unmeasurable') return qtMs;
  if (meanRrMs.status === 'unmeasurable') return meanRrMs;
  const factor = (meanRrMs.value / 1000) ** -power;
  const relative = Math.hypot(qtMs.uncertainty / qtMs.value, (power * meanRrMs.uncertainty) / meanRrMs.value);
  const value = qtMs.value * factor;
  return createMeasured(value, value * relative, `${formula}, RR ${Math.round(meanRrMs.value)} ms`);
}

function toWaveTimes({ samplingRateHz, peakSample }: MedianBeat, { qrs, t, p }: Waves): WaveTimes {
  const toMs = (sample: number): number => (1000 * (sample - peakSample)) / samplingRateHz;
  return {
    pOnsetMs: typeof p === 'string' ? null : toMs(p.onset),
    pOffsetMs: typeof p === 'string' ? null : toMs(p.offset),
    qrsOnsetMs: toMs(qrs.onset),
    qrsOffsetMs: toMs(qrs.offset),
    tOffsetMs: t ? toMs(t.offset) : null,
  };
}

function createNothing(reason: string) {
  const none = createUnmeasurable(reason);
  const leads = createUnmeasurableLeads(reason);
  return {
    waves: null,
    pWave: { isPresent: false as const, reason },
    pMs: none,
    prMs: none,
    qrsMs: none,
    qtMs: none,
    qtcBazettMs: none,
    qtcFridericiaMs: none,
    pAxisDegrees: none,
    qrsAxisDegrees: none,
    tAxisDegrees: none,
    leads,
    ...measureVoltage(leads),
  };
}
