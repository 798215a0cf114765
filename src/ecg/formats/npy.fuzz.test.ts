import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeNpy } from '../../../tools/synthetic/npy/npyWriter';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { createDamaged, createDamages, createNumberDamages, createWordDamages } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeNpy(ecg),
  writeNpy(ecg, { type: '<i2', unitsPerMv: 1000, areColumns: true }),
  writeNpy(ecg, { type: '>f4', version: 2, isFortran: true }),
];
const HEAD = 128;
const DAMAGES = [...createDamages(HEAD), ...createWordDamages(HEAD), ...createNumberDamages(HEAD)];

describeDamage({
  what: 'a damaged NumPy array',
  toMutant: (random) => [createDamaged(FILES, DAMAGES, random)],
  isSound: isSoundWithGaps,
  stated: { samplingRateHz: 100, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS },
  leastRead: 100,
});
