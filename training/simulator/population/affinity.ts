import { STATEMENTS } from '../../../src/model/statements';
import { findContradiction } from '../contradictions';

/** A set of statements by name, so that the rules below read as sentences. */
const groups = {
  withoutP: ['AFIB', 'AFLT', 'SVTAC', 'PSVT'],
  block: ['2AVB', '3AVB'],
  wideFromElsewhere: ['CLBBB', 'PACE', 'WPW', '3AVB'],
  leftVentricle: ['LVH', 'VCLVH', 'HVOLT'],
  anteriorInfarct: ['ASMI', 'AMI', 'ALMI'],
  inferiorInfarct: ['IMI', 'ILMI', 'IPLMI', 'IPMI'],
  infarct: ['IMI', 'ASMI', 'AMI', 'ALMI', 'LMI', 'ILMI', 'IPLMI', 'IPMI', 'PMI'],
  ischaemia: ['ISC_', 'ISCAL', 'ISCAS', 'ISCIN', 'ISCIL', 'ISCLA', 'ISCAN'],
  injury: ['INJAS', 'INJAL', 'INJIN', 'INJLA', 'INJIL'],
  stDescription: ['NST_', 'STD_', 'STE_'],
  tDescription: ['NDT', 'NT_', 'TAB_', 'LOWT', 'INVT'],
  repolarisation: ['DIG', 'LNGQT', 'EL'],
  conduction: ['CRBBB', 'IRBBB', 'CLBBB', 'ILBBB', 'IVCD'],
  voltage: ['LVH', 'VCLVH', 'HVOLT', 'RVH', 'SEHYP', 'LVOLT'],
  atrialSize: ['LAO/LAE', 'RAO/RAE'],
  ectopy: ['PVC', 'PAC', 'PRC(S)', 'BIGU', 'TRIGU'],
} as const satisfies Record<string, readonly string[]>;

type Group = keyof typeof groups;
type Rule = readonly [given: Group | string, then: Group | string, factor: number];

const stT: readonly Group[] = ['ischaemia', 'injury', 'stDescription', 'tDescription', 'repolarisation'];
const never = (given: Group | string, thens: readonly (Group | string)[]): Rule[] =>
  thens.map((then) => [given, then, 0]);

/**
 * How the presence of one statement changes the odds of another that is drawn later; 0 forbids it. Where the waveform
 * of the first would hide or imitate the second, the second is never read: the label would not be true.
 */
const rules: readonly Rule[] = [
  // No P wave, no statement about it, and no conduction from atria to ventricles to judge.
  ...never('withoutP', ['1AVB', 'LPR', 'block', 'atrialSize', 'PAC', 'PRC(S)', 'WPW']),
  ...never('PACE', ['1AVB', 'LPR', 'block', 'atrialSize', 'ectopy', 'WPW', 'conduction', 'LAFB', 'LPFB', 'voltage']),
  ...never('SVARR', ['1AVB', 'LPR', 'block', 'atrialSize', 'ectopy', 'WPW']),
  // Regular tachycardia or a block leaves no room for premature beats in a pattern.
  ...never('SVTAC', ['ectopy']),
  ...never('PSVT', ['ectopy']),
  ...never('AFLT', ['BIGU', 'TRIGU']),
  ...never('AFIB', ['BIGU', 'TRIGU']),
  ...never('block', ['PAC', 'PRC(S)', 'BIGU', 'TRIGU', '1AVB', 'LPR']),
  ...never('SARRH', ['block', 'BIGU', 'TRIGU']),
  ...never('STACH', ['block', 'BIGU', 'TRIGU']),
  // A ventricle that is excited from elsewhere says nothing of scars, ischaemia or muscle mass; in complete block the
  // escape may come from below the bundle.
  ...never('wideFromElsewhere', ['infarct', 'QWAVE', 'ABQRS', 'ANEUR', ...stT]),
  ...never('CLBBB', ['LAFB', 'LPFB', 'voltage']),
  ...never('3AVB', ['conduction', 'LAFB', 'LPFB', 'voltage']),
  ...never('WPW', ['conduction', 'LAFB', 'LPFB', 'voltage']),
  ...never('ILBBB', ['LAFB', 'LPFB', 'infarct', 'QWAVE']),
  ...never('LPFB', ['RVH', 'inferiorInfarct', 'LMI']),
  // An inferior scar takes the initial r from II, III and aVF, and with it the sign of the block.
  ['LAFB', 'inferiorInfarct', 0.4],
  ['CRBBB', 'LAFB', 4],
  ['1AVB', 'LAFB', 1.5],
  ['1AVB', 'conduction', 1.4],
  ['CRBBB', 'tDescription', 0.3],
  ['CRBBB', 'RVH', 0.3],
  ['IRBBB', 'RVH', 2],
  ...never('CRBBB', ['PMI', 'ISCAS', 'ISCAN', 'INJAS']),
  ...never('RVH', ['PMI', 'ISCAS', 'ISCAN', 'INJAS', 'leftVentricle']),
  ['RAO/RAE', 'RVH', 8],
  ['LAO/LAE', 'LVH', 2.5],
  // Strain: hypertrophied ventricles repolarise as ischaemic ones do.
  ['LVH', 'ISC_', 3],
  ['LVH', 'ISCLA', 2],
  ['LVH', 'ISCAL', 2],
  ['LVH', 'STD_', 2],
  ['LVH', 'NT_', 1.5],
  // Scars: a statement of Q waves would say the same again; the QRS is often abnormal beyond them.
  ...never('infarct', ['QWAVE']),
  ...never('SEHYP', ['infarct', 'QWAVE']),
  ['infarct', 'ABQRS', 2.5],
  ['infarct', 'ischaemia', 1.5],
  ['infarct', 'injury', 2],
  ['IVCD', 'ABQRS', 2],
  // ST and T are read once, and by the most specific statement.
  ...never('ischaemia', ['injury', 'stDescription', 'tDescription', 'repolarisation']),
  ...never('injury', ['stDescription', 'tDescription', 'repolarisation']),
  ...never('repolarisation', ['stDescription', 'tDescription']),
  ...never('ANEUR', ['ischaemia', 'injury', 'stDescription', 'repolarisation']),
  ['LVOLT', 'LOWT', 3],
  ['stDescription', 'tDescription', 0.5],
  ['AFIB', 'DIG', 8],
  ['AFLT', 'DIG', 4],
  ...never('STACH', ['DIG', 'LNGQT']),
  ...never('SVTAC', ['LNGQT', 'LOWT', 'NDT', 'EL', 'DIG']),
  ...never('PSVT', ['LNGQT', 'LOWT', 'NDT', 'EL', 'DIG']),
  ...never('AFLT', ['tDescription', 'LNGQT', 'EL']),
  // Patterns need their premature beats, and those carry one name.
  ...never('PAC', ['PRC(S)']),
  ...never('PVC', ['PRC(S)']),
  ...never('PRC(S)', ['BIGU', 'TRIGU']),
];

/** What must be there before a statement can be drawn: one of these. */
const requirements: Readonly<Record<string, readonly string[]>> = {
  ANEUR: groups.anteriorInfarct,
  BIGU: ['PVC', 'PAC'],
  TRIGU: ['PVC', 'PAC'],
};

const membersOf = (name: string): readonly string[] => (name in groups ? groups[name as Group] : [name]);

const factors = new Map<string, number>();
const toKey = (given: string, then: string) => `${given} → ${then}`;
const multiply = (key: string, factor: number) => factors.set(key, (factors.get(key) ?? 1) * factor);
for (const [given, then, factor] of rules) {
  for (const first of membersOf(given)) {
    for (const second of membersOf(then)) {
      multiply(toKey(first, second), factor);
      // What cannot be true together cannot be drawn in the other order either.
      if (factor === 0) multiply(toKey(second, first), 0);
    }
  }
}
// Nor is anything drawn beside what contradicts it.
for (const { code: one } of STATEMENTS) {
  for (const { code: other } of STATEMENTS) {
    if (findContradiction([one, other])) multiply(toKey(one, other), 0);
  }
}

/** Factor on the odds of a statement where others are already there; 0 where it cannot be true beside them. */
export function toAffinity(code: string, present: readonly string[]): number {
  const needed = requirements[code];
  if (needed && !needed.some((one) => present.includes(one))) return 0;
  return present.reduce((product, given) => product * (factors.get(toKey(given, code)) ?? 1), 1);
}
