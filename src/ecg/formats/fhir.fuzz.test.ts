import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeFhir } from '../../../tools/synthetic/fhir/fhirWriter';
import { createRandom } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { createDamages, createWordDamages, pick } from './fixtures/damage';
import { isSoundWithGaps, readMutants } from './fixtures/readMutants';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeFhir(ecg),
  writeFhir(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], release: 'R5', unit: 'uV', factor: 2 }),
  writeFhir(ecg, { within: 'Bundle', naming: 'text', marks: { V1: { 5: 'E' } } }),
];
const HEAD = 2500;
const DAMAGES = [...createDamages(HEAD), ...createWordDamages(HEAD), ...createWordDamages(HEAD)];

describe('a damaged FHIR Observation', () => {
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
    expect(outcomes.read).toBeGreaterThan(200);
    expect(outcomes.refused).toBeGreaterThan(300);
  }, 60_000);
});
