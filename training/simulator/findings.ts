import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { LeadName } from '../../src/ecg/lead';
import { INFARCTED_WALLS } from './territory/infarction';
import { INJURED_WALL, ISCHAEMIC_WALL } from './territory/ischaemia';
import { TERRITORIES } from './territory/territories';
import type { Timeline } from './rhythm/timeline';
import type { Beat, Finding } from './types';

type Window = readonly [startSeconds: number, endSeconds: number];

/** The part of a beat, or of the rhythm, in which a statement can be seen. */
type Part = 'p' | 'pr' | 'qrs' | 'stT' | 'qrst' | 'premature' | 'all';

const LEFT: readonly LeadName[] = ['I', 'II', 'V4', 'V5', 'V6'];

const PLACES: Readonly<Record<string, readonly [Part, readonly LeadName[]]>> = {
  AFIB: ['all', ['II', 'V1']], AFLT: ['all', ['II', 'III', 'aVF', 'V1']], PACE: ['qrs', STANDARD_LEADS],
  PAC: ['premature', ['II', 'V1']], PVC: ['premature', STANDARD_LEADS], 'PRC(S)': ['premature', STANDARD_LEADS],
  BIGU: ['premature', STANDARD_LEADS], TRIGU: ['premature', STANDARD_LEADS],
  '1AVB': ['pr', ['II', 'V1']], LPR: ['pr', ['II', 'V1']], WPW: ['pr', STANDARD_LEADS],
  'LAO/LAE': ['p', ['II', 'V1']], 'RAO/RAE': ['p', ['II', 'III', 'aVF']],
  CRBBB: ['qrs', ['V1', 'V2', 'I', 'V6']], IRBBB: ['qrs', ['V1', 'V2', 'I', 'V6']],
  CLBBB: ['qrst', ['I', 'aVL', 'V1', 'V5', 'V6']], ILBBB: ['qrs', ['I', 'aVL', 'V1', 'V5', 'V6']],
  LAFB: ['qrs', ['I', 'II', 'III', 'aVL', 'aVF']], LPFB: ['qrs', ['I', 'II', 'III', 'aVL', 'aVF']],
  IVCD: ['qrs', STANDARD_LEADS], ABQRS: ['qrs', STANDARD_LEADS], QWAVE: ['qrs', STANDARD_LEADS],
  LVH: ['qrst', ['aVL', 'V1', 'V3', 'V5', 'V6']], VCLVH: ['qrs', ['aVL', 'V1', 'V3', 'V5', 'V6']],
  HVOLT: ['qrs', STANDARD_LEADS], LVOLT: ['qrs', STANDARD_LEADS], RVH: ['qrst', ['I', 'V1', 'V2', 'V6']],
  SEHYP: ['qrs', ['I', 'aVL', 'V1', 'V5', 'V6']],
  LNGQT: ['qrst', ['II', 'V5']], DIG: ['stT', LEFT], EL: ['stT', ['V2', 'V3', 'V4', 'V5']],
  NDT: ['stT', LEFT], NT_: ['stT', LEFT], LOWT: ['stT', LEFT], TAB_: ['stT', STANDARD_LEADS], INVT: ['stT', STANDARD_LEADS],
  NST_: ['stT', STANDARD_LEADS], STD_: ['stT', STANDARD_LEADS], STE_: ['stT', STANDARD_LEADS],
  ANEUR: ['qrst', ['V1', 'V2', 'V3', 'V4']],
};

const isPremature = ({ kind }: Beat): boolean => kind === 'ventricular' || kind === 'atrial';

/** Where each statement can be seen in a recording of `seconds`: in which leads and when. */
export function findFindings(
  statements: readonly string[],
  beats: readonly Beat[],
  timeline: Timeline,
  seconds: number,
): Finding[] {
  return statements.map((code) => {
    const [part, leads] = findPlace(code);
    const windows =
      part === 'all' || timeline.ventricular.length === 0 ? [[0, seconds] as const] : findWindows(part, beats, seconds);
    return { code, leads, windows };
  });
}

function findPlace(code: string): readonly [Part, readonly LeadName[]] {
  const walls = INFARCTED_WALLS[code];
  if (walls)
    return [
      'qrst',
      STANDARD_LEADS.filter((lead) =>
        walls.some((wall) => (TERRITORIES[wall].leads as readonly LeadName[]).includes(lead)),
      ),
    ];
  const wall = ISCHAEMIC_WALL[code] ?? INJURED_WALL[code];
  if (wall) return ['stT', TERRITORIES[wall].leads];
  return PLACES[code] ?? ['all', STANDARD_LEADS];
}

function findWindows(part: Part, beats: readonly Beat[], seconds: number): Window[] {
  const chosen = part === 'premature' ? beats.filter(isPremature) : beats;
  return chosen.flatMap((beat): Window[] => {
    const window = findWindow(part, beat);
    if (!window || window[0] >= seconds || window[1] <= 0) return [];
    return [[Math.max(0, window[0]), Math.min(seconds, window[1])]];
  });
}

function findWindow(part: Part, { p, qrs, t }: Beat): Window | null {
  if (part === 'p') return p && [p.onsetSeconds, p.offsetSeconds];
  if (part === 'pr') return p && [p.onsetSeconds, qrs.offsetSeconds];
  if (part === 'qrs') return [qrs.onsetSeconds, qrs.offsetSeconds];
  const end = t ? t.offsetSeconds : qrs.offsetSeconds;
  if (part === 'stT') return [qrs.offsetSeconds, end];
  return [part === 'premature' && p ? p.onsetSeconds : qrs.onsetSeconds, end];
}
