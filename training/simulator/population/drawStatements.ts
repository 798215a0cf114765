import type { Random } from '../../../tools/synthetic/random';
import { drawWeighted } from '../drawWeighted';
import { drawChance } from '../random';
import type { Sex } from '../types';
import { toAffinity } from './affinity';
import { toDemographicFactor } from './demography';

const RHYTHMS = ['SR', 'SBRAD', 'STACH', 'SARRH', 'SVARR', 'AFIB', 'AFLT', 'SVTAC', 'PSVT', 'PACE'] as const;

/** Rhythms whose ECG is a normal one where nothing else is found. */
const NORMAL_RHYTHMS: readonly string[] = ['SR', 'SBRAD', 'STACH', 'SARRH'];

const INFERIOR = ['IMI', 'ILMI', 'IPMI', 'IPLMI'] as const;
const ANTERIOR = ['ASMI', 'AMI', 'ALMI'] as const;

/** What is drawn one after another, from the atria to single beats: of each row at most one statement. */
const FINDINGS: readonly (readonly string[])[] = [
  ['WPW'],
  ['2AVB', '3AVB'],
  ['1AVB'],
  ['LPR'],
  ['CLBBB', 'ILBBB', 'CRBBB', 'IRBBB', 'IVCD'],
  ['LAFB', 'LPFB'],
  ['RAO/RAE'],
  ['LAO/LAE'],
  ['LVH', 'VCLVH', 'HVOLT', 'RVH', 'SEHYP', 'LVOLT'],
  [...INFERIOR, ...ANTERIOR, 'LMI', 'PMI'],
  ['ANEUR'],
  ['QWAVE'],
  ['ABQRS'],
  ['INJAS', 'INJAL', 'INJIN', 'INJLA', 'INJIL'],
  ['ISC_', 'ISCAL', 'ISCAS', 'ISCIN', 'ISCIL', 'ISCLA', 'ISCAN'],
  ['DIG', 'LNGQT', 'EL'],
  ['STD_', 'STE_', 'NST_'],
  ['NDT', 'NT_', 'TAB_', 'LOWT', 'INVT'],
  ['PVC'],
  ['PAC'],
  ['PRC(S)'],
  ['BIGU', 'TRIGU'],
];

/** The chance that a heart with an inferior scar has an anterior one as well, and the reverse. */
const SECOND_INFARCT = 0.12;

/** Odds of each statement in a person of 60 years, against none of its row; of the rhythms against each other. */
export type Propensities = Readonly<Record<string, number>>;

/**
 * The statements of one ECG: one rhythm, then either a normal ECG or one finding or more, each as likely as the person
 * and the findings before it make it. Free of contradiction (`findContradiction`); every statement is one that the
 * simulator makes true, and none is left out because another implies it.
 */
export function drawStatements(random: Random, ageYears: number, sex: Sex, propensities: Propensities): string[] {
  const toWeight = (code: string, present: readonly string[]): number => {
    const factor = toAffinity(code, present) * toDemographicFactor(code, ageYears, sex);
    return factor > 0 ? propensities[code]! * factor : 0;
  };
  const rhythm = drawWeighted<string>(random, RHYTHMS.map((code) => [toWeight(code, []), code] as const));
  const normal = NORMAL_RHYTHMS.includes(rhythm) ? toWeight('NORM', [rhythm]) : 0;
  if (drawChance(random, normal / (1 + normal))) return ['NORM', rhythm];
  // A heart in which nothing is found after all would have been read as normal: look again.
  for (;;) {
    const findings = drawFindings(random, rhythm, toWeight);
    if (findings.length > 0 || normal === 0) return [...findings, rhythm];
  }
}

function drawFindings(
  random: Random,
  rhythm: string,
  toWeight: (code: string, present: readonly string[]) => number,
): string[] {
  const findings: string[] = [];
  for (const row of FINDINGS) {
    const present = [rhythm, ...findings];
    const options = row.map((code) => [toWeight(code, present), code] as const);
    const drawn = drawWeighted<string | null>(random, [[1, null], ...options]);
    if (drawn === null) continue;
    findings.push(drawn);
    const second = drawChance(random, SECOND_INFARCT) ? toOpposite(drawn) : [];
    const others = second.map((code) => [toWeight(code, [...present, drawn]), code] as const);
    if (others.some(([weight]) => weight > 0)) findings.push(drawWeighted(random, others));
  }
  return findings;
}

/** The infarctions of the other wall. */
function toOpposite(code: string): readonly string[] {
  if (INFERIOR.some((one) => one === code)) return ANTERIOR;
  return ANTERIOR.some((one) => one === code) ? INFERIOR : [];
}
