import type { LeadName } from '../../../src/ecg/lead';
import type { BeatMeasurements, LeadMeasurements } from '../measure/measureBeat';
import { INFARCTED_WALLS } from '../territory/infarction';
import { INJURED_WALL, ISCHAEMIC_WALL } from '../territory/ischaemia';
import { TERRITORIES } from '../territory/territories';
import type { TerritoryName } from '../territory/territories';
import type { Sex } from '../types';

/** A beat as measured, with the person whose limits apply. */
export interface MeasuredBeat {
  readonly beat: BeatMeasurements;
  readonly sex: Sex;
  readonly ageYears: number;
  /** Interval between beats to which QT has adapted, in seconds. */
  readonly rrSeconds: number;
}

/** What must be measurable in a beat for a statement to be true, and where that is written. */
export interface FormCriterion {
  readonly source: string;
  readonly met: (measured: MeasuredBeat) => boolean;
}

const CONDUCTION = 'Surawicz B et al., AHA/ACCF/HRS recommendations III, J Am Coll Cardiol 2009;53:976';
const HYPERTROPHY = 'Hancock EW et al., AHA/ACCF/HRS recommendations V, J Am Coll Cardiol 2009;53:992';
const REPOLARISATION = 'Rautaharju PM et al., AHA/ACCF/HRS recommendations IV, J Am Coll Cardiol 2009;53:982';
const INFARCTION = 'Thygesen K et al., Fourth universal definition of myocardial infarction, Circulation 2018;138:e618';

const LEFT: readonly LeadName[] = ['I', 'II', 'V4', 'V5', 'V6'];
const PAIRS: readonly (readonly LeadName[])[] = [
  ['II', 'III', 'aVF'],
  ['I', 'aVL', 'V5', 'V6'],
  ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'],
];

const count = (
  beat: BeatMeasurements,
  leads: readonly LeadName[],
  has: (lead: LeadMeasurements, name: LeadName) => boolean,
) => leads.filter((lead) => has(beat.leads[lead], lead)).length;

const contiguous = (beat: BeatMeasurements, has: (lead: LeadMeasurements, name: LeadName) => boolean): boolean =>
  PAIRS.some((leads) =>
    leads.some(
      (lead, index) =>
        index > 0 && has(beat.leads[lead], lead) && has(beat.leads[leads[index - 1]!], leads[index - 1]!),
    ),
  );

/** Sokolow-Lyon voltage: S in V1 and the larger R of V5 and V6, in millivolts. */
export function findSokolowLyon({ leads }: BeatMeasurements): number {
  return Math.max(0, -leads.V1.minMv) + Math.max(leads.V5.maxMv, leads.V6.maxMv);
}

/** Cornell voltage: R in aVL and S in V3, in millivolts. */
export function findCornell({ leads }: BeatMeasurements): number {
  return leads.aVL.maxMv + Math.max(0, -leads.V3.minMv);
}

/** QT corrected by Bazett's formula, in milliseconds. */
function correctByBazett(qtMs: number, rrSeconds: number): number {
  return qtMs / Math.sqrt(rrSeconds);
}

/** A Q wave too wide and deep to be normal: at least 30 ms and 0.1 mV; in V2 and V3 QS or at least 20 ms; in V1 QS. */
export function isPathologicalQ(lead: LeadMeasurements, name: LeadName): boolean {
  if (name === 'V1') return lead.isQs;
  if (name === 'V2' || name === 'V3') return lead.isQs || (lead.qMs >= 20 && lead.qMv >= 0.05);
  return lead.qMv >= 0.1 && lead.qMs >= 29.9 && lead.qMv >= 0.2 * lead.rMv;
}

/** ST elevation beyond the normal limit: 0.1 mV, in V2 and V3 0.2 mV (women 0.15 mV). */
export function isStElevated(lead: LeadMeasurements, name: LeadName, sex: Sex): boolean {
  if (name === 'V2' || name === 'V3') return lead.stMv >= (sex === 'male' ? 0.2 : 0.15);
  return lead.stMv >= 0.1;
}

function isLeftVoltage({ beat, sex }: MeasuredBeat): boolean {
  return (
    findSokolowLyon(beat) >= 3.5 || findCornell(beat) >= (sex === 'male' ? 2.8 : 2.0) || beat.leads.aVL.maxMv >= 1.1
  );
}

function isInfarcted(walls: readonly TerritoryName[]): (measured: MeasuredBeat) => boolean {
  return ({ beat, sex }) =>
    walls.every((wall) => {
      if (wall === 'posterior')
        return (
          beat.leads.V1.rMs >= 36 && beat.leads.V1.rMv >= beat.leads.V1.sMv && beat.leads.V2.rMv >= beat.leads.V2.sMv
        );
      const { leads } = TERRITORIES[wall];
      const enough = leads.length > 3 ? 3 : 2;
      const elevated = count(beat, leads, (lead, name) => isStElevated(lead, name, sex)) >= enough;
      const septal = wall === 'anteroseptal' || wall === 'anterior' ? 2 : enough;
      return elevated || count(beat, leads, isPathologicalQ) >= septal;
    });
}

const infarctions = Object.entries(INFARCTED_WALLS).map(
  ([code, walls]) => [code, { source: INFARCTION, met: isInfarcted(walls) }] as const,
);

const ischaemias = Object.entries(ISCHAEMIC_WALL).map(([code, wall]) => {
  const met = ({ beat }: MeasuredBeat): boolean =>
    count(beat, TERRITORIES[wall].leads, (lead) => lead.tMinMv <= -0.1 || lead.stMv <= -0.05) >= 2;
  return [code, { source: INFARCTION, met }] as const;
});

const injuries = Object.entries(INJURED_WALL).map(([code, wall]) => {
  const met = ({ beat }: MeasuredBeat): boolean =>
    count(beat, TERRITORIES[wall].leads, (lead) => lead.stMv <= -0.1) >= 2;
  return [code, { source: INFARCTION, met }] as const;
});

const isFlatT = (lead: LeadMeasurements): boolean =>
  Math.abs(lead.tMv) < 0.1 && lead.tMv < 0.1 * Math.max(0.5, lead.rMv);

const table: readonly (readonly [code: string, source: string, met: FormCriterion['met']])[] = [
  [
    'CRBBB',
    CONDUCTION,
    ({ beat }) =>
      beat.qrsMs >= 120 &&
      Math.max(beat.leads.V1.rPrimeMv, beat.leads.V1.rMs >= 50 ? beat.leads.V1.rMv : 0) >= 0.15 &&
      beat.leads.I.sMs >= 36 &&
      beat.leads.V6.sMs >= 36,
  ],
  [
    'IRBBB',
    CONDUCTION,
    ({ beat }) =>
      beat.qrsMs >= 99 &&
      beat.qrsMs < 120 &&
      beat.leads.V1.rPrimeMv >= 0.06 &&
      beat.leads.V1.rMv >= 0.03 &&
      Math.max(beat.leads.I.sMv, beat.leads.V6.sMv) >= 0.05,
  ],
  [
    'CLBBB',
    CONDUCTION,
    ({ beat }) =>
      beat.qrsMs >= 120 &&
      count(beat, ['I', 'V6'], (lead) => lead.qMv < 0.03 && lead.rMv >= 0.3) === 2 &&
      beat.leads.V1.rMv < 0.3 &&
      beat.leads.V1.areaMvS < 0 &&
      beat.leads.V1.tMv > 0 &&
      beat.leads.V6.tMinMv < 0,
  ],
  [
    'ILBBB',
    CONDUCTION,
    ({ beat }) =>
      beat.qrsMs >= 105 &&
      beat.qrsMs < 120 &&
      count(beat, ['I', 'V6'], (lead) => lead.qMv < 0.03 && lead.rMv >= 0.25) === 2 &&
      beat.leads.V1.areaMvS < 0,
  ],
  [
    'LAFB',
    CONDUCTION,
    ({ beat }) =>
      beat.axisDegrees <= -45 &&
      beat.axisDegrees >= -90 &&
      beat.leads.aVL.qMv >= 0.025 &&
      beat.leads.aVL.rMv >= 0.25 &&
      count(beat, ['II', 'III', 'aVF'], (lead) => lead.rMv >= 0.025 && lead.qMv === 0 && lead.sMv > lead.rMv) === 3,
  ],
  [
    'LPFB',
    CONDUCTION,
    ({ beat }) =>
      beat.axisDegrees >= 90 &&
      count(beat, ['III', 'aVF'], (lead) => lead.qMv >= 0.025 && lead.rMv > lead.qMv) === 2 &&
      count(beat, ['I', 'aVL'], (lead) => lead.rMv >= 0.025 && lead.qMv === 0 && lead.sMv > lead.rMv) === 2,
  ],
  ['IVCD', CONDUCTION, ({ beat }) => beat.qrsMs > 110],
  ['WPW', CONDUCTION, ({ beat }) => (beat.prMs ?? 0) < 120 && beat.qrsMs > 110],
  ['LVH', HYPERTROPHY, isLeftVoltage],
  ['VCLVH', HYPERTROPHY, isLeftVoltage],
  [
    'HVOLT',
    'Romhilt DW, Estes EH, Am Heart J 1968;75:752',
    ({ beat }) =>
      Math.max(
        ...(['V1', 'V2', 'V5', 'V6'] as const).map((lead) => Math.max(beat.leads[lead].maxMv, -beat.leads[lead].minMv)),
      ) >= 3 ||
      Math.max(
        ...(['I', 'II', 'III'] as const).map((lead) => Math.max(beat.leads[lead].maxMv, -beat.leads[lead].minMv)),
      ) >= 2,
  ],
  [
    'LVOLT',
    HYPERTROPHY,
    ({ beat }) =>
      count(beat, ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'], (lead) => lead.peakToPeakMv < 0.5) === 6 ||
      count(beat, ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'], (lead) => lead.peakToPeakMv < 1) === 6,
  ],
  [
    'RVH',
    HYPERTROPHY,
    ({ beat }) =>
      (beat.axisDegrees >= 90 || beat.axisDegrees <= -135) &&
      (beat.leads.V1.rMv >= 0.7 || beat.leads.V1.maxMv >= -beat.leads.V1.minMv),
  ],
  [
    'SEHYP',
    'Maron BJ et al., Q waves in hypertrophic cardiomyopathy, Am J Cardiol 1983;51:189',
    ({ beat }) => count(beat, ['I', 'aVL', 'V5', 'V6'], (lead) => lead.qMv >= 0.2) >= 2 && beat.leads.V1.rMv >= 0.35,
  ],
  ['LAO/LAE', HYPERTROPHY, ({ beat }) => (beat.pMs ?? 0) >= 120 && beat.leads.V1.pTerminalMvS <= -0.0015],
  ['RAO/RAE', HYPERTROPHY, ({ beat }) => beat.leads.II.pMaxMv >= 0.25],
  [
    'ABQRS',
    'Zema MJ, Kligfield P, J Electrocardiol 1979;12:3 (poor R progression); Surawicz 2009 (axis)',
    ({ beat }) => beat.leads.V3.rMv <= 0.3 || beat.axisDegrees < -30 || beat.axisDegrees > 90 || beat.leads.V2.isQs,
  ],
  ['QWAVE', INFARCTION, ({ beat }) => contiguous(beat, isPathologicalQ)],
  [
    'LNGQT',
    REPOLARISATION,
    ({ beat, rrSeconds, sex }) => correctByBazett(beat.qtMs, rrSeconds) >= (sex === 'male' ? 460 : 470),
  ],
  ['LOWT', REPOLARISATION, ({ beat }) => count(beat, LEFT, (lead) => Math.abs(lead.tMv) < 0.1) === LEFT.length],
  ['NDT', REPOLARISATION, ({ beat }) => count(beat, LEFT, isFlatT) >= 3],
  [
    'NT_',
    REPOLARISATION,
    ({ beat }) =>
      count(beat, ['I', 'II', 'aVF', 'V4', 'V5', 'V6'], (lead) => isFlatT(lead) || lead.tMinMv < -0.03) >= 2,
  ],
  [
    'TAB_',
    REPOLARISATION,
    ({ beat }) => contiguous(beat, (lead, name) => name !== 'V1' && name !== 'III' && lead.tMinMv <= -0.05),
  ],
  ['INVT', REPOLARISATION, ({ beat }) => contiguous(beat, (lead, name) => name !== 'V1' && lead.tMinMv <= -0.1)],
  [
    'NST_',
    REPOLARISATION,
    ({ beat }) =>
      contiguous(
        beat,
        (lead, name) =>
          name !== 'V1' &&
          (lead.stMv <= -0.03 || (lead.stMv >= (name.startsWith('V') ? 0.1 : 0.05) && name !== 'V2' && name !== 'V3')),
      ),
  ],
  ['STD_', REPOLARISATION, ({ beat }) => contiguous(beat, (lead) => lead.stMv <= -0.05)],
  ['STE_', INFARCTION, ({ beat, sex }) => contiguous(beat, (lead, name) => isStElevated(lead, name, sex))],
  [
    'DIG',
    REPOLARISATION,
    ({ beat, rrSeconds }) =>
      count(beat, LEFT, (lead) => lead.stMv <= -0.04) >= 2 && beat.qtMs / Math.cbrt(rrSeconds) <= 395,
  ],
  [
    'EL',
    REPOLARISATION,
    ({ beat, rrSeconds }) =>
      Math.max(beat.leads.V2.tMaxMv, beat.leads.V3.tMaxMv, beat.leads.V4.tMaxMv) >= 1.1 ||
      count(beat, ['V2', 'V3', 'V4', 'V5'], (lead) => lead.uMv >= 0.1 && lead.uMv > lead.tMaxMv) >= 2 ||
      correctByBazett(beat.qtMs, rrSeconds) >= 465 ||
      beat.qtMs / Math.cbrt(rrSeconds) <= 352,
  ],
  [
    'ANEUR',
    INFARCTION,
    ({ beat }) =>
      count(beat, ['V1', 'V2', 'V3', 'V4', 'V5'], (lead) => lead.stMv >= 0.1) >= 2 &&
      count(beat, ['V1', 'V2', 'V3', 'V4'], isPathologicalQ) >= 2,
  ],
];

/** The criteria of statements about the form of a beat, by SCP code. */
export const FORM_CRITERIA: ReadonlyMap<string, FormCriterion> = new Map([
  ...table.map(([code, source, met]) => [code, { source, met }] as const),
  ...infarctions,
  ...ischaemias,
  ...injuries,
]);
