import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Answer, deviationOf, toAnswer } from '../../training/fixtures/answer';
import { createFixtureInput } from '../../training/fixtures/fixtureInput';
import { startNodeBackend } from '../../tools/nodeBackend';
import { readEcg } from '../ecg/formats/registry';
import { BRANCHES, type BranchName, perBranch } from './branch';
import { readCheckpoint } from './checkpoint/readCheckpoint';
import { type ConvertedModel, convertModel, PUBLISHED_INPUT } from './convert/convertModel';
import { storeTensors } from './convert/storeTensors';
import { toModelInput } from './modelInput';
import { createNetwork, type NetworkManifest, type NetworkWeights } from './network';
import type { BackendName } from './protocol';

const TOLERANCE = {
  float32: { similarity: 1e-4, probability: 1e-3 },
  float16: { similarity: 2e-3, probability: 0.05 },
} as const;

async function readModel(path: string): Promise<ConvertedModel> {
  return convertModel((await readCheckpoint(new Uint8Array(readFileSync(path)))).tensors, path);
}

function toNetwork(model: ConvertedModel, dtype: 'float16' | 'float32') {
  const manifest: NetworkManifest = {
    input: PUBLISHED_INPUT,
    branches: BRANCHES.map((name) => model.branches[name].manifest),
  };
  const weights: NetworkWeights = {
    fusion: model.fusion,
    branches: perBranch((name) => storeTensors(model.branches[name], dtype)),
  };
  return createNetwork(manifest, weights);
}

async function predict(model: ConvertedModel, dtype: 'float16' | 'float32', backend: BackendName, inputs: Float32Array[]) {
  await startNodeBackend(backend);
  const network = toNetwork(model, dtype);
  const branches = BRANCHES.map((name) => model.branches[name].manifest);
  const answers: Answer[] = [];
  for (let i = 0; i < inputs.length; i += 5) {
    const predictions = await network.predict(inputs.slice(i, i + 5));
    answers.push(...predictions.map((prediction) => toAnswer(prediction, branches)));
  }
  network.dispose();
  return answers;
}

describe.each([18, 34, 50])('a tiny ResNet-%i checkpoint that PyTorch made', (depth) => {
  const folder = new URL('../../training/fixtures/', import.meta.url).pathname;
  const { outputs } = JSON.parse(readFileSync(`${folder}tiny${depth}.expected.json`, 'utf8')) as {
    outputs: {
      branches: Record<BranchName, { similarity: number[]; bestWindow: number[] }>;
      probabilities: number[];
    }[];
  };
  const expected = outputs.map(
    ({ branches, probabilities }): Answer => ({
      similarities: BRANCHES.flatMap((name) => branches[name].similarity),
      probabilities,
      bestWindows: { morphology: branches.morphology.bestWindow, global: branches.global.bestWindow },
    }),
  );
  const inputs = outputs.map((_, number) => createFixtureInput(number));

  it.each(['wasm', 'cpu'] as const)('gives the same on %s', async (backend) => {
    const model = await readModel(`${folder}tiny${depth}.ckpt`);
    const found = deviationOf(await predict(model, 'float32', backend, inputs), expected);
    expect(found.similarity).toBeLessThan(TOLERANCE.float32.similarity);
    expect(found.probability).toBeLessThan(TOLERANCE.float32.probability);
    expect(found.equalWindows).toBeGreaterThanOrEqual(0.999);
  });

  it('fails where one kernel is off by a hundredth, so the tolerance bites', async () => {
    const model = await readModel(`${folder}tiny${depth}.ckpt`);
    const { values } = model.branches.morphology.tensors.get('stem.kernel')!;
    values.forEach((value, i) => (values[i] = value * 1.01));
    const found = deviationOf(await predict(model, 'float32', 'wasm', inputs), expected);
    expect(found.similarity).toBeGreaterThan(TOLERANCE.float32.similarity);
  });
});

const golden = new URL('../../../shared/golden/', import.meta.url).pathname;

describe.skipIf(!existsSync(golden))('the golden checkpoint (skipped where ../shared/golden is absent)', () => {
  interface GoldenRecord {
    similarities: number[];
    probabilities: number[];
    best_window: { partial: number[]; global: number[] };
  }
  const load = async () => {
    const { records } = JSON.parse(readFileSync(`${golden}expected.json`, 'utf8')) as {
      records: Record<string, GoldenRecord>;
    };
    const expected = Object.values(records).map(
      ({ similarities, probabilities, best_window }): Answer => ({
        similarities,
        probabilities,
        bestWindows: { morphology: best_window.partial, global: best_window.global },
      }),
    );
    const inputs = await Promise.all(
      Object.keys(records).map(async (id) => {
        const name = `${id.padStart(5, '0')}_lr`;
        const stem = `${golden}ptbxl/records100/${id.padStart(5, '0').slice(0, 2)}000/${name}`;
        const files = ['.hea', '.dat'].map((ending) => ({
          name: name + ending,
          bytes: new Uint8Array(readFileSync(stem + ending)),
        }));
        return toModelInput(await readEcg(files), PUBLISHED_INPUT);
      }),
    );
    return { expected, inputs, model: await readModel(`${golden}fusion.ckpt`) };
  };

  it.each(['float32', 'float16'] as const)('gives on wasm what PyTorch computed, weights stored as %s', async (dtype) => {
    const { expected, inputs, model } = await load();
    expect(inputs).toHaveLength(25);
    const found = deviationOf(await predict(model, dtype, 'wasm', inputs), expected);
    console.info(`golden, wasm, ${dtype}:`, found);
    expect(found.similarity).toBeLessThan(TOLERANCE[dtype].similarity);
    expect(found.probability).toBeLessThan(TOLERANCE[dtype].probability);
    expect(found.equalWindows).toBeGreaterThanOrEqual(0.999);
  });

  it('fails the float32 tolerance with float16 weights, and the float16 tolerance with weights of 8 bits', async () => {
    const { expected, inputs, model } = await load();
    const half = deviationOf(await predict(model, 'float16', 'wasm', inputs.slice(0, 3)), expected.slice(0, 3));
    expect(half.similarity).toBeGreaterThan(TOLERANCE.float32.similarity);
    for (const name of BRANCHES) {
      for (const [key, { values }] of model.branches[name].tensors) {
        if (!key.endsWith('.kernel')) continue;
        const step = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
        values.forEach((value, i) => (values[i] = Math.round(value / step) * step));
      }
    }
    const eighth = deviationOf(await predict(model, 'float32', 'wasm', inputs.slice(0, 3)), expected.slice(0, 3));
    expect(eighth.similarity).toBeGreaterThan(TOLERANCE.float16.similarity);
    expect(eighth.probability).toBeGreaterThan(TOLERANCE.float16.probability);
    expect(eighth.equalWindows).toBeLessThan(0.999);
  });
});
