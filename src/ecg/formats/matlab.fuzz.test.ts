import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { toMatMatrix, writeMat4, writeMat5 } from '../../../tools/synthetic/mat/matWriter';
import { createRandom } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { createDamages, createNumberDamages, pick } from './fixtures/damage';
import { isSoundWithGaps, readMutants } from './fixtures/readMutants';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeMat4({ val: { ...toMatMatrix(ecg, 1000), storedAs: 'int16' } }),
  writeMat5({ val: toMatMatrix(ecg) }),
  writeMat5({ ECG: { sex: 'Male', age: 63, data: toMatMatrix(ecg), leads: ['I', 'II'] } }, { isCompressed: false }),
];
const HEAD = 420;
const DAMAGES = [...createDamages(HEAD), ...createNumberDamages(HEAD)];

describe('a damaged MATLAB file', () => {
  it('is read soundly or refused in one sentence, whatever the damage (1,500 mutants)', async () => {
    const random = createRandom(2025);
    const outcomes = await readMutants(
      1500,
      () => {
        const { name, bytes } = pick(FILES, random);
        return [{ name, bytes: pick(DAMAGES, random)(Uint8Array.from(bytes), random) }];
      },
      isSoundWithGaps,
      { samplingRateHz: 100, microvoltsPerUnit: 1000, leadOrder: STANDARD_LEADS },
    );
    // Neither outcome may become the only one, or the test would say nothing.
    expect(outcomes.read).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(300);
  }, 60_000);
});
