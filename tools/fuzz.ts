import { Problem } from '../src/ecg/problem';
import { createProgress, readArguments, runCommand } from './cli';
import { fuzzFormat } from './fuzz/fuzzFormat';
import type { Job, Verdict } from './fuzz/judge';
import { toFuzzText } from './fuzz/fuzzText';
import { createSandbox } from './fuzz/sandbox';
import { FUZZ_FORMATS } from './fuzz/seeds';

const usage = 'npm run fuzz -- [--format NAME] [--count N] [--seed S] [--first N]';
/** What the page promises of any file. */
const LIMITS = { mostMilliseconds: 2000, mostBytes: 512 * 2 ** 20 };

const options = {
  format: { type: 'string' },
  count: { type: 'string', default: '5000' },
  seed: { type: 'string', default: '1' },
  first: { type: 'string', default: '0' },
} as const;

function toCount(flag: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Problem(`--${flag} is a whole number, not "${text}".\n${usage}`);
  return Number(text);
}

await runCommand(async () => {
  const { values } = readArguments(options, usage);
  const formats = FUZZ_FORMATS.filter(({ name }) => values.format === undefined || name === values.format);
  if (formats.length === 0) {
    throw new Problem(`--format is ${FUZZ_FORMATS.map(({ name }) => name).join(', ')}, not "${values.format}".`);
  }
  const seed = toCount('seed', values.seed);
  const range = { seed, first: toCount('first', values.first), count: toCount('count', values.count) };
  const sandbox = createSandbox<Job, Verdict>(new URL('./fuzz/judge.ts', import.meta.url).href, LIMITS);
  for (const format of formats) {
    const result = await fuzzFormat(format, range, sandbox, createProgress(format.name, range.count));
    console.log(toFuzzText(result, seed));
    if (result.faults.length > 0) process.exitCode = 1;
  }
  await sandbox.close();
});
