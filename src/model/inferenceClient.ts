import { Problem } from '../ecg/problem';
import { startWorker } from '../signal/startWorker';
import workerUrl from './inference.worker.ts?worker&url';
import type { Prediction } from './prediction';
import type { BackendName, BackendReport, LoadedPack, LoadProgress, Reply, Request } from './protocol';

/** The network as the page sees it: everything behind it happens in a worker. */
export interface InferenceClient {
  /**
   * Loads a pack, starts its network on the first of `backends` that answers as it should, and keeps it for predictions.
   *
   * @throws Problem when the pack cannot be used or no backend serves.
   */
  load(
    url: string,
    backends: readonly BackendName[],
    onProgress: (progress: LoadProgress) => void,
  ): Promise<LoadedPack>;
  /**
   * Runs a batch. After a fault of the device the worker is restarted once on the same backends, then without the one
   * that failed; listeners learn which backend serves from then on.
   *
   * @throws Problem when an input is refused or nothing can run the network any more.
   */
  predict(inputs: readonly Float32Array[]): Promise<{ predictions: readonly Prediction[]; milliseconds: number }>;
  /** Tells when another backend has taken over. Returns a function that stops telling. */
  onBackendChanged(listener: (backend: BackendReport) => void): () => void;
  /** Ends the worker; whatever is under way fails. */
  dispose(): void;
}

/** Thrown inside when a fresh worker may do better. */
class Fault extends Error {}

interface Loaded {
  readonly url: string;
  readonly backends: readonly BackendName[];
  readonly pack: LoadedPack;
}

/** Connects to a worker, started when it is first needed. */
export function createInferenceClient(
  start: () => Worker = () => startWorker(workerUrl, 'inference'),
): InferenceClient {
  const listeners = new Set<(backend: BackendReport) => void>();
  let connection: Connection | undefined;
  let loaded: Loaded | undefined;
  /** One at a time: predictions that failed together wait for the same fresh worker. */
  let recovery: Promise<void> | undefined;

  function close(reason: Error): void {
    connection?.close(reason);
    connection = undefined;
  }

  async function load(url: string, backends: readonly BackendName[], onProgress: (progress: LoadProgress) => void) {
    connection ??= createConnection(start());
    const used = connection;
    try {
      const reply = await used.send({ kind: 'load', url, backends }, onProgress);
      if (reply.kind !== 'loaded') throw new Fault(`unexpected reply ${reply.kind}`);
      loaded = { url, backends, pack: reply.pack };
      return reply.pack;
    } catch (error) {
      // A worker that failed may never answer again; the next load starts a fresh one.
      if (error instanceof Fault && connection === used) close(error);
      throw error;
    }
  }

  async function ask(inputs: readonly Float32Array[]) {
    await recovery;
    if (!connection) throw new Problem('No model is loaded.');
    const reply = await connection.send({ kind: 'predict', inputs });
    if (reply.kind !== 'predicted') throw new Fault(`unexpected reply ${reply.kind}`);
    return { predictions: reply.predictions, milliseconds: reply.milliseconds };
  }

  async function restart({ url, pack }: Loaded, backends: readonly BackendName[], reason: string) {
    close(new Fault('it was stopped'));
    const fresh = await load(url, backends, () => undefined);
    const report = { ...fresh.backend, passedOver: [reason, ...fresh.backend.passedOver] };
    if (report.backend !== pack.backend.backend) listeners.forEach((tell) => tell(report));
  }

  function recover(before: Loaded, backends: readonly BackendName[], reason: string): Promise<void> {
    recovery ??= restart(before, backends, reason).finally(() => (recovery = undefined));
    return recovery;
  }

  async function predict(inputs: readonly Float32Array[]) {
    const before = loaded;
    try {
      return await ask(inputs);
    } catch (error) {
      if (!(error instanceof Fault) || !before) throw error;
      const failed = before.pack.backend.backend;
      const reason = `${failed} failed while it was running (${error.message}).`;
      try {
        await recover(before, before.backends, reason);
        return await ask(inputs);
      } catch (again) {
        const rest = before.backends.filter((backend) => backend !== failed);
        if (!(again instanceof Fault) || rest.length === 0) throw again;
        await recover(before, rest, reason);
        return await ask(inputs);
      }
    }
  }

  return {
    load: (url, backends, onProgress) => load(url, backends, onProgress).catch(toProblem),
    predict: (inputs) => predict(inputs).catch(toProblem),
    onBackendChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    dispose() {
      close(new Problem('The network was stopped.'));
      loaded = undefined;
    },
  };
}

function toProblem(error: unknown): never {
  throw error instanceof Fault ? new Problem(`The network could not be run: ${error.message}`) : error;
}

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never;

interface Connection {
  send(request: Unnumbered<Request>, onProgress?: (progress: LoadProgress) => void): Promise<Reply>;
  /** Ends the worker; whatever is under way fails for this reason. */
  close(reason: Error): void;
}

/** Numbers requests and gives each reply to the one who asked. */
function createConnection(worker: Worker): Connection {
  const waiting = new Map<
    number,
    { resolve: (reply: Reply) => void; reject: (error: Error) => void; onProgress?: (progress: LoadProgress) => void }
  >();
  let lastId = 0;

  const failAll = (reason: Error) => {
    waiting.forEach(({ reject }) => reject(reason));
    waiting.clear();
  };
  worker.onerror = (event) => failAll(new Fault(event.message || 'its program could not be started'));
  worker.onmessageerror = () => failAll(new Fault('its answer could not be read'));
  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    const asker = waiting.get(reply.id);
    if (!asker) return;
    if (reply.kind === 'progress') {
      asker.onProgress?.(reply.progress);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind !== 'failed') asker.resolve(reply);
    else asker.reject(reply.isFault ? new Fault(reply.sentence) : new Problem(reply.sentence));
  };

  return {
    send: (request, onProgress) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
        worker.postMessage({ ...request, id });
      }),
    close(reason) {
      worker.terminate();
      failAll(reason);
    },
  };
}
