import { Problem } from '../../ecg/problem';
import { startWorker } from '../../signal/startWorker';
import type { FileFacts, MergeChoice, MergedStudy } from './mergeDesk';
import workerUrl from './merge.worker.ts?worker&url';
import type { MergingReply, MergingRequest, MergingResults } from './mergingProtocol';

/** A desk beside the page, which stays free while files are read and merged. */
export interface MergingClient {
  /** @throws Problem where the file holds no answers, or they were changed. */
  readonly read: (id: number, name: string, bytes: Uint8Array) => Promise<FileFacts>;
  readonly merge: (choice: MergeChoice) => Promise<MergedStudy>;
  readonly writeAnswersCsv: (choice: MergeChoice) => Promise<string>;
}

/** Does what is asked, in the order in which it is asked. */
type Answerer = (request: MergingRequest) => MergingReply;

interface Waiting {
  readonly request: MergingRequest;
  readonly settle: (reply: MergingReply) => void;
}

/**
 * Connects to a worker, started when it is first needed. Where none can be started, all is done on the page: it halts for a
 * moment, and the results are the same.
 */
export function createMergingClient(
  start: () => Worker = () => startWorker(workerUrl, 'merge'),
  createAnswerer: () => Promise<Answerer> = answerOnPage,
): MergingClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let here: Promise<Answerer> | undefined;
  let lastId = 0;

  function giveUp(): void {
    worker?.terminate();
    here = createAnswerer();
    for (const { request, settle } of waiting.values()) void here.then((answer) => settle(answer(request)));
    waiting.clear();
  }

  function connect(): void {
    try {
      worker = start();
      // Nothing that merging throws comes here: the worker could not be started, or not be understood.
      worker.onerror = giveUp;
      worker.onmessageerror = giveUp;
      worker.onmessage = ({ data: reply }: MessageEvent<MergingReply>) => {
        const asker = waiting.get(reply.id);
        waiting.delete(reply.id);
        asker?.settle(reply);
      };
    } catch {
      giveUp();
    }
  }

  function ask<Kind extends keyof MergingResults>(request: MergingRequest & { readonly kind: Kind }): Promise<MergingResults[Kind]> {
    if (!worker && !here) connect();
    return new Promise((resolve, reject) => {
      const settle = (reply: MergingReply): void => {
        if (reply.kind === 'done') resolve(reply.result as MergingResults[Kind]);
        else reject(new Problem(reply.sentence));
      };
      if (here) return void here.then((answer) => settle(answer(request)));
      waiting.set(request.id, { request, settle });
      worker!.postMessage(request);
    });
  }

  return {
    read: (fileId, name, bytes) => ask({ id: ++lastId, kind: 'read', fileId, name, bytes }),
    merge: (choice) => ask({ id: ++lastId, kind: 'merge', choice }),
    writeAnswersCsv: (choice) => ask({ id: ++lastId, kind: 'csv', choice }),
  };
}

async function answerOnPage(): Promise<Answerer> {
  const [{ answerMerging }, { createMergeDesk }] = await Promise.all([import('./answerMerging'), import('./mergeDesk')]);
  const desk = createMergeDesk();
  return (request) => answerMerging(desk, request);
}
