import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startNodeBackend } from '../../tools/nodeBackend';
import { createFolderSource } from '../../tools/packFolder';
import { deviationOf, largestDifference, toAnswer } from '../../training/fixtures/answer';
import { DEMO_TOLERANCE, type DemoFixture, readDemoFixture } from '../../training/fixtures/demoFixture';
import { createNetwork, type NetworkWeights } from './network';
import { readPack } from './pack';

const folder = fileURLToPath(new URL('../../public/models/demo', import.meta.url));

describe.skipIf(!existsSync(folder))('the demo pack (skipped where public/models/demo is absent)', () => {
  let fixture: DemoFixture;
  beforeAll(() => {
    fixture = readDemoFixture();
  });

  async function deviation(count: number, change?: (weights: NetworkWeights) => void) {
    const { checkpointSha256, inputs, expected, logits } = fixture;
    const { manifest, weights } = await readPack(createFolderSource(folder));
    expect(manifest.modelCard.checkpointSha256).toBe(checkpointSha256);
    change?.(weights);
    await startNodeBackend('wasm');
    const network = createNetwork(manifest, weights);
    const predictions = [];
    for (const input of inputs.slice(0, count)) predictions.push(...(await network.predict([input])));
    network.dispose();
    const answers = predictions.map((prediction) => toAnswer(prediction, manifest.branches));
    return {
      ...deviationOf(answers, expected.slice(0, count)),
      logit: Math.max(...predictions.map((prediction, i) => largestDifference(prediction.logits, logits[i]))),
    };
  }

  it('gives on wasm what PyTorch computed of 20 simulated ECGs', async () => {
    expect(fixture.inputs).toHaveLength(20);
    const found = await deviation(20);
    console.info('demo, wasm:', found);
    expect(found.similarity).toBeLessThan(DEMO_TOLERANCE.similarity);
    expect(found.logit).toBeLessThan(DEMO_TOLERANCE.logit);
    expect(found.probability).toBeLessThan(DEMO_TOLERANCE.probability);
    expect(found.equalWindows).toBeGreaterThanOrEqual(DEMO_TOLERANCE.equalWindows);
  });

  it('fails where one kernel is off by a hundredth, so the tolerance bites', async () => {
    const found = await deviation(3, ({ branches }) => {
      const { values } = branches.morphology.get('stem.kernel')!;
      values.forEach((value, i) => (values[i] = value * 1.01));
    });
    expect(found.similarity).toBeGreaterThan(DEMO_TOLERANCE.similarity);
    expect(found.logit).toBeGreaterThan(DEMO_TOLERANCE.logit);
    expect(found.probability).toBeGreaterThan(DEMO_TOLERANCE.probability);
    expect(found.equalWindows).toBeLessThan(DEMO_TOLERANCE.equalWindows);
  });
});
