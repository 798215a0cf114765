import { durationSeconds, type Ecg } from '../ecg/ecg';
import { STANDARD_LEADS, type LeadName } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import { alignPeaks } from '../signal/compare/alignPeaks';
import { levelsBeforeQrs } from '../signal/compare/levelsBeforeQrs';
import { subtractEcgs } from '../signal/compare/subtractEcgs';
import { toMedianEcg } from '../signal/compare/toMedianEcg';
import type { EcgMeasurements } from '../signal/measure/measureEcg';
import { SHEET_SECONDS, type TimeSpan } from './layout';
import { type LeadExtents, leadExtents } from './leadExtent';
import {
  layoutBeats,
  layoutRecords,
  layoutSegments,
  MAX_CONTEXT_SECONDS,
  OVERLAID_CONTEXT_SECONDS,
  type PairLayout,
} from './pairLayout';
import { toAlignmentWords, toBeatWords, toNoBeatWords } from './pairWords';
import type { Paper } from './paper';

/**
 * How a pair is shown: side by side as recorded; the same with R at one place; both on one paper; or the patient minus the
 * prototype.
 */
export type PairView = 'beside' | 'aligned' | 'overlaid' | 'difference';

/** One of the two ECGs. */
export interface PairSide {
  readonly ecg: Ecg;
  /** The segment that is compared, in seconds from the start of the record; null where the whole record is. */
  readonly segment: TimeSpan | null;
}

/** A side whose beats were measured. */
export interface MeasuredSide extends PairSide {
  readonly measured: EcgMeasurements;
}

/** One trace in a panel. */
export interface PairLayer {
  readonly whose: 'patient' | 'prototype' | 'difference';
  readonly ecg: Ecg;
  /** Each lead's level that lies on its centre line, and what it needs around it. */
  readonly extents: LeadExtents;
  /** The record's time at 0 of the common axis, in seconds. */
  readonly originSeconds: number;
  /** Its segment on the common axis; null where all of it is compared. */
  readonly segment: TimeSpan | null;
}

/** What is drawn of a pair, on a common time axis: 0 is the start of the patient's segment or record, or a median beat's R peak. */
export interface PairScene {
  readonly span: 'segment' | 'record' | 'beat';
  /** One panel or two, each with its traces. */
  readonly panels: readonly (readonly PairLayer[])[];
  readonly patient: PairLayer;
  /** Null while it is not there. */
  readonly prototype: PairLayer | null;
  /** The patient's segment, or all that is compared. */
  readonly axis: TimeSpan;
  /** Where both R peaks lie; null where they were not aligned. */
  readonly peakSeconds: number | null;
  /** How the two were aligned, in sentences; none where they were not. */
  readonly remark: string | null;
}

/** Both ECGs as recorded, each from the start of its own segment or record; the prototype once it is there. */
export function toBesideScene(patient: PairSide, prototype: PairSide | null): PairScene {
  const axis = toAxis(patient);
  const layerOf = (whose: 'patient' | 'prototype', { ecg, segment }: PairSide): PairLayer => {
    const originSeconds = segment?.startSeconds ?? 0;
    return { whose, ecg, originSeconds, extents: leadExtents(ecg, ...toSeen(axis, originSeconds, segment === null ? 0 : MAX_CONTEXT_SECONDS)), segment: segment && axis };
  };
  const here = layerOf('patient', patient);
  const there = prototype && layerOf('prototype', prototype);
  return {
    span: patient.segment === null ? 'record' : 'segment',
    panels: there === null ? [[here]] : [[here], [there]],
    patient: here,
    prototype: there,
    axis,
    peakSeconds: null,
    remark: null,
  };
}

/**
 * Both ECGs on one time axis: segments with an R peak of each at one place; of whole records, whose beats would not lie on
 * each other, the median beats. Each lead is read against its level before that QRS complex.
 * @returns a sentence where there is no median beat to show.
 */
export function toAlignedScene(view: Exclude<PairView, 'beside'>, patient: MeasuredSide, prototype: MeasuredSide): PairScene | string {
  if (patient.segment === null || prototype.segment === null) return toBeatScene(view, patient, prototype);
  return toSegmentScene(view, { ...patient, segment: patient.segment }, { ...prototype, segment: prototype.segment });
}

/** The geometry of a scene's panels on the reader's paper. */
export function layoutScene({ span, panels, patient, prototype, axis }: PairScene, paper: Paper, availableMm: number): PairLayout {
  const [only] = panels;
  const extents =
    only?.[0]?.whose === 'difference'
      ? ([only[0].extents, only[0].extents] as const)
      : ([patient.extents, (prototype ?? patient).extents] as const);
  // While the prototype is not there, its panel's place is.
  const panelCount = prototype !== null && panels.length === 1 ? 1 : 2;
  const seconds = axis.endSeconds - axis.startSeconds;
  if (span === 'record') return layoutRecords(seconds, extents, paper, availableMm);
  return span === 'segment'
    ? layoutSegments(seconds, extents, paper, availableMm, panelCount)
    : layoutBeats(axis, extents, paper, availableMm, panelCount);
}

type Segmented = MeasuredSide & { readonly segment: TimeSpan };

function toSegmentScene(view: Exclude<PairView, 'beside'>, patient: Segmented, prototype: Segmented): PairScene {
  const axis = toAxis(patient);
  const found = alignPeaks(toAlignable(patient), toAlignable(prototype));
  const alignment = typeof found === 'string' ? null : found;
  const shiftSeconds = alignment?.shiftSeconds ?? 0;
  const contextSeconds = view === 'aligned' ? MAX_CONTEXT_SECONDS : OVERLAID_CONTEXT_SECONDS;
  const levels = alignment && findLevels([patient, prototype], alignment.peakSeconds);
  const layerOf = (whose: 'patient' | 'prototype', { ecg, segment }: Segmented, shift: number, side: 0 | 1): PairLayer => {
    const originSeconds = segment.startSeconds - shift;
    return {
      whose,
      ecg,
      originSeconds,
      extents: leadExtents(ecg, ...toSeen(axis, originSeconds, contextSeconds), levels?.[side]),
      segment: { startSeconds: shift, endSeconds: shift + segment.endSeconds - segment.startSeconds },
    };
  };
  const here = layerOf('patient', patient, 0, 0);
  const there = layerOf('prototype', prototype, shiftSeconds, 1);
  return {
    span: 'segment',
    panels: toPanels(view, here, there, {
      startSeconds: axis.startSeconds - contextSeconds,
      endSeconds: axis.endSeconds + contextSeconds,
    }),
    patient: here,
    prototype: there,
    axis,
    peakSeconds: alignment && alignment.peakSeconds[0] - here.originSeconds,
    remark: toAlignmentWords(found, levels !== null),
  };
}

function toBeatScene(view: Exclude<PairView, 'beside'>, patient: MeasuredSide, prototype: MeasuredSide): PairScene | string {
  const [here, there] = [patient.measured.median, prototype.measured.median];
  if (here === null || there === null) return toNoBeatWords(here === null, there === null);
  const layerOf = (whose: 'patient' | 'prototype', median: typeof here, { ecg: recorded }: PairSide): PairLayer => {
    // A slow recording is measured at a finer rate; subtracted, both are compared at what was recorded.
    const ecg = toMedianEcg(median, view === 'difference' ? recorded.samplingRateHz : median.samplingRateHz);
    const originSeconds = median.peakSample / median.samplingRateHz;
    return { whose, ecg, originSeconds, extents: leadExtents(ecg, 0, durationSeconds(ecg), LEVELS_OF_ZERO), segment: null };
  };
  const layers = [layerOf('patient', here, patient), layerOf('prototype', there, prototype)] as const;
  const axis = {
    startSeconds: Math.max(...layers.map(({ originSeconds }) => -originSeconds)),
    endSeconds: Math.min(...layers.map(({ ecg, originSeconds }) => (ecg.sampleCount - 1) / ecg.samplingRateHz - originSeconds)),
  };
  return {
    span: 'beat',
    panels: toPanels(view, ...layers, axis),
    patient: layers[0],
    prototype: layers[1],
    axis,
    peakSeconds: 0,
    remark: toBeatWords(here.used.length, there.used.length),
  };
}

function toPanels(view: Exclude<PairView, 'beside'>, here: PairLayer, there: PairLayer, span: TimeSpan): PairScene['panels'] {
  switch (view) {
    case 'aligned':
      return [[here], [there]];
    case 'overlaid':
      return [[here, there]];
    case 'difference': {
      const { ecg, startSeconds } = subtractEcgs(toPlaced(here), toPlaced(there), span);
      const extents = leadExtents(ecg, 0, durationSeconds(ecg), LEVELS_OF_ZERO);
      return [[{ whose: 'difference', ecg, extents, originSeconds: -startSeconds, segment: here.segment }]];
    }
  }
}

function toPlaced({ ecg, originSeconds, extents }: PairLayer) {
  return { ecg, originSeconds, levelsMv: mapLeads((lead) => extents[lead].centreMv) };
}

function toAlignable({ segment, measured }: Segmented) {
  return { beats: measured.beats, segment };
}

/** The levels before the aligned complexes, of the leads that have one in both ECGs; null where onsets are not known. */
function findLevels(sides: readonly [Segmented, Segmented], peakSeconds: readonly [number, number]) {
  const levels = sides.map(({ ecg, measured: { beats, waves } }, i) => {
    // The onset is that of most beats; a complex of another form may begin earlier.
    const isUsual = beats.some(({ seconds, form }) => seconds === peakSeconds[i] && form === 'dominant');
    return waves && isUsual ? levelsBeforeQrs(ecg, peakSeconds[i]! + waves.qrsOnsetMs / 1000) : null;
  });
  const [here, there] = levels;
  if (!here || !there) return null;
  const known = STANDARD_LEADS.filter((lead) => Number.isFinite(here[lead] + there[lead]));
  const pick = (side: Levels): Partial<Levels> => Object.fromEntries(known.map((lead) => [lead, side[lead]]));
  return [pick(here), pick(there)] as const;
}

function toAxis({ ecg, segment }: PairSide): TimeSpan {
  const seconds = segment === null ? Math.min(SHEET_SECONDS, durationSeconds(ecg)) : segment.endSeconds - segment.startSeconds;
  return { startSeconds: 0, endSeconds: seconds };
}

/** The part of a record that is seen, in seconds from its start. */
function toSeen({ startSeconds, endSeconds }: TimeSpan, originSeconds: number, contextSeconds: number): [start: number, end: number] {
  return [originSeconds + startSeconds - contextSeconds, originSeconds + endSeconds + contextSeconds];
}

type Levels = Readonly<Record<LeadName, number>>;

const LEVELS_OF_ZERO = mapLeads(() => 0);
