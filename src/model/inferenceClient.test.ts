import { beforeEach, describe, expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createInferenceClient, type InferenceClient } from './inferenceClient';
import type { Prediction } from './prediction';
import type { BackendName, BackendReport, LoadedPack, LoadProgress, Reply, Request } from './protocol';

/** A worker that a test answers for. */
class FakeWorker {
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly requests: Request[] = [];
  terminated = false;

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  get last(): Request {
    return this.requests.at(-1)!;
  }

  answer(reply: Reply): void {
    this.onmessage!({ data: reply });
  }

  loads(backend: BackendName, passedOver: string[] = []): void {
    this.answer({ id: this.last.id, kind: 'loaded', pack: packOn(backend, passedOver) });
  }

  predicts(milliseconds: number, id = this.last.id): void {
    this.answer({ id, kind: 'predicted', predictions: [{} as Prediction], milliseconds });
  }

  fails(sentence: string, isFault: boolean, id = this.last.id): void {
    this.answer({ id, kind: 'failed', sentence, isFault });
  }
}

const packOn = (backend: BackendName, passedOver: string[]) =>
  ({ url: 'https://host/p/', backend: { backend, passedOver, selfCheck: { similarity: 0, probability: 0 } } }) as unknown as LoadedPack;

const input = new Float32Array(3);
const ALL: readonly BackendName[] = ['webgpu', 'wasm', 'cpu'];
let workers: FakeWorker[];
let client: InferenceClient;
let told: BackendReport[];

/** Lets all that was settled take its effect. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

async function loadOn(backend: BackendName, backends = ALL): Promise<FakeWorker> {
  const loading = client.load('https://host/p/', backends, () => undefined);
  workers.at(-1)!.loads(backend);
  await loading;
  return workers.at(-1)!;
}

beforeEach(() => {
  workers = [];
  told = [];
  client = createInferenceClient(() => {
    workers.push(new FakeWorker());
    return workers.at(-1) as unknown as Worker;
  });
  client.onBackendChanged((report) => told.push(report));
});

describe('the client', () => {
  it('starts no worker before it is needed', async () => {
    expect(await sentenceOf(() => client.predict([input]))).toBe('No model is loaded.');
    expect(workers).toEqual([]);
  });

  it('loads a pack and tells of the progress', async () => {
    const progress: LoadProgress[] = [];
    const loading = client.load('https://host/p/', ALL, (step) => progress.push(step));
    const [worker] = workers;
    expect(worker.last).toEqual({ id: 1, kind: 'load', url: 'https://host/p/', backends: ALL });
    worker.answer({ id: 1, kind: 'progress', progress: { step: 'weights', loadedBytes: 5, totalBytes: 9 } });
    worker.answer({ id: 99, kind: 'progress', progress: { step: 'checking', loadedBytes: 0, totalBytes: 0 } });
    worker.loads('webgpu');
    expect((await loading).backend.backend).toBe('webgpu');
    expect(progress).toEqual([{ step: 'weights', loadedBytes: 5, totalBytes: 9 }]);
    expect(told).toEqual([]);
  });

  it('gives each reply to the one who asked, whatever their order', async () => {
    const worker = await loadOn('wasm');
    const [first, second] = [client.predict([input]), client.predict([input, input])];
    await settle();
    const [, a, b] = worker.requests;
    expect(b).toMatchObject({ kind: 'predict', inputs: [input, input] });
    worker.predicts(22, b.id);
    worker.predicts(11, a.id);
    worker.predicts(33, a.id);
    expect([(await first).milliseconds, (await second).milliseconds]).toEqual([11, 22]);
    expect(workers).toHaveLength(1);
  });

  it('passes a problem on as it is and keeps the worker', async () => {
    const worker = await loadOn('wasm');
    const refused = sentenceOf(() => client.predict([input]));
    await settle();
    worker.fails('The network needs 12000 samples and was given 3.', false);
    expect(await refused).toBe('The network needs 12000 samples and was given 3.');
    expect(worker.terminated).toBe(false);

    const loading = sentenceOf(() => client.load('https://host/q/', ALL, () => undefined));
    worker.fails('The pack file a was altered.', false);
    expect(await loading).toBe('The pack file a was altered.');
    expect(workers).toHaveLength(1);
  });
});

describe('after a fault of the device', () => {
  it('the worker is restarted once on the same backends, and nothing is told where the same one serves', async () => {
    const first = await loadOn('webgpu');
    const predicting = client.predict([input]);
    await settle();
    first.fails('device lost', true);
    await settle();
    expect(first.terminated).toBe(true);
    expect(workers[1].last).toMatchObject({ kind: 'load', url: 'https://host/p/', backends: ALL });
    workers[1].loads('webgpu');
    await settle();
    expect(workers[1].last).toMatchObject({ kind: 'predict', inputs: [input] });
    workers[1].predicts(7);
    expect((await predicting).milliseconds).toBe(7);
    expect(told).toEqual([]);
  });

  it('listeners learn that another backend serves since the restart, and why', async () => {
    const first = await loadOn('webgpu');
    const predicting = client.predict([input]);
    await settle();
    first.onerror!({ message: 'device lost' });
    await settle();
    workers[1].loads('wasm', ['WebGPU is not available here.']);
    await settle();
    workers[1].predicts(7);
    await predicting;
    expect(told.map(({ backend, passedOver }) => [backend, ...passedOver])).toEqual([
      ['wasm', 'webgpu failed while it was running (device lost).', 'WebGPU is not available here.'],
    ]);
  });

  it.each(['prediction', 'restart'] as const)('the failed backend is left out after its second fault (in the %s)', async (second) => {
    const first = await loadOn('webgpu');
    const predicting = client.predict([input]);
    await settle();
    first.fails('device lost', true);
    await settle();
    if (second === 'prediction') {
      workers[1].loads('webgpu');
      await settle();
    }
    workers[1].fails('device lost again', true);
    await settle();
    expect(workers[1].terminated).toBe(true);
    expect(workers[2].last).toMatchObject({ kind: 'load', backends: ['wasm', 'cpu'] });
    workers[2].loads('wasm');
    await settle();
    workers[2].predicts(9);
    expect((await predicting).milliseconds).toBe(9);
    expect(told.map(({ backend, passedOver }) => [backend, ...passedOver])).toEqual([
      ['wasm', 'webgpu failed while it was running (device lost).'],
    ]);
  });

  it('the third fault is the end, in one sentence', async () => {
    const first = await loadOn('wasm');
    const predicting = sentenceOf(() => client.predict([input]));
    await settle();
    first.fails('out of memory', true);
    for (const number of [1, 2]) {
      await settle();
      workers[number].loads('cpu');
      await settle();
      workers[number].fails('out of memory', true);
    }
    expect(await predicting).toBe('The network could not be run: out of memory');
    expect(workers).toHaveLength(3);
  });

  it('there is nothing to fall back to where only one backend was wanted', async () => {
    const first = await loadOn('wasm', ['wasm']);
    const predicting = sentenceOf(() => client.predict([input]));
    await settle();
    first.fails('out of memory', true);
    await settle();
    workers[1].fails('out of memory', true);
    expect(await predicting).toBe('The network could not be run: out of memory');
    expect(workers).toHaveLength(2);
  });

  it('a pack that cannot be read again is a problem, not a reason for another restart', async () => {
    const first = await loadOn('webgpu');
    const predicting = sentenceOf(() => client.predict([input]));
    await settle();
    first.fails('device lost', true);
    await settle();
    workers[1].fails('The server does not answer.', false);
    expect(await predicting).toBe('The server does not answer.');
    expect(workers).toHaveLength(2);
  });

  it('predictions that fail together share one restart', async () => {
    const first = await loadOn('webgpu');
    const both = Promise.all([client.predict([input]), client.predict([input, input])]);
    await settle();
    first.onerror!({ message: 'device lost' });
    await settle();
    expect(workers).toHaveLength(2);
    const late = client.predict([input, input, input]);
    await settle();
    expect(workers[1].requests).toHaveLength(1);
    workers[1].loads('wasm');
    await settle();
    const asked = workers[1].requests.slice(1);
    asked.forEach((request) => workers[1].predicts((request as { inputs: readonly Float32Array[] }).inputs.length, request.id));
    expect([...(await both), await late].map(({ milliseconds }) => milliseconds)).toEqual([1, 2, 3]);
    expect(told).toHaveLength(1);
  });

  it('a listener that went away is told nothing', async () => {
    const other: BackendReport[] = [];
    const stop = client.onBackendChanged((report) => other.push(report));
    stop();
    const first = await loadOn('webgpu');
    const predicting = client.predict([input]);
    await settle();
    first.fails('device lost', true);
    await settle();
    workers[1].loads('cpu');
    await settle();
    workers[1].predicts(1);
    await predicting;
    expect([told.length, other.length]).toEqual([1, 0]);
  });
});

describe('a worker that does not start, or whose answers cannot be read', () => {
  it.each([
    ['', 'its program could not be started'],
    ['SyntaxError', 'SyntaxError'],
  ])('ends the loading with a sentence (%s), and the next load has a fresh one', async (message, shown) => {
    const loading = sentenceOf(() => client.load('https://host/p/', ALL, () => undefined));
    workers[0].onerror!({ message });
    expect(await loading).toBe(`The network could not be run: ${shown}`);
    expect(workers[0].terminated).toBe(true);
    await loadOn('wasm');
    expect(workers).toHaveLength(2);
  });

  it('ends the loading after an answer that cannot be read', async () => {
    const loading = sentenceOf(() => client.load('https://host/p/', ALL, () => undefined));
    workers[0].onmessageerror!();
    expect(await loading).toBe('The network could not be run: its answer could not be read');
  });
});

describe('disposing', () => {
  it('fails what is under way, ends the worker and starts no other', async () => {
    const worker = await loadOn('webgpu');
    const [predicting, loading] = [
      sentenceOf(() => client.predict([input])),
      sentenceOf(() => client.load('https://host/q/', ALL, () => undefined)),
    ];
    await settle();
    client.dispose();
    expect([await predicting, await loading]).toEqual(['The network was stopped.', 'The network was stopped.']);
    await settle();
    expect(worker.terminated).toBe(true);
    expect(workers).toHaveLength(1);
    expect(await sentenceOf(() => client.predict([input]))).toBe('No model is loaded.');
  });

  it('ends a restart', async () => {
    const first = await loadOn('webgpu');
    const predicting = sentenceOf(() => client.predict([input]));
    await settle();
    first.fails('device lost', true);
    await settle();
    client.dispose();
    expect(await predicting).toBe('The network was stopped.');
    await settle();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });
});
