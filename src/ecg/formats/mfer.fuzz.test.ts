import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeMfer } from '../../../tools/synthetic/mfer/mferWriter';
import type { EcgFile } from '../ecgFile';
import { createDamaged, createDamages, createNumberDamages } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeMfer(ecg),
  writeMfer(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], isLittleEndian: true, blockLength: 1 }),
  writeMfer(ecg, { dataType: 7, blockLength: 100, missing: { lead: 'V1', indices: [5], value: -9999 } }),
];
const HEAD = 330;
const DAMAGES = [...createDamages(HEAD), ...createNumberDamages(HEAD)];

describeDamage({
  what: 'a damaged MFER file',
  toMutant: (random) => [createDamaged(FILES, DAMAGES, random)],
  isSound: isSoundWithGaps,
  leastRead: 300,
});
