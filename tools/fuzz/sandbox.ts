import { Worker } from 'node:worker_threads';

/** How long a job may take, and by how much the process may grow meanwhile. */
export interface SandboxLimits {
  /** Of work: on a busy machine a job may wait ten times as long. */
  readonly mostMilliseconds: number;
  readonly mostBytes: number;
}

/** What keeps a job from an answer. */
export interface Accident {
  readonly kind: 'hung' | 'tooLarge' | 'crashed';
  readonly detail?: string;
}

/** The answer to a job or why there is none, and what it took. */
export interface SandboxRun<Answer> {
  readonly outcome: Answer | Accident;
  /** Of work. */
  readonly milliseconds: number;
  /** By how much the process grew. */
  readonly bytes: number;
}

/** Runs jobs one after the other in a thread of its own, which is replaced when it does not answer. */
export interface Sandbox<Job, Answer> {
  readonly run: (job: Job) => Promise<SandboxRun<Answer>>;
  readonly close: () => Promise<void>;
}

const WORKER = new URL('./sandboxEntry.mjs', import.meta.url);
const POLL_MILLISECONDS = 20;
const MOST_WAITING = 10;

/**
 * A sandbox around a module.
 * @param moduleUrl the file URL of a module that exports `judge` and, where it needs it, `prepare`.
 */
export function createSandbox<Job, Answer>(moduleUrl: string, { mostMilliseconds, mostBytes }: SandboxLimits): Sandbox<Job, Answer> {
  let started: Promise<Worker> | undefined;

  const startWorker = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(WORKER, {
        workerData: moduleUrl,
        execArgv: [],
        // Objects only; the bytes of arrays are watched from outside.
        resourceLimits: { maxOldGenerationSizeMb: Math.ceil(mostBytes / 2 ** 20) },
      });
      worker.once('error', reject);
      worker.once('message', () => {
        worker.off('error', reject);
        resolve(worker);
      });
    });

  const run = async (job: Job): Promise<SandboxRun<Answer>> => {
    const worker = await (started ??= startWorker());
    const rssBefore = process.memoryUsage.rss();
    const peakBefore = peakRss();
    const toWorked = createWatch();
    let bytes = 0;
    const outcome = await new Promise<Answer | Accident>((resolve) => {
      const settle = (result: Answer | Accident) => {
        clearInterval(poll);
        // Not all listeners of all kinds: the thread has some of its own.
        worker.off('message', settle).off('error', tellError).off('exit', tellExit);
        resolve(result);
      };
      const tellError = (error: Error & { code?: string }) =>
        settle({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'crashed', detail: error.stack ?? error.message });
      const tellExit = (code: number) => settle({ kind: 'crashed', detail: `its thread ended with ${code}` });
      const poll = setInterval(() => {
        bytes = Math.max(bytes, process.memoryUsage.rss() - rssBefore);
        const { worked, waited } = toWorked();
        if (bytes > mostBytes) settle({ kind: 'tooLarge' });
        else if (worked > mostMilliseconds || waited > MOST_WAITING * mostMilliseconds) settle({ kind: 'hung' });
      }, POLL_MILLISECONDS);
      worker.on('message', settle).on('error', tellError).on('exit', tellExit);
      worker.postMessage(job);
    });
    const milliseconds = toWorked().worked;
    // Between two polls the process may have been larger than at either; the system remembers.
    if (peakRss() > peakBefore) bytes = Math.max(bytes, peakRss() - rssBefore);
    const grew: Answer | Accident = bytes > mostBytes ? { kind: 'tooLarge' } : outcome;
    if (isAccident(grew)) {
      started = undefined;
      await worker.terminate();
    }
    return { outcome: grew, milliseconds, bytes };
  };

  const close = async () => {
    await (await started?.catch(() => undefined))?.terminate();
    started = undefined;
  };
  return { run, close };
}

/** Tells the milliseconds since now: those that the process worked, at most those that went by. */
function createWatch(): () => { readonly worked: number; readonly waited: number } {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    const waited = performance.now() - start;
    return { worked: Math.min((user + system) / 1000, waited), waited };
  };
}

/** Whether a job had no answer. */
export function isAccident(outcome: unknown): outcome is Accident {
  return ['hung', 'tooLarge', 'crashed'].includes((outcome as Partial<Accident> | undefined)?.kind ?? '');
}

/** The largest size the process ever had, in bytes; the system gives kilobytes. */
function peakRss(): number {
  return process.resourceUsage().maxRSS * 1024;
}
