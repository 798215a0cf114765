import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNodeBackend } from '../../tools/nodeBackend';
import { createFolderSource } from '../../tools/packFolder';
import { EVERY_FORMAT } from '../../tools/synthetic/everyFormat';
import { largestDifference } from '../../training/fixtures/answer';
import { simulate } from '../../training/simulator/simulate';
import type { Ecg } from '../ecg/ecg';
import { readEcg } from '../ecg/formats/registry';
import type { Manifest } from './manifest';
import { toModelInput } from './modelInput';
import { createNetwork, type Network } from './network';
import { readPack } from './pack';

const folder = fileURLToPath(new URL('../../public/models/demo', import.meta.url));
const MOST_DIFFERENCE = 2e-3;

/** A quiet ECG, an irregular one and a wide one. */
const ECGS = [
  simulate({ statements: ['NORM', 'SR'], ageYears: 44, sex: 'female', seed: 21 }).ecg,
  simulate({ statements: ['AFIB', 'ISCAL'], ageYears: 77, sex: 'male', seed: 22 }).ecg,
  simulate({ statements: ['CLBBB', 'SR'], ageYears: 68, sex: 'male', seed: 23 }).ecg,
];

describe.skipIf(!existsSync(folder))('the same ECG in every format (skipped where public/models/demo is absent)', () => {
  let network: Network;
  let input: Manifest['input'];
  let expected: readonly number[][];

  const toProbabilities = async (ecgs: readonly Ecg[]): Promise<number[][]> => {
    const predictions = await network.predict(ecgs.map((ecg) => toModelInput(ecg, input)));
    return predictions.map(({ probabilities }) => [...probabilities]);
  };

  beforeAll(async () => {
    const { manifest, weights } = await readPack(createFolderSource(folder));
    ({ input } = manifest);
    await startNodeBackend('wasm');
    network = createNetwork(manifest, weights);
    expected = await toProbabilities(ECGS);
  });
  afterAll(() => network.dispose());

  it.each(EVERY_FORMAT)('is read to the same predictions: $name', async ({ write, toStated }) => {
    const read = await Promise.all(ECGS.map((ecg) => readEcg(write(ecg), toStated?.(ecg))));
    const found = await toProbabilities(read);
    found.forEach((probabilities, i) => expect(largestDifference(probabilities, expected[i]!)).toBeLessThan(MOST_DIFFERENCE));
  });

  it('would tell a scale that is off by a tenth, and two leads that were swapped', async () => {
    const [ecg] = ECGS;
    const { leads } = ecg!;
    const scaled = Object.fromEntries(Object.entries(leads).map(([lead, samples]) => [lead, samples.map((value) => 1.1 * value)]));
    const wrong = [scaled as Ecg['leads'], { ...leads, V1: leads.V2, V2: leads.V1 }];
    for (const probabilities of await toProbabilities(wrong.map((other) => ({ ...ecg!, leads: other })))) {
      expect(largestDifference(probabilities, expected[0]!)).toBeGreaterThan(MOST_DIFFERENCE);
    }
  });
});
