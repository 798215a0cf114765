import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeJson } from '../../../tools/synthetic/json/jsonWriter';
import type { EcgFile } from '../ecgFile';
import { createDamaged, createDamages, createWordDamages } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeJson(ecg),
  writeJson(ecg, { shape: 'rows with names' }),
  writeJson(ecg, { shape: 'objects by lead', facts: { sampling_rate: 100, units: 'mV' } }),
  writeJson(ecg, { shape: 'list of leads' }),
];
const HEAD = 300;
const DAMAGES = [...createDamages(HEAD), ...createWordDamages(HEAD), ...createWordDamages(HEAD)];

describeDamage({
  what: 'a damaged ECG in JSON',
  toMutant: (random) => [createDamaged(FILES, DAMAGES, random)],
  isSound: isSoundWithGaps,
  leastRead: 100,
});
