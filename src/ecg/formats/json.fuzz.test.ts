import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeJson } from '../../../tools/synthetic/json/jsonWriter';
import { createRandom } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { createDamages, createWordDamages, pick } from './fixtures/damage';
import { isSoundWithGaps, readMutants } from './fixtures/readMutants';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeJson(ecg),
  writeJson(ecg, { shape: 'rows with names' }),
  writeJson(ecg, { shape: 'objects by lead', facts: { sampling_rate: 100, units: 'mV' } }),
  writeJson(ecg, { shape: 'list of leads' }),
];
const HEAD = 300;
const DAMAGES = [...createDamages(HEAD), ...createWordDamages(HEAD), ...createWordDamages(HEAD)];

describe('a damaged ECG in JSON', () => {
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
    expect(outcomes.read).toBeGreaterThan(100);
    expect(outcomes.refused).toBeGreaterThan(300);
  }, 60_000);
});
