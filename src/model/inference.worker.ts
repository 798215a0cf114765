import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import wasmSimdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import wasmThreadedUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { Problem, toSentence } from '../ecg/problem';
import { createFetchSource } from './fetchSource';
import type { Network } from './network';
import { readPack } from './pack';
import type { Reply, Request } from './protocol';
import { startNetwork } from './startNetwork';

const wasmFiles = Object.fromEntries(
  Object.entries({
    'tfjs-backend-wasm.wasm': wasmUrl,
    'tfjs-backend-wasm-simd.wasm': wasmSimdUrl,
    'tfjs-backend-wasm-threaded-simd.wasm': wasmThreadedUrl,
  }).map(([name, url]) => [name, new URL(url, import.meta.url).href]),
);

let network: Network | undefined;

const reply = (message: Reply) => self.postMessage(message);

async function load({ id, url, backends }: Extract<Request, { kind: 'load' }>): Promise<void> {
  network?.dispose();
  network = undefined;
  reply({ id, kind: 'progress', progress: { step: 'manifest', loadedBytes: 0, totalBytes: 0 } });
  const pack = await readPack(createFetchSource(url), (loadedBytes, totalBytes) =>
    reply({ id, kind: 'progress', progress: { step: 'weights', loadedBytes, totalBytes } }),
  );
  reply({ id, kind: 'progress', progress: { step: 'checking', loadedBytes: 0, totalBytes: 0 } });
  const started = await startNetwork(pack, backends, wasmFiles);
  network = started.network;
  const { manifest, sha256, weights, similarityReference } = pack;
  const { fusion } = weights;
  reply({ id, kind: 'loaded', pack: { url, manifest, sha256, fusion, similarityReference, backend: started.report } });
}

async function predict({ id, inputs }: Extract<Request, { kind: 'predict' }>): Promise<void> {
  if (!network) throw new Problem('No model is loaded.');
  const start = performance.now();
  const predictions = await network.predict(inputs);
  reply({ id, kind: 'predicted', predictions, milliseconds: performance.now() - start });
}

/** Requests are served one after the other: a load must not pull the network from under a prediction. */
let last: Promise<void> = Promise.resolve();

self.onmessage = ({ data: request }: MessageEvent<Request>) => {
  last = last
    .then(() => (request.kind === 'load' ? load(request) : predict(request)))
    .catch((error: unknown) =>
      reply({ id: request.id, kind: 'failed', sentence: toSentence(error), isFault: !(error instanceof Problem) }),
    );
};
