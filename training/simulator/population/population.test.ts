import { describe, expect, it } from 'vitest';
import { STATEMENTS } from '../../../src/model/statements';
import { findContradiction } from '../contradictions';
import { createStream } from '../random';
import { toPrevalence } from './calibrate';
import { drawPatient } from './drawPatient';
import { TARGET_PREVALENCE } from './prevalence';

const COUNT = 20_000;
const patients = Array.from({ length: COUNT }, (_, index) => drawPatient(createStream(index + 1000, 'patient')));
const shareOf = (code: string, among: typeof patients) =>
  among.filter(({ statements }) => statements.includes(code)).length / among.length;

describe('drawPatient', () => {
  it('gives every statement its prevalence', () => {
    const prevalence = toPrevalence(patients);
    for (const [code, target] of TARGET_PREVALENCE) {
      const scatter = Math.sqrt((target * (1 - target)) / COUNT);
      expect(Math.abs(prevalence.get(code)! - target), code).toBeLessThan(4 * scatter + 0.04 * target);
    }
  });

  it('leaves 100 of every statement to train on in eight of ten folds', () => {
    const training = patients.filter((_, index) => index % 10 < 8);
    for (const { code } of STATEMENTS) {
      expect(training.filter(({ statements }) => statements.includes(code)).length, code).toBeGreaterThanOrEqual(100);
    }
  });

  it.each([
    ['rhythms', ['SR', 'SBRAD', 'STACH', 'SARRH', 'SVARR', 'AFIB', 'AFLT', 'SVTAC', 'PSVT', 'PACE']],
    ['bundle branch blocks', ['CLBBB', 'ILBBB', 'CRBBB', 'IRBBB', 'IVCD']],
    ['ventricles excited from elsewhere', ['PACE', 'WPW', 'CLBBB', '3AVB']],
    ['names of one ventricular mass', ['LVH', 'VCLVH', 'HVOLT', 'LVOLT', 'RVH', 'SEHYP']],
    ['readings of one ST segment', ['ISC_', 'ISCAL', 'INJAS', 'STD_', 'STE_', 'NST_', 'DIG']],
    ['readings of one T wave', ['NDT', 'NT_', 'TAB_', 'LOWT', 'INVT', 'ISCAN', 'EL']],
    ['names of one Q wave', ['IMI', 'ILMI', 'IPMI', 'IPLMI', 'QWAVE']],
    ['AV conductions', ['1AVB', '2AVB', '3AVB', 'WPW']],
    ['patterns of premature beats', ['BIGU', 'TRIGU']],
    ['names of one premature beat', ['PVC', 'PRC(S)']],
  ])('draws at most one of these %s: %s', (_, codes) => {
    for (const { statements } of patients) {
      expect(statements.filter((code) => codes.includes(code)).length, statements.join(' ')).toBeLessThanOrEqual(1);
    }
  });

  it('contradicts itself in no ECG', () => {
    for (const { statements } of patients) {
      expect(findContradiction(statements), statements.join(' ')).toBeUndefined();
    }
  });

  it('reads a left anterior block less often beside an inferior scar', () => {
    const inferior = patients.filter(({ statements }) => statements.some((code) => /^I(|L|P|PL)MI$/.test(code)));
    const anterior = patients.filter(({ statements }) => statements.some((code) => /^A(S||L)MI$/.test(code)));
    expect(shareOf('LAFB', inferior)).toBeLessThan(0.7 * shareOf('LAFB', anterior));
  });

  it('draws exactly one rhythm, and no statement twice', () => {
    const rhythms = ['SR', 'SBRAD', 'STACH', 'SARRH', 'SVARR', 'AFIB', 'AFLT', 'SVTAC', 'PSVT', 'PACE'];
    for (const { statements } of patients) {
      expect(statements.filter((code) => rhythms.includes(code))).toHaveLength(1);
      expect(new Set(statements).size).toBe(statements.length);
    }
  });

  it('calls every sinus rhythm without a finding normal, and nothing else', () => {
    const rhythms = ['SR', 'SBRAD', 'STACH', 'SARRH'];
    for (const { statements } of patients) {
      const alone = statements.every((code) => code === 'NORM' || rhythms.includes(code));
      expect(statements.includes('NORM'), statements.join(' ')).toBe(alone);
    }
  });

  it('reads no scar, mass, ST or T where the ventricle is excited from elsewhere', () => {
    const unreadable = ['IMI', 'ASMI', 'LMI', 'LVH', 'VCLVH', 'LAFB', 'ISC_', 'ISCAL', 'INJAS', 'STD_', 'NST_', 'NDT', 'QWAVE', 'LNGQT'];
    for (const { statements } of patients) {
      if (!['CLBBB', 'PACE', 'WPW', '3AVB'].some((code) => statements.includes(code))) continue;
      expect(statements.filter((code) => unreadable.includes(code)), statements.join(' ')).toEqual([]);
    }
  });

  it('reads P waves only where there are some', () => {
    for (const { statements } of patients.filter((one) => one.statements.includes('AFIB'))) {
      for (const code of ['1AVB', 'LPR', '2AVB', '3AVB', 'LAO/LAE', 'RAO/RAE', 'PAC', 'SR', 'NORM']) {
        expect(statements).not.toContain(code);
      }
    }
  });

  it('knows that hearts age', () => {
    const young = patients.filter(({ ageYears }) => ageYears < 40);
    const old = patients.filter(({ ageYears }) => ageYears > 75);
    for (const code of ['AFIB', 'LVH', 'IMI', 'CLBBB']) expect(shareOf(code, old)).toBeGreaterThan(shareOf(code, young));
    for (const code of ['NORM', 'SARRH', 'IRBBB']) expect(shareOf(code, young)).toBeGreaterThan(shareOf(code, old));
    expect(patients.every(({ ageYears }) => ageYears >= 18 && ageYears <= 95)).toBe(true);
  });

  it('gives bigeminy and trigeminy their premature beats', () => {
    for (const { statements } of patients) {
      if (!statements.includes('BIGU') && !statements.includes('TRIGU')) continue;
      expect(statements.includes('PVC') || statements.includes('PAC')).toBe(true);
    }
  });

  it('is the same for the same seed', () => {
    expect(drawPatient(createStream(4321, 'patient'))).toEqual(drawPatient(createStream(4321, 'patient')));
  });
});
