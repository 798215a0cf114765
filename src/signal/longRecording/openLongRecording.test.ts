import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeEdf } from '../../../tools/synthetic/edf/edfWriter';
import { writeIshne } from '../../../tools/synthetic/ishne/ishneWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../../ecg/ecgFile';
import { readEcg } from '../../ecg/formats/registry';
import { toMemorySource } from '../../ecg/memorySource';
import { toExcerpt } from '../../ecg/excerpt';
import { toQualityScore } from '../quality/qualityScore';
import { readOverview } from '../readOverview';
import type { LongRecordingReply, LongRecordingRequest, ReadingProgress } from './longRecordingProtocol';
import { openLongRecording } from './openLongRecording';
import { serveLongRecording } from './serveLongRecording';

/** A worker that does its work on the spot, between messages that are copied as a browser copies them. */
class NearWorker {
  onmessage: ((event: { data: LongRecordingReply }) => void) | null = null;
  onerror: (() => void) | null = null;
  onmessageerror: (() => void) | null = null;
  isTerminated = false;
  readonly #serve = serveLongRecording((message) => {
    const data = structuredClone(message);
    if (!this.isTerminated) this.onmessage?.({ data });
  });

  postMessage(request: LongRecordingRequest): void {
    if (!this.isTerminated) void this.#serve(request);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

const SECONDS = 1400;
const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100, seconds: SECONDS });
const toFile = ({ name, bytes }: EcgFile) => new File([Uint8Array.from(bytes)], name);

function open(file: EcgFile, controller = new AbortController(), onProgress: (progress: ReadingProgress) => void = () => undefined) {
  const worker = new NearWorker();
  const opening = openLongRecording(toFile(file), { onProgress, signal: controller.signal }, () => worker as unknown as Worker);
  return { worker, opening };
}

describe('a long recording', () => {
  it.each([writeIshne(ecg), writeEdf(ecg), writeEdf(ecg, { kind: 'BDF', plus: 'D' })])('is opened with its overview and read in parts: $name', async (file) => {
    const told: ReadingProgress[] = [];
    const { opening, worker } = open(file, undefined, (progress) => told.push(progress));
    const { source, overview } = (await opening)!;
    expect(told.map(({ share }) => share)).toEqual([2 ** 17 / (100 * SECONDS), 1]);
    expect(told[0]!.durationSeconds).toBe(SECONDS);
    expect(source).toMatchObject({ samplingRateHz: 100, sampleCount: 100 * SECONDS });

    const whole = await readEcg([file]);
    const reading = { windowSeconds: 10, scoreQuality: toQualityScore, chunkSeconds: SECONDS, afterChunk: () => undefined };
    expect(overview).toEqual(await readOverview(toMemorySource(whole), reading));
    expect(overview.windows.quality.some((score) => score > 0)).toBe(true);
    const parts = [[0, 1000], [131_000, 1500], [139_999, 1]] as const;
    const read = await Promise.all(parts.map(([first, count]) => source.readExcerpt(first, count)));
    for (const [index, [first, count]] of parts.entries()) expect(read[index]!.leads).toEqual(toExcerpt(whole, first, count).leads);
    expect(read[0]!.scale).toBe(whole.scale);
    expect(worker.isTerminated).toBe(false);
  });

  it('is not read beyond its ends', async () => {
    const { source } = (await open(writeIshne(ecg)).opening)!;
    for (const [first, count] of [[-1, 10], [100 * SECONDS - 9, 10], [0, 0], [0.5, 10]] as const) {
      await expect(source.readExcerpt(first, count)).rejects.toThrow(RangeError);
    }
  });

  it('ends its worker at once when reading is cancelled, and tells nothing after', async () => {
    const controller = new AbortController();
    let told = 0;
    const { opening, worker } = open(writeIshne(ecg), controller, () => {
      told++;
      controller.abort();
    });
    await expect(opening).rejects.toThrow('aborted');
    expect([worker.isTerminated, told]).toEqual([true, 1]);
    const never = open(writeIshne(ecg), controller);
    await expect(never.opening).rejects.toBe(controller.signal.reason);
    expect(never.worker.isTerminated).toBe(true);
  });

  it('that is open stays so when its reading can no longer be cancelled', async () => {
    const controller = new AbortController();
    const { opening, worker } = open(writeIshne(ecg), controller);
    await opening;
    controller.abort();
    expect(worker.isTerminated).toBe(false);
  });

  it('that is closed gives no part any more', async () => {
    const { opening, worker } = open(writeIshne(ecg));
    const { source } = (await opening)!;
    const sentences = [sentenceOf(() => source.readExcerpt(0, 1000))];
    source.close();
    expect(worker.isTerminated).toBe(true);
    sentences.push(sentenceOf(() => source.readExcerpt(0, 1000)));
    expect(await Promise.all(sentences)).toEqual(Array(2).fill('holter.ecg is not open any more: open it again to read more of it.'));
  });

  it('whose program the browser does not start says so', async () => {
    const { opening, worker } = open(writeIshne(ecg));
    worker.onerror!();
    expect(await sentenceOf(() => opening)).toBe('holter.ecg cannot be read beside the page: this browser did not start the program that does so.');
    expect(worker.isTerminated).toBe(true);
  });

  it('that cannot be read is refused as when it is short', async () => {
    const { opening, worker } = open(writeIshne(ecg, { checksum: 4711 }));
    expect(await sentenceOf(() => opening)).toBe('holter.ecg was altered or damaged: its header does not match its checksum.');
    expect(worker.isTerminated).toBe(true);
  });

  it('that shrinks while it is open says so', async () => {
    const { name, bytes } = writeIshne(ecg);
    const file = toFile({ name, bytes });
    const slice = file.slice.bind(file);
    let isThere = true;
    file.slice = (...args) => (isThere ? slice(...args) : new Blob());
    const worker = new NearWorker();
    const opening = { onProgress: () => undefined, signal: new AbortController().signal };
    const { source } = (await openLongRecording(file, opening, () => worker as unknown as Worker))!;
    isThere = false;
    const sentence = 'holter.ecg changed since it was opened: its bytes 522 to 24522 are not there any more.';
    expect(await sentenceOf(() => source.readExcerpt(0, 1000))).toBe(sentence);
  });

  it('of a format that is not read in parts is left to those that read all of it', async () => {
    const [header, samples] = writeWfdbRecord(ecg, { recordName: 'long' }).files;
    for (const file of [header!, samples!]) {
      const { opening, worker } = open(file);
      expect(await opening).toBeUndefined();
      expect(worker.isTerminated).toBe(true);
    }
  });
});
