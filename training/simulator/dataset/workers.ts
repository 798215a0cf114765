import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { PartEntry, PartRequest } from './part';

/** What a worker answers. */
type Answer = { readonly entries: PartEntry[] } | { readonly failure: string };

/**
 * Has parts written by several processes at once.
 * @param onPart called with each part as it is done, in no particular order; the next one starts when it resolves.
 * @throws Error with the worker's stack where one fails.
 */
export async function runWorkers(
  requests: readonly PartRequest[],
  workerCount: number,
  onPart: (request: PartRequest, entries: PartEntry[]) => Promise<void>,
): Promise<void> {
  const queue = [...requests];
  const work = async () => {
    const worker = startWorker();
    try {
      for (let request = queue.shift(); request; request = queue.shift()) {
        const answer = await ask(worker, request);
        if ('failure' in answer) throw new Error(answer.failure);
        await onPart(request, answer.entries);
      }
    } finally {
      worker.disconnect();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workerCount, requests.length) }, work));
}

function startWorker(): ChildProcess {
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return fork(fileURLToPath(new URL('./partWorker.ts', import.meta.url)), { execArgv: ['--import', loader] });
}

function ask(worker: ChildProcess, request: PartRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A worker ended with exit code ${code}.`));
    worker.once('exit', onExit);
    worker.once('message', (answer: Answer) => {
      worker.off('exit', onExit);
      resolve(answer);
    });
    worker.send(request);
  });
}
