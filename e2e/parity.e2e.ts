import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readEcg } from '../src/ecg/formats/registry';
import { PUBLISHED_INPUT } from '../src/model/convert/convertModel';
import { toModelInput } from '../src/model/modelInput';
import type { BackendName } from '../src/model/protocol';
import { GOLDEN } from './support/places';

interface GoldenRecord {
  readonly similarities: readonly number[];
  readonly probabilities: readonly number[];
  readonly best_window: { readonly partial: readonly number[] };
}

/** What the page's worker computed, small enough to hand over. */
interface Result {
  readonly similarities: readonly number[];
  readonly probabilities: readonly number[];
  readonly morphologyWindows: readonly number[];
}

/** Runs recordings in batches through the page's own worker. */
async function predict(page: Page, pack: string, backend: BackendName, inputs: readonly Float32Array[]) {
  await page.goto('/e2e/harness/index.html');
  return page.evaluate(
    async ({ pack, backend, inputs }) => {
      const client = window.createInferenceClient();
      const loaded = await client.load(new URL(`/models/${pack}/`, location.href).href, [backend], () => undefined);
      const results: Result[] = [];
      for (let first = 0; first < inputs.length; first += 5) {
        const batch = inputs.slice(first, first + 5).map((input) => Float32Array.from(input));
        const { predictions } = await client.predict(batch);
        for (const { branches, probabilities } of predictions) {
          const { windowSimilarity, windowCount, similarity } = branches.morphology;
          results.push({
            similarities: [...branches.rhythm.similarity, ...similarity, ...branches.global.similarity],
            probabilities: [...probabilities],
            morphologyWindows: Array.from(similarity, (_, prototype) => {
              const windows = [...windowSimilarity.subarray(prototype * windowCount, (prototype + 1) * windowCount)];
              return windows.indexOf(Math.max(...windows));
            }),
          });
        }
      }
      client.dispose();
      return { backend: loaded.backend.backend, results };
    },
    { pack, backend, inputs: inputs.map((input) => [...input]) },
  );
}

async function readGolden(): Promise<{ inputs: Float32Array[]; expected: GoldenRecord[] }> {
  const { records } = JSON.parse(readFileSync(join(GOLDEN, 'expected.json'), 'utf8')) as {
    records: Record<string, GoldenRecord>;
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
  return { inputs, expected: Object.values(records) };
}

const largest = (a: readonly number[], b: readonly number[]) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);

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
      const found = await predict(page, `golden-${dtype}`, backend, inputs);
      expect(found.backend).toBe(backend);
      expect(found.results).toHaveLength(25);
      let windows = 0;
      let equal = 0;
      found.results.forEach((result, i) => {
        expect(largest(result.similarities, expected[i].similarities)).toBeLessThan(similarity);
        expect(largest(result.probabilities, expected[i].probabilities)).toBeLessThan(probability);
        windows += result.morphologyWindows.length;
        equal += result.morphologyWindows.filter((window, p) => window === expected[i].best_window.partial[p]).length;
      });
      console.info(
        `golden, ${backend}, ${dtype}: similarity ${Math.max(...found.results.map((r, i) => largest(r.similarities, expected[i].similarities))).toExponential(1)}, probability ${Math.max(...found.results.map((r, i) => largest(r.probabilities, expected[i].probabilities))).toExponential(1)}, windows ${((100 * equal) / windows).toFixed(2)} % equal`,
      );
      expect(equal / windows).toBeGreaterThanOrEqual(0.999);
    });
  }
});

test('webgpu and wasm agree on the synthetic model', async ({ page }) => {
  const input = Float32Array.from({ length: 12_000 }, (_, i) => Math.sin(i * 0.07) * 0.4 + Math.sin((i % 83) * 0.9) * 0.2);
  const onGpu = await predict(page, 'synthetic', 'webgpu', [input]);
  const onWasm = await predict(page, 'synthetic', 'wasm', [input]);
  expect([onGpu.backend, onWasm.backend]).toEqual(['webgpu', 'wasm']);
  expect(largest(onGpu.results[0].similarities, onWasm.results[0].similarities)).toBeLessThan(1e-4);
  expect(largest(onGpu.results[0].probabilities, onWasm.results[0].probabilities)).toBeLessThan(1e-3);
});
