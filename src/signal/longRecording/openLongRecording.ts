import type { Ecg } from '../../ecg/ecg';
import { Problem } from '../../ecg/problem';
import type { RecordingSource } from '../../ecg/recordingSource';
import { requireInside } from '../../ecg/requireInside';
import type { Overview } from '../overview';
import { startWorker } from '../startWorker';
import workerUrl from './longRecording.worker.ts?worker&url';
import type { LongRecordingReply, LongRecordingRequest, ReadingProgress } from './longRecordingProtocol';

/** A recording of which parts are read beside the page, and what it looks like as a whole. */
export interface LongRecording {
  readonly source: RecordingSource & { readonly close: () => void };
  readonly overview: Overview;
}

/** How a long recording is opened. */
export interface LongRecordingOpening {
  readonly onProgress: (progress: ReadingProgress) => void;
  /** Ends the reading at once. */
  readonly signal: AbortSignal;
}

/**
 * Opens a recording of any length and reads it through once, in a worker of its own that stays until the source is closed.
 * Undefined where the file is in no format of which parts can be read.
 * @throws Problem where it cannot be read. The signal's reason where that ended it.
 */
export function openLongRecording(
  file: File,
  { onProgress, signal }: LongRecordingOpening,
  start: () => Worker = () => startWorker(workerUrl, 'longRecording'),
): Promise<LongRecording | undefined> {
  const worker = start();
  return new Promise((resolve, reject) => {
    const stop = () => end(() => reject(signal.reason));
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
      settle();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) return stop();
    const fail = () => end(() => reject(new Problem(`${file.name} cannot be read beside the page: this browser did not start the program that does so.`)));
    worker.onerror = fail;
    worker.onmessageerror = fail;
    worker.onmessage = ({ data: reply }: MessageEvent<LongRecordingReply>) => {
      switch (reply.kind) {
        case 'progress':
          return onProgress({ share: reply.share, durationSeconds: reply.durationSeconds });
        case 'unfit':
          return end(() => resolve(undefined));
        case 'refused':
          return end(() => reject(new Problem(reply.sentence)));
        case 'opened':
          signal.removeEventListener('abort', stop);
          return resolve({ source: createSource(worker, file.name, reply), overview: reply.overview });
      }
    };
    const request: LongRecordingRequest = { kind: 'open', name: file.name, file };
    worker.postMessage(request);
  });
}

interface Waiting {
  resolve(ecg: Ecg): void;
  reject(reason: Problem): void;
}

/** The recording that a worker has opened. */
function createSource(
  worker: Worker,
  name: string,
  { samplingRateHz, sampleCount }: Pick<RecordingSource, 'samplingRateHz' | 'sampleCount'>,
): LongRecording['source'] {
  const waiting = new Map<number, Waiting>();
  let isClosed = false;
  let lastId = 0;

  function end(): void {
    isClosed = true;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(toClosed(name));
    waiting.clear();
  }

  worker.onerror = end;
  worker.onmessageerror = end;
  worker.onmessage = ({ data: reply }: MessageEvent<LongRecordingReply>) => {
    if (reply.kind !== 'excerpt' && reply.kind !== 'failed') return;
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.kind === 'excerpt') asker?.resolve(reply.ecg);
    else asker?.reject(new Problem(reply.sentence));
  };

  return {
    samplingRateHz,
    sampleCount,
    readExcerpt: async (firstSample, count) => {
      requireInside(firstSample, count, { sampleCount });
      if (isClosed) throw toClosed(name);
      return new Promise((resolve, reject) => {
        const request: LongRecordingRequest = { kind: 'read', id: ++lastId, firstSample, sampleCount: count };
        waiting.set(request.id, { resolve, reject });
        worker.postMessage(request);
      });
    },
    close: end,
  };
}

const toClosed = (name: string) => new Problem(`${name} is not open any more: open it again to read more of it.`);
