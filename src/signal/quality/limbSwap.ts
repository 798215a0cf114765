import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import type { MedianBeat } from '../measure/medianBeat';
import type { Waves } from '../measure/waves';
import { findBeatSigns, findLikeness, toQrsTStretch } from './beatSigns';
import type { BeatSign } from './beatSigns';
import type { ElectrodeName, QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** Lead I and the lateral chest leads look at the heart from the left; below this they are mirrored. */
const MIRRORED = -0.7;

/** A P wave that is clearly below the line, in millivolts × milliseconds. */
const NEGATIVE_P = -0.5;

/** A lead between the two legs: the whole beat within this, while the two others are larger, in millivolts. */
const BETWEEN_LEGS_MV = 0.1;
const LARGER_MV = 0.15;

const LIMB_LEADS = STANDARD_LEADS.filter((lead) => !lead.startsWith('V'));

type Signs = Readonly<Record<LeadName, BeatSign>>;

/**
 * Limb electrodes that are likely to be swapped, one finding at most, after the known patterns (Batchvarov VN, Malik M,
 * Camm AJ, Europace 2007;9:1081; Kligfield P et al., Circulation 2007;115:1306):
 * - arms: lead I runs contrary to V5 and V6, P included, while the chest leads are as usual;
 * - right arm and left leg: P, QRS and T point away from the foot, and aVR is upright;
 * - a leg electrode on an arm: II (right arm) or III (left arm) lies between the legs and is nearly flat;
 * - lead I inverted with R falling towards V6: as in dextrocardia.
 *
 * Left arm and left leg are not told: in 139 recorded ECGs the known sign (P in I larger than in II) fires in one of twelve
 * that are not swapped.
 */
export function findLimbSwap({ median, waves }: QualityEvidence): QualityFinding[] {
  if (!median || !waves) return [];
  const between = findLeadBetweenLegs(median);
  if (between) return [between];
  const signs = findBeatSigns(median, waves);
  if (!signs) return [];
  const found = findArmLegSwap(signs) ?? findArmSwap(signs, median, waves) ?? findMirrored(signs);
  return found ? [found] : [];
}

function findLeadBetweenLegs({ leads }: MedianBeat): QualityFinding | undefined {
  const span = (lead: LeadName): number => toSpan(leads[lead] ?? new Float64Array(1));
  const isBetween = (lead: LeadName, one: LeadName, other: LeadName): boolean =>
    span(lead) <= BETWEEN_LEGS_MV && Math.min(span(one), span(other)) >= LARGER_MV;
  if (isBetween('II', 'I', 'III')) return toBetween('II', 'RA', span('II'));
  if (isBetween('III', 'I', 'II')) return toBetween('III', 'LA', span('III'));
  return undefined;
}

function toSpan(samples: Float64Array): number {
  const highest = samples.reduce((most, value) => Math.max(most, value), -Infinity);
  return highest - samples.reduce((least, value) => Math.min(least, value), Infinity);
}

function toBetween(lead: LeadName, arm: ElectrodeName, spanMv: number): QualityFinding {
  return {
    kind: 'groundSwap',
    severity: 'doubtful',
    leads: LIMB_LEADS,
    electrodes: [arm, 'RL'],
    measured: { value: spanMv, unit: 'mV' },
    evidence: `Lead ${lead} alone is nearly flat (${toNumber(spanMv, 'mV')} in a whole beat), as between the two legs.`,
    range: null,
  };
}

function findArmLegSwap(signs: Signs): QualityFinding | undefined {
  const { II, aVF, aVR, V6 } = signs;
  if (II.pArea === null || II.pArea > NEGATIVE_P || aVF.pArea! > 0 || V6.qrsMv <= 0) return undefined;
  const also = [II.qrsMv < 0, aVR.qrsMv > 0, II.tArea < 0, aVR.tArea > 0];
  if (also.filter(Boolean).length < 3) return undefined;
  return {
    kind: 'armLegSwap',
    severity: 'doubtful',
    leads: LIMB_LEADS,
    electrodes: ['RA', 'LL'],
    measured: { value: II.qrsMv, unit: 'mV' },
    evidence: `P, QRS and T are inverted in II (QRS ${toNumber(II.qrsMv, 'mV')}) and upright in aVR, while V6 is as usual.`,
    range: null,
  };
}

function findArmSwap({ I, aVF, V6 }: Signs, median: MedianBeat, waves: Waves): QualityFinding | undefined {
  const lateral = median.leads.V5!.map((value, index) => value + median.leads.V6![index]!);
  const qrs = [Math.round(waves.qrs.onset), Math.round(waves.qrs.offset)] as const;
  const inQrs = findLikeness(median.leads.I!, lateral, qrs);
  const inAll = findLikeness(median.leads.I!, lateral, toQrsTStretch(median, waves));
  const isP = I.pArea === null || (I.pArea < 0 && aVF.pArea! > NEGATIVE_P);
  const waveWords = I.pArea === null ? 'inverted' : 'inverted, P as well as QRS and T,';
  if (inQrs > MIRRORED || inAll > MIRRORED || V6.qrsMv <= 0 || !isP) return undefined;
  return {
    kind: 'armSwap',
    severity: 'doubtful',
    leads: LIMB_LEADS,
    electrodes: ['RA', 'LA'],
    measured: { value: inAll, unit: '' },
    evidence: `Lead I is ${waveWords} against V5 and V6 (correlation ${toNumber(inAll, '')}), whose R waves are as usual.`,
    range: null,
  };
}

function findMirrored({ I, V1, V3, V6 }: Signs): QualityFinding | undefined {
  const isFalling = V6.qrsMv < 0 && V6.rMv < V3.rMv && V6.rMv < V1.rMv;
  if (I.pArea === null || I.pArea > NEGATIVE_P || I.qrsMv >= 0 || !isFalling) return undefined;
  return {
    kind: 'mirrored',
    severity: 'note',
    leads: STANDARD_LEADS,
    electrodes: [],
    measured: { value: V6.rMv, unit: 'mV' },
    evidence: `P and QRS are inverted in I, and R falls from V1 (${toNumber(V1.rMv, 'mV')}) to V6 (${toNumber(V6.rMv, 'mV')}).`,
    range: null,
  };
}
