import { availableParallelism } from 'node:os';
import { Problem } from '../../src/ecg/problem';
import { createProgress, readArguments, runCommand } from '../../tools/cli';
import { writeDataset } from './dataset/writeDataset';

const usage = `npx tsx training/simulator/createDataset.ts --out DIR --count N --seed N
  [--rate 100|500] [--truth] [--workers N]`;

const options = {
  out: { type: 'string' },
  count: { type: 'string' },
  seed: { type: 'string' },
  rate: { type: 'string', default: '100' },
  truth: { type: 'boolean', default: false },
  workers: { type: 'string', default: String(availableParallelism()) },
} as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  const { out, truth } = values;
  if (!out || positionals.length > 0) throw new Problem(`A data set needs --out.\n${usage}`);
  const count = toWhole('count', values.count, 1);
  const rateHz = toWhole('rate', values.rate, 100);
  if (rateHz !== 100 && rateHz !== 500) throw new Problem(`--rate is 100 or 500, not "${values.rate}".`);
  const hash = await writeDataset({
    folder: out,
    count,
    seed: toWhole('seed', values.seed, 0),
    rateHz,
    truth,
    workerCount: toWhole('workers', values.workers, 1),
    onProgress: createProgress('Simulating ECGs', count),
  });
  console.log(`Wrote ${out}: ${count} ECGs at ${rateHz} Hz.\nSHA-256 of samples and labels: ${hash}`);
});

function toWhole(name: string, text: string | undefined, least: number): number {
  const value = Number(text);
  if (text === undefined || !Number.isSafeInteger(value) || value < least) {
    throw new Problem(`--${name} is a whole number of at least ${least}, not "${text ?? ''}".\n${usage}`);
  }
  return value;
}
