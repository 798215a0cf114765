import type { Ecg } from '../../ecg/ecg';
import { removePacingSpikes } from './pacingSpikes';
import { findQrsCandidates } from './qrsCandidates';
import { toQrsEnergy } from './qrsEnergy';
import { findPeakLag, findQrsForms, findSpread } from './qrsForms';
import type { QrsForm } from './qrsForms';
import { findDeviation, findMean, findMedian } from './statistics';
import { withoutTallTWaves } from './tallTWaves';
import { findUsableLeads, toIndependentLeads } from './usableLeads';

/** A QRS complex that was found. */
export interface FoundBeat {
  /** When the heart vector is longest (the R peak), in seconds from the first sample; alike in all beats of a form. */
  readonly seconds: number;
  /** Whether its QRS has the form of most beats. */
  readonly form: 'dominant' | 'other';
  /** Correlation of its QRS with the mean of the dominant form for dominant beats, of its own form for others. */
  readonly correlation: number;
  /** A stimulus of a pacemaker came within 160 ms before the R peak, as before at least two other beats. */
  readonly isPaced: boolean;
  /** It comes early in an otherwise regular rhythm. */
  readonly isEarly: boolean;
  /** Why it does not enter the median beat, a sentence; null where it does. */
  readonly rejection: string | null;
}

/** A form with at least this share of the beats of the largest one, but narrower, is the dominant one (bigeminy). */
const RIVAL_SHARE = 0.75;

/** A beat is early if it comes within this share of the usual RR. */
const EARLY_SHARE = 0.82;

/** Only where RR intervals otherwise vary by less than this (SD / mean) does early mean anything. */
const REGULAR = 0.1;

/** A beat that correlates by less with the mean of its form is disturbed: well below the 0.9 that made it join. */
const DISTURBED = 0.8;

/** From a stimulus to the R peak of the complex that answers it, at most, in seconds. */
const STIMULUS_SECONDS = 0.16;

/** Noise may look like a stimulus before a beat or two; a pacemaker that works shows in more. */
const FEWEST_PACED = 3;

/** QRS lies within this, around its R peak, in seconds. */
const QRS_HALF_SECONDS = 0.1;

/**
 * Finds the QRS complexes of an ECG over all its usable leads together and sorts them by form, in time. None where no
 * lead shows anything. Rates from 250 Hz on give times within a few milliseconds; lower ones, within a sample.
 */
export function findBeats(ecg: Ecg): FoundBeat[] {
  const { samplingRateHz, sampleCount } = ecg;
  const { leads, spikeSeconds } = removePacingSpikes(findUsableLeads(ecg), samplingRateHz);
  const independent = toIndependentLeads(leads);
  if (independent.length === 0) return [];
  const candidates = findQrsCandidates(toQrsEnergy(independent, samplingRateHz), samplingRateHz);
  const forms = withoutTallTWaves(findQrsForms(independent, candidates, samplingRateHz), samplingRateHz);
  const dominant = chooseDominant(forms);
  const beats = forms.flatMap((form) => {
    const peakLag = findPeakLag(form.template);
    return form.members.map(({ centre, correlation }) => ({
      seconds: (centre + peakLag) / samplingRateHz,
      form: form === dominant ? ('dominant' as const) : ('other' as const),
      correlation,
    }));
  });
  const inTime = beats
    .filter(({ seconds }) => seconds >= 0 && seconds * samplingRateHz < sampleCount)
    .sort((one, other) => one.seconds - other.seconds);
  const early = findEarly(inTime);
  const answering = inTime.filter(({ seconds }) =>
    spikeSeconds.some((spike) => seconds - spike > 0 && seconds - spike < STIMULUS_SECONDS),
  );
  return inTime.map((beat, index) => ({
    ...beat,
    isPaced: answering.length >= FEWEST_PACED && answering.includes(beat),
    isEarly: early.has(index),
    rejection: explainRejection(beat, early.get(index), sampleCount / samplingRateHz),
  }));
}

function chooseDominant(forms: readonly QrsForm[]): QrsForm | undefined {
  const most = forms[0]?.members.length ?? 0;
  const rivals = forms.filter(({ members }) => members.length >= RIVAL_SHARE * most);
  return rivals.sort((one, other) => findSpread(one.template) - findSpread(other.template))[0];
}

/** The RR interval before each beat that comes early in an otherwise regular rhythm, and the usual one, in seconds. */
function findEarly(
  beats: readonly { readonly seconds: number; readonly form: string }[],
): Map<number, { rr: number; usual: number }> {
  const intervals = beats.map(({ seconds }, index) => seconds - (beats[index - 1]?.seconds ?? Number.NaN));
  const usual = findMedian(intervals.filter((rr) => rr > 0));
  const early = new Map<number, { rr: number; usual: number }>();
  for (const [index, rr] of intervals.entries()) if (rr < EARLY_SHARE * usual) early.set(index, { rr, usual });
  const others = intervals.filter((rr, index) => rr > 0 && !early.has(index) && !early.has(index - 1));
  const left = beats.filter(({ form }, index) => form === 'dominant' && !early.has(index)).length;
  return left >= 3 && findDeviation(others) < REGULAR * findMean(others) ? early : new Map();
}

function explainRejection(
  { seconds, form, correlation }: Pick<FoundBeat, 'seconds' | 'form' | 'correlation'>,
  early: { rr: number; usual: number } | undefined,
  durationSeconds: number,
): string | null {
  if (form === 'other') return 'Its QRS complex has another form than most.';
  if (seconds < QRS_HALF_SECONDS) return 'It is cut off by the start of the recording.';
  if (durationSeconds - seconds < QRS_HALF_SECONDS) return 'It is cut off by the end of the recording.';
  if (early) {
    return `It comes early: ${Math.round(1000 * early.rr)} ms after the beat before, usually ${Math.round(1000 * early.usual)} ms.`;
  }
  return correlation < DISTURBED ? 'Its QRS complex is disturbed.' : null;
}
