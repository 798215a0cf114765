import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { toMatMatrix, writeMat4, writeMat5 } from '../../../tools/synthetic/mat/matWriter';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { createDamaged, createDamages, createNumberDamages } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeMat4({ val: { ...toMatMatrix(ecg, 1000), storedAs: 'int16' } }),
  writeMat5({ val: toMatMatrix(ecg) }),
  writeMat5({ ECG: { sex: 'Male', age: 63, data: toMatMatrix(ecg), leads: ['I', 'II'] } }, { isCompressed: false }),
];
const HEAD = 420;
const DAMAGES = [...createDamages(HEAD), ...createNumberDamages(HEAD)];

describeDamage({
  what: 'a damaged MATLAB file',
  toMutant: (random) => [createDamaged(FILES, DAMAGES, random)],
  isSound: isSoundWithGaps,
  stated: { samplingRateHz: 100, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS },
  leastRead: 100,
});
