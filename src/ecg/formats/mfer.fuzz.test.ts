import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeMfer } from '../../../tools/synthetic/mfer/mferWriter';
import { createRandom } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { createDamages, createNumberDamages, pick } from './fixtures/damage';
import { isSoundWithGaps, readMutants } from './fixtures/readMutants';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeMfer(ecg),
  writeMfer(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], isLittleEndian: true, blockLength: 1 }),
  writeMfer(ecg, { dataType: 7, blockLength: 100, missing: { lead: 'V1', indices: [5], value: -9999 } }),
];
const HEAD = 330;
const DAMAGES = [...createDamages(HEAD), ...createNumberDamages(HEAD)];

describe('a damaged MFER file', () => {
  it('is read soundly or refused in one sentence, whatever the damage (1,500 mutants)', async () => {
    const random = createRandom(2025);
    const outcomes = await readMutants(
      1500,
      () => {
        const { name, bytes } = pick(FILES, random);
        return [{ name, bytes: pick(DAMAGES, random)(Uint8Array.from(bytes), random) }];
      },
      isSoundWithGaps,
    );
    // Neither outcome may become the only one, or the test would say nothing.
    expect(outcomes.read).toBeGreaterThan(300);
    expect(outcomes.refused).toBeGreaterThan(300);
  }, 60_000);
});
