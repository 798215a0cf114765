import type { LeadName } from '../../../src/ecg/lead';
import { INFARCTED_WALLS } from '../territory/infarction';
import { INJURED_WALL, ISCHAEMIC_WALL } from '../territory/ischaemia';
import { FORM_CRITERIA, findCornell, findSokolowLyon, isPathologicalQ, isStElevated } from './formCriteria';
import type { MeasuredBeat } from './formCriteria';

const INFARCTS = [...Object.keys(INFARCTED_WALLS), 'ANEUR'];
const BUNDLES = ['CLBBB', 'ILBBB', 'CRBBB', 'IVCD', 'WPW'];
const ST_T = [
  ...Object.keys(ISCHAEMIC_WALL),
  ...Object.keys(INJURED_WALL),
  'NDT',
  'NST_',
  'NT_',
  'TAB_',
  'LOWT',
  'INVT',
  'STD_',
  'STE_',
  'DIG',
  'EL',
];

/** In faster rhythms the T wave begins where ST is measured, so that neither is judged, seconds. */
const FAST_SECONDS = 0.45;

/** Something normal that a beat keeps unless one of these statements takes it away. */
interface Normal {
  readonly lostBy: readonly string[];
  readonly kept: (measured: MeasuredBeat) => boolean;
}

const all = (
  leads: readonly LeadName[],
  { beat }: MeasuredBeat,
  holds: (lead: MeasuredBeat['beat']['leads']['I'], name: LeadName) => boolean,
) => leads.every((lead) => holds(beat.leads[lead], lead));

const NORMALS: readonly Normal[] = [
  {
    lostBy: ['LVH', 'VCLVH', 'HVOLT', 'RVH', 'SEHYP', ...BUNDLES],
    kept: ({ beat, sex }) => findSokolowLyon(beat) < 3.45 && findCornell(beat) < (sex === 'male' ? 2.7 : 1.95),
  },
  {
    lostBy: ['LVH', 'VCLVH', 'HVOLT', 'RVH', 'SEHYP', 'LAFB', ...BUNDLES],
    kept: ({ beat }) => beat.leads.aVL.maxMv < 1.05,
  },
  {
    lostBy: ['HVOLT', 'LVH', 'VCLVH', ...BUNDLES],
    kept: (measured) => !FORM_CRITERIA.get('HVOLT')!.met(measured),
  },
  {
    lostBy: ['LVOLT'],
    kept: ({ beat }) =>
      beat.leads.I.peakToPeakMv >= 0.55 || beat.leads.II.peakToPeakMv >= 0.55 || beat.leads.III.peakToPeakMv >= 0.55,
  },
  {
    lostBy: ['LVOLT'],
    kept: ({ beat }) =>
      Math.max(beat.leads.V2.peakToPeakMv, beat.leads.V3.peakToPeakMv, beat.leads.V4.peakToPeakMv) >= 1.05,
  },
  {
    lostBy: ['LAFB', 'LPFB', 'RVH', 'ABQRS', 'QWAVE', ...BUNDLES, ...INFARCTS],
    kept: ({ beat }) => beat.axisDegrees >= -29 && beat.axisDegrees <= 89,
  },
  {
    lostBy: ['QWAVE', 'ABQRS', 'SEHYP', 'RVH', 'LAFB', 'LPFB', ...BUNDLES, ...INFARCTS],
    kept: (measured) =>
      all(['I', 'II', 'aVF', 'V2', 'V3', 'V4', 'V5', 'V6'], measured, (lead, name) => !isPathologicalQ(lead, name)) &&
      all(['I', 'II', 'V5', 'V6'], measured, (lead) => lead.qMv <= 0.3 * lead.rMv && lead.qMv < 0.25),
  },
  {
    lostBy: ['ABQRS', 'RVH', 'LAFB', 'LPFB', 'SEHYP', ...BUNDLES, ...INFARCTS],
    kept: ({ beat: { leads } }) =>
      leads.V3.rMv > 0.32 &&
      leads.V4.rMv > 0.4 &&
      leads.V2.rMv > 0.1 &&
      leads.V5.rMv > leads.V5.sMv &&
      leads.V6.rMv > 2 * leads.V6.sMv,
  },
  {
    lostBy: ['RVH', 'CRBBB', 'WPW', 'SEHYP', 'HVOLT', 'ABQRS', 'IVCD', ...INFARCTS],
    kept: ({ beat: { leads } }) => leads.V1.rMv < 0.65 && leads.V1.rMv < 0.9 * leads.V1.sMv,
  },
  {
    lostBy: ['IRBBB', ...BUNDLES, 'RVH', 'ABQRS', ...INFARCTS],
    kept: ({ beat: { leads } }) => leads.V1.rPrimeMv < 0.05,
  },
  {
    lostBy: ['LVH', 'RVH', 'LPFB', ...BUNDLES, ...INFARCTS, ...ST_T],
    kept: (measured) =>
      measured.rrSeconds < FAST_SECONDS ||
      (all(
        ['I', 'II', 'V4', 'V5', 'V6'],
        measured,
        (lead) => lead.tMv >= 0.085 && lead.tMv >= 0.09 * Math.min(2, lead.rMv) && lead.tMinMv > -0.03,
      ) &&
        all(['V2', 'V3'], measured, (lead) => lead.tMv > 0.05)),
  },
  {
    lostBy: ['LVH', 'RVH', 'LPFB', 'LAFB', ...BUNDLES, ...INFARCTS, ...ST_T],
    kept: (measured) =>
      measured.rrSeconds < FAST_SECONDS ||
      all(
        ['I', 'II', 'III', 'aVF', 'aVL', 'V2', 'V3', 'V4', 'V5', 'V6'],
        measured,
        (lead, name) =>
          lead.stMv > -0.045 &&
          !isStElevated(lead, name, measured.sex) &&
          (name.startsWith('V') || Math.abs(lead.stMv) < 0.07),
      ),
  },
  {
    lostBy: ['EL', ...INFARCTS, ...ST_T, ...BUNDLES, 'LVH', 'HVOLT'],
    kept: (measured) => all(['V2', 'V3', 'V4'], measured, (lead) => lead.tMaxMv < 1.1),
  },
  {
    lostBy: ['RAO/RAE'],
    kept: ({ beat }) => beat.leads.II.pMaxMv < 0.235 && (beat.prMs === null || beat.leads.II.pMaxMv > 0.03),
  },
  { lostBy: ['LAO/LAE'], kept: ({ beat }) => (beat.pMs ?? 0) < 119.5 && beat.leads.V1.pTerminalMvS > -0.0036 },
  {
    lostBy: ['DIG', 'EL', 'LNGQT', ...BUNDLES],
    kept: ({ beat, rrSeconds, sex }) =>
      rrSeconds < 0.6 || rrSeconds > 1 || beat.qtMs / Math.sqrt(rrSeconds) <= (sex === 'male' ? 450 : 460),
  },
];

/** How many things normal a beat has lost that none of its statements takes away. */
export function countLostNormals(measured: MeasuredBeat, codes: ReadonlySet<string>): number {
  return NORMALS.filter(({ lostBy, kept }) => !lostBy.some((code) => codes.has(code)) && !kept(measured)).length;
}
