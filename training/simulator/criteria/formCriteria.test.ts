import { describe, expect, it } from 'vitest';
import { measureEcg } from '../measure/measureEcg';
import { simulate } from '../simulate';
import type { Sex } from '../types';
import { FORM_CRITERIA } from './formCriteria';
import { countLostNormals } from './normalForm';

const SEEDS = Array.from({ length: 20 }, (_, index) => 5000 + 17 * index);
const toSex = (seed: number): Sex => (seed % 2 ? 'male' : 'female');
const toAge = (seed: number): number => 22 + ((seed * 7) % 62);

function measure(statements: readonly string[], seed: number) {
  const person = { ageYears: toAge(seed), sex: toSex(seed) };
  const { ecg, truth } = simulate({ statements, seed, nuisance: 'none', ...person });
  const measured = measureEcg(ecg, truth.beats);
  expect(measured, `${statements.join()} seed ${seed} has a whole beat`).toBeDefined();
  return { ...measured!, ...person };
}

describe('the criterion of each statement of form, measured in the waveform', () => {
  it.each([...FORM_CRITERIA])('%s', (code, { met, source }) => {
    const failed = SEEDS.filter((seed) => !met(measure([code, 'SR'], seed)));
    expect(failed, `${code}: ${source}`).toEqual([]);
  });
});

describe('normal ECGs', () => {
  const abnormal = [...FORM_CRITERIA];
  it.each(SEEDS)('seed %i fulfils the criterion of no abnormal statement', (seed) => {
    const measured = measure(['NORM', 'SR'], seed);
    expect(abnormal.filter(([, { met }]) => met(measured)).map(([code]) => code)).toEqual([]);
    expect(countLostNormals(measured, new Set(['NORM', 'SR']))).toBe(0);
  });
});
