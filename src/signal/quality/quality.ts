import type { Ecg } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { FoundBeat } from '../measure/findBeats';
import type { MedianBeat } from '../measure/medianBeat';
import type { Waves } from '../measure/waves';
import type { LeadSignal } from './leadSignal';

/**
 * What can be wrong with a recording, in the order in which it is told: leads of no use, electrodes at the wrong place,
 * numbers that cannot be right, noise.
 */
export const QUALITY_KINDS = [
  'noQrs',
  'electrodeOff',
  'missing',
  'flat',
  'railed',
  'armSwap',
  'armLegSwap',
  'groundSwap',
  'mirrored',
  'chestOrder',
  'identical',
  'limbLaws',
  'scale',
  'muscle',
  'mains',
  'wander',
  'pacing',
] as const;
export type QualityKind = (typeof QUALITY_KINDS)[number];

/** What it means for a reading: these leads say nothing; read with doubt; good to know. Worst first. */
export const QUALITY_SEVERITIES = ['unusable', 'doubtful', 'note'] as const;
export type QualitySeverity = (typeof QUALITY_SEVERITIES)[number];

/** The electrodes of a 12-lead ECG; RL is the ground. */
export type ElectrodeName = 'RA' | 'LA' | 'LL' | 'RL' | 'V1' | 'V2' | 'V3' | 'V4' | 'V5' | 'V6';

/** One thing that is wrong, or may be, with a recording. */
export interface QualityFinding {
  readonly kind: QualityKind;
  readonly severity: QualitySeverity;
  /** The leads that it touches, in standard order. */
  readonly leads: readonly LeadName[];
  /** The electrodes that it is put down to; none where it is put down to none. */
  readonly electrodes: readonly ElectrodeName[];
  /** The number that decided. */
  readonly measured: { readonly value: number; readonly unit: 'mV' | 's' | '%' | 'Hz' | 'ms' | '' };
  /** What was seen, with the number, a sentence. */
  readonly evidence: string;
  /** When, in seconds from the first sample; null where it is so throughout. */
  readonly range: { readonly startSeconds: number; readonly endSeconds: number } | null;
}

/** Everything that was found to be wrong with a recording, worst first; empty where nothing was found. */
export interface Quality {
  readonly findings: readonly QualityFinding[];
}

/** What findings rest on: the recording, each lead's signal, and the beats in it. */
export interface QualityEvidence {
  readonly ecg: Ecg;
  readonly signals: Readonly<Record<LeadName, LeadSignal>>;
  readonly beats: readonly FoundBeat[];
  /** Null where there are too few beats for one. */
  readonly median: MedianBeat | null;
  /** Where the waves of the median beat lie, in its samples; null without one. */
  readonly waves: Waves | null;
}


/** The leads V1 to V6. */
export const CHEST_LEADS = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];
