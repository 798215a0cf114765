import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeFhir } from '../../../tools/synthetic/fhir/fhirWriter';
import type { EcgFile } from '../ecgFile';
import { createDamaged, createDamages, createWordDamages } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeFhir(ecg),
  writeFhir(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], release: 'R5', unit: 'uV', factor: 2 }),
  writeFhir(ecg, { within: 'Bundle', naming: 'text', marks: { V1: { 5: 'E' } } }),
];
const HEAD = 2500;
const DAMAGES = [...createDamages(HEAD), ...createWordDamages(HEAD), ...createWordDamages(HEAD)];

describeDamage({
  what: 'a damaged FHIR Observation',
  toMutant: (random) => [createDamaged(FILES, DAMAGES, random)],
  isSound: isSoundWithGaps,
  leastRead: 200,
});
