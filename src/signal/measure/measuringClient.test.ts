import { beforeEach, describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgMeasurements } from './measureEcg';
import { createMeasuringClient, type MeasuringClient } from './measuringClient';
import type { MeasuringReply, MeasuringRequest } from './measuringProtocol';

/** A worker that a test answers for. */
class FakeWorker {
  onmessage: ((event: { data: MeasuringReply }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  readonly requests: MeasuringRequest[] = [];
  terminated = false;

  postMessage(request: MeasuringRequest): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }
}

const [one, two] = [1, 2].map((seed) => createSyntheticEcg({ seed, samplingRateHz: 100, seconds: 2 }));
const measurementsNamed = (name: string) => ({ name }) as unknown as EcgMeasurements;
let workers: FakeWorker[];
let measuredHere: unknown[];
let client: MeasuringClient;

beforeEach(() => {
  workers = [];
  measuredHere = [];
  client = createMeasuringClient(
    () => {
      workers.push(new FakeWorker());
      return workers.at(-1) as unknown as Worker;
    },
    (ecg) => {
      measuredHere.push(ecg);
      return Promise.resolve(measurementsNamed('here'));
    },
  );
});

describe('the measuring client', () => {
  it('starts one worker when it is needed, and gives each answer to the one who asked', async () => {
    expect(workers).toHaveLength(0);
    const answers = [client.measureEcg(one), client.measureEcg(two)];
    expect(workers).toHaveLength(1);
    const [first, second] = workers[0].requests;
    expect([first.ecg, second.ecg]).toEqual([one, two]);
    workers[0].onmessage!({ data: { id: second.id, kind: 'measured', measured: measurementsNamed('two') } });
    workers[0].onmessage!({ data: { id: first.id, kind: 'measured', measured: measurementsNamed('one') } });
    expect(await Promise.all(answers)).toEqual([measurementsNamed('one'), measurementsNamed('two')]);
    expect(measuredHere).toEqual([]);
  });

  it('passes on in one sentence that measuring failed, and keeps the worker', async () => {
    const failing = sentenceOf(() => client.measureEcg(one));
    workers[0].onmessage!({ data: { id: 1, kind: 'failed', sentence: 'Something broke.' } });
    expect(await failing).toBe('Something broke.');
    void client.measureEcg(two);
    expect(workers).toHaveLength(1);
    expect(measuredHere).toEqual([]);
  });

  it('measures on the page what a worker does that cannot start, and all that follows', async () => {
    const waiting = client.measureEcg(one);
    workers[0].onerror!();
    expect(await waiting).toEqual(measurementsNamed('here'));
    expect(await client.measureEcg(two)).toEqual(measurementsNamed('here'));
    expect(measuredHere).toEqual([one, two]);
    expect(workers).toHaveLength(1);
    expect(workers[0].terminated).toBe(true);
  });

  it('measures on the page where the browser refuses to make a worker', async () => {
    const refused = createMeasuringClient(
      () => {
        throw new Error('no workers here');
      },
      () => Promise.resolve(measurementsNamed('here')),
    );
    expect(await refused.measureEcg(one)).toEqual(measurementsNamed('here'));
  });

  it('measures on the page just as in the worker', async () => {
    const refused = createMeasuringClient(() => {
      throw new Error('no workers here');
    });
    expect((await refused.measureEcg(createSyntheticEcg({ seed: 1 }))).heartRatePerMinute.status).toBe('measured');
  });
});
