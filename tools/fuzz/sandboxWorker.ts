import { parentPort, workerData } from 'node:worker_threads';

/** What a sandbox runs: a module that can be prepared and then judges one job after the other. */
interface SandboxModule {
  readonly prepare?: () => Promise<void>;
  readonly judge: (job: unknown) => unknown;
}

const { prepare, judge } = (await import(workerData as string)) as SandboxModule;
await prepare?.();
parentPort!.on('message', (job: unknown) => void answer(job));
parentPort!.postMessage('ready');

async function answer(job: unknown): Promise<void> {
  parentPort!.postMessage(await judge(job));
}
