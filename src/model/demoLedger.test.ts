import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNodeBackend } from '../../tools/nodeBackend';
import { createFolderSource } from '../../tools/packFolder';
import { readDemoFixture } from '../../training/fixtures/demoFixture';
import { STANDARD_LEADS } from '../ecg/lead';
import { type AverageEcg, findAverageEcg } from '../explanation/averageEcg';
import { explainStatement, SUM_TOLERANCE } from '../explanation/explainStatement';
import type { StatementExplanation } from '../explanation/explanation';
import { muteLeads } from '../explanation/muteLeads';
import { toRelativeExplanation } from '../explanation/relativeExplanation';
import { muteContributions } from '../explanation/whatIf';
import { createNetwork, type Network } from './network';
import { type Pack, readPack } from './pack';
import type { Prediction } from './prediction';

const folder = fileURLToPath(new URL('../../public/models/demo', import.meta.url));

describe.skipIf(!existsSync(folder))('the demo model’s ledgers (skipped where public/models/demo is absent)', () => {
  let pack: Pack;
  let network: Network;
  let inputs: readonly Float32Array[];
  let predictions: readonly Prediction[];
  let average: AverageEcg;
  beforeAll(async () => {
    pack = await readPack(createFolderSource(folder));
    await startNodeBackend('wasm');
    network = createNetwork(pack.manifest, pack.weights);
    inputs = readDemoFixture().inputs.slice(0, 5);
    predictions = await network.predict(inputs);
    average = findAverageEcg(pack.similarityReference)!;
  });
  afterAll(() => network.dispose());

  const explain = (prediction: Prediction, statement: number) =>
    explainStatement({ manifest: pack.manifest, fusion: pack.weights.fusion }, prediction, statement);
  const sumOf = ({ bias, contributions }: StatementExplanation) =>
    contributions.reduce((sum, { contribution }) => sum + contribution, bias);
  const forEachStatement = (check: (explanation: StatementExplanation) => void) =>
    predictions.forEach((prediction) => pack.manifest.statements.forEach((_, i) => check(explain(prediction, i))));

  it('has an average over all 2,000 held-out ECGs', () => {
    expect(average.ecgCount).toEqual({ fewest: 2000, most: 2000 });
  });

  it('add up for all 71 statements of 5 ECGs, absolute and relative, whole and with parts muted', () => {
    let count = 0;
    let most = 0;
    forEachStatement((absolute) => {
      const relative = toRelativeExplanation(absolute, average);
      expect(relative.logit).toBe(absolute.logit);
      for (const explanation of [absolute, relative]) {
        const [strongest] = explanation.contributions;
        const muted = muteContributions(explanation, { branches: ['global'], prototypes: [strongest!] });
        for (const shown of [explanation, muted]) most = Math.max(most, Math.abs(sumOf(shown) - shown.logit));
      }
      count += 1;
    });
    expect(count).toBe(5 * 71);
    console.info('ledgers, largest difference:', most);
    expect(most).toBeLessThan(SUM_TOLERANCE / 10);
  });

  it('start from a logit below 0 for most statements: an average ECG lacks most of 71', () => {
    const logits = pack.manifest.statements.map((_, i) => toRelativeExplanation(explain(predictions[0]!, i), average).bias);
    expect(logits.filter((logit) => logit < 0).length).toBeGreaterThan(60);
  });

  it('with twelve leads muted are those of a flat ECG, and with none those of the ECG itself', async () => {
    const [flat, all, none] = await network.predict([
      new Float32Array(inputs[0]!.length),
      muteLeads(inputs[0]!, STANDARD_LEADS, pack.manifest.input),
      muteLeads(inputs[0]!, [], pack.manifest.input),
    ]);
    expect(all!.logits).toEqual(flat!.logits);
    expect(all!.logits).not.toEqual(predictions[0]!.logits);
    none!.logits.forEach((logit, i) => expect(logit).toBeCloseTo(predictions[0]!.logits[i]!, 4));
  });

  it('with one lead muted differ and add up', async () => {
    const [without] = await network.predict([muteLeads(inputs[0]!, ['V1'], pack.manifest.input)]);
    const changes = pack.manifest.statements.map((_, i) => {
      const explanation = explain(without!, i);
      expect(Math.abs(sumOf(explanation) - explanation.logit)).toBeLessThan(SUM_TOLERANCE);
      return Math.abs(explanation.logit - predictions[0]!.logits[i]!);
    });
    expect(Math.max(...changes)).toBeGreaterThan(0.1);
  });
});
