import type { Ecg } from '../../ecg/ecg';
import { Problem } from '../../ecg/problem';
import { startWorker } from '../startWorker';
import workerUrl from './measure.worker.ts?worker&url';
import type { EcgMeasurements } from './measureEcg';
import type { MeasuringReply, MeasuringRequest } from './measuringProtocol';

/** Measures ECGs beside the page. */
export interface MeasuringClient {
  /**
   * Measures an ECG, one after the other in the order in which they were asked for.
   * @throws Problem when measuring failed.
   */
  measureEcg(ecg: Ecg): Promise<EcgMeasurements>;
}

interface Waiting {
  readonly ecg: Ecg;
  resolve(measured: EcgMeasurements | Promise<EcgMeasurements>): void;
  reject(reason: Error): void;
}

/**
 * Connects to a worker, started when it is first needed. Where none can be started, ECGs are measured on the page: it
 * halts for a moment, and the numbers are the same.
 */
export function createMeasuringClient(
  start: () => Worker = () => startWorker(workerUrl, 'measure'),
  measureHere: (ecg: Ecg) => Promise<EcgMeasurements> = measureOnPage,
): MeasuringClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | 'none' | undefined;
  let lastId = 0;

  function giveUp(): void {
    if (worker !== 'none') worker?.terminate();
    worker = 'none';
    for (const { ecg, resolve } of waiting.values()) resolve(measureHere(ecg));
    waiting.clear();
  }

  function connect(): Worker | 'none' {
    try {
      const started = start();
      // Nothing that measuring throws comes here: the worker could not be started, or not be understood.
      started.onerror = giveUp;
      started.onmessageerror = giveUp;
      started.onmessage = ({ data: reply }: MessageEvent<MeasuringReply>) => {
        const asker = waiting.get(reply.id);
        waiting.delete(reply.id);
        if (reply.kind === 'measured') asker?.resolve(reply.measured);
        else asker?.reject(new Problem(reply.sentence));
      };
      return started;
    } catch {
      return 'none';
    }
  }

  return {
    measureEcg(ecg) {
      worker ??= connect();
      if (worker === 'none') return measureHere(ecg);
      const to = worker;
      return new Promise((resolve, reject) => {
        const request: MeasuringRequest = { id: ++lastId, ecg };
        to.postMessage(request);
        waiting.set(request.id, { ecg, resolve, reject });
      });
    },
  };
}

async function measureOnPage(ecg: Ecg): Promise<EcgMeasurements> {
  const { measureEcg } = await import('./measureEcg');
  return measureEcg(ecg);
}
