import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readEcg } from '../src/ecg/formats/registry';
import { PUBLISHED_INPUT } from '../src/model/convert/convertModel';
import { toModelInput } from '../src/model/modelInput';
import type { BackendName } from '../src/model/protocol';
import { type Answer, deviationOf, type Deviation } from '../training/fixtures/answer';
import { DEMO_TOLERANCE, readDemoFixture } from '../training/fixtures/demoFixture';
import { DEMO, GOLDEN } from './support/places';

/** Runs recordings in batches through the page's own worker. */
async function predict(page: Page, pack: string, backend: BackendName, inputs: readonly Float32Array[]) {
  await page.goto('/e2e/harness/index.html');
  return page.evaluate(
    async ({ pack, backend, inputs }) => {
      const client = window.createInferenceClient();
      const loaded = await client.load(new URL(`/models/${pack}/`, location.href).href, [backend], () => undefined);
      const results: Answer[] = [];
      for (let first = 0; first < inputs.length; first += 5) {
        const batch = inputs.slice(first, first + 5).map((input) => Float32Array.from(input));
        const { predictions } = await client.predict(batch);
        for (const { branches, probabilities } of predictions) {
          const { windowSimilarity, windowCount, similarity } = branches.morphology;
          const morphology = Array.from(similarity, (_, prototype) => {
            const windows = [...windowSimilarity.subarray(prototype * windowCount, (prototype + 1) * windowCount)];
            return windows.indexOf(Math.max(...windows));
          });
          results.push({
            similarities: [...branches.rhythm.similarity, ...similarity, ...branches.global.similarity],
            probabilities: [...probabilities],
            bestWindows: { morphology },
          });
        }
      }
      client.dispose();
      return { backend: loaded.backend.backend, results };
    },
    { pack, backend, inputs: inputs.map((input) => [...input]) },
  );
}

async function readGolden(): Promise<{ inputs: Float32Array[]; expected: Answer[] }> {
  const { records } = JSON.parse(readFileSync(join(GOLDEN, 'expected.json'), 'utf8')) as {
    records: Record<string, Pick<Answer, 'similarities' | 'probabilities'> & { best_window: { partial: number[] } }>;
  };
  const inputs = await Promise.all(
    Object.keys(records).map(async (id) => {
      const name = `${id.padStart(5, '0')}_lr`;
      const stem = join(GOLDEN, 'ptbxl/records100', `${name.slice(0, 2)}000`, name);
      const files = ['.hea', '.dat'].map((ending) => ({
        name: name + ending,
        bytes: new Uint8Array(readFileSync(stem + ending)),
      }));
      return toModelInput(await readEcg(files), PUBLISHED_INPUT);
    }),
  );
  const expected = Object.values(records).map(({ similarities, probabilities, best_window }) => ({
    similarities,
    probabilities,
    bestWindows: { morphology: best_window.partial },
  }));
  return { inputs, expected };
}

test.describe('the golden checkpoint in the browser', () => {
  test.skip(!existsSync(GOLDEN), 'the golden checkpoint is not beside this clone');
  test.setTimeout(600_000);

  for (const [backend, dtype, similarity, probability] of [
    ['webgpu', 'float32', 1e-4, 1e-3],
    ['webgpu', 'float16', 2e-3, 0.05],
    ['wasm', 'float32', 1e-4, 1e-3],
  ] as const) {
    test(`gives on ${backend} what PyTorch computed, weights stored as ${dtype}`, async ({ page }) => {
      const { inputs, expected } = await readGolden();
      expect(inputs).toHaveLength(25);
      await expectAnswers(page, `golden-${dtype}`, backend, inputs, expected, { similarity, probability, equalWindows: 0.999 });
    });
  }
});

test.describe('the demo model in the browser', () => {
  test.skip(!existsSync(DEMO), 'public/models/demo is absent');
  test.setTimeout(300_000);

  for (const backend of ['webgpu', 'wasm'] as const) {
    test(`gives on ${backend} what PyTorch computed of 20 simulated ECGs`, async ({ page }) => {
      const { inputs, expected } = readDemoFixture();
      expect(inputs).toHaveLength(20);
      await expectAnswers(page, 'demo', backend, inputs, expected, DEMO_TOLERANCE);
    });
  }
});

async function expectAnswers(
  page: Page,
  pack: string,
  backend: BackendName,
  inputs: readonly Float32Array[],
  expected: readonly Answer[],
  tolerance: Deviation,
) {
  const found = await predict(page, pack, backend, inputs);
  expect(found.backend).toBe(backend);
  expect(found.results).toHaveLength(expected.length);
  const { similarity, probability, equalWindows } = deviationOf(found.results, expected);
  console.info(
    `${pack}, ${backend}: similarity ${similarity.toExponential(1)}, probability ${probability.toExponential(1)}, windows ${(100 * equalWindows).toFixed(2)} % equal`,
  );
  expect(similarity).toBeLessThan(tolerance.similarity);
  expect(probability).toBeLessThan(tolerance.probability);
  expect(equalWindows).toBeGreaterThanOrEqual(tolerance.equalWindows);
}

test('webgpu and wasm agree on the synthetic model', async ({ page }) => {
  const input = Float32Array.from({ length: 12_000 }, (_, i) => Math.sin(i * 0.07) * 0.4 + Math.sin((i % 83) * 0.9) * 0.2);
  const onGpu = await predict(page, 'synthetic', 'webgpu', [input]);
  const onWasm = await predict(page, 'synthetic', 'wasm', [input]);
  expect([onGpu.backend, onWasm.backend]).toEqual(['webgpu', 'wasm']);
  const { similarity, probability } = deviationOf(onGpu.results, onWasm.results);
  expect(similarity).toBeLessThan(1e-4);
  expect(probability).toBeLessThan(1e-3);
});
