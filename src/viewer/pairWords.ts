import type { PeakAlignment, PeaklessSegments } from '../signal/compare/alignPeaks';
import { formatMilliseconds, formatSpan } from './format';
import type { TimeSpan } from './layout';

const PEAKLESS: Readonly<Record<PeaklessSegments, string>> = { one: 'this ECG’s', other: 'the prototype’s', both: 'either' };

/** How two segments were aligned, in sentences. */
export function toAlignmentWords(alignment: PeakAlignment | PeaklessSegments, areLevelled: boolean): string {
  const levels = areLevelled ? 'Each lead at its level before that QRS.' : 'Each lead at its median.';
  if (typeof alignment === 'string') {
    return `Aligned at the start of the segments: no R peak was found at ${PEAKLESS[alignment]} segment. ${levels}`;
  }
  const { shiftSeconds } = alignment;
  return Math.round(1000 * shiftSeconds) === 0
    ? `R peaks lie at one place without a shift. ${levels}`
    : `Prototype shifted by ${formatMilliseconds(shiftSeconds)} to align the R peaks. ${levels}`;
}

/** That median beats stand for whole records. */
export function toBeatWords(here: number, there: number): string {
  return `Median beats of both whole records (${here} beats here, ${there} there), R peaks aligned, each lead at its level before QRS.`;
}

/** Why there are no median beats to lay on each other. */
export function toNoBeatWords(isMissingHere: boolean, isMissingThere: boolean): string {
  const where = isMissingHere && isMissingThere ? 'either ECG' : isMissingHere ? 'this ECG' : 'the prototype’s ECG';
  return `There is no median beat of ${where}, so the records stand side by side.`;
}

/** The compared part of a record, in words. */
export function toPartWords(segment: TimeSpan | null): string {
  return segment === null ? 'whole record' : formatSpan(segment.startSeconds, segment.endSeconds);
}
