import type { Job, Verdict } from './judge';
import { createMutant, type Mutant } from './mutant';
import { type Accident, isAccident, type Sandbox } from './sandbox';
import type { FuzzFormat, FuzzSeed } from './seeds';

/** Which mutants of a format. */
export interface FuzzRange {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
}

/** A mutant that a reader neither read right nor refused. */
export interface Fault {
  readonly number: number;
  readonly damage: string;
  readonly outcome: Verdict | Accident;
}

/** What became of a format's mutants. */
export interface FuzzResult {
  readonly name: string;
  readonly read: number;
  readonly refused: number;
  readonly faults: readonly Fault[];
  readonly slowestMilliseconds: number;
  /** What was done to the slowest. */
  readonly slowestDamage: string;
  /** By how much the process grew at most for one mutant. */
  readonly largestBytes: number;
}

/** Makes mutants of a format and has each judged in a sandbox. */
export async function fuzzFormat(
  format: FuzzFormat,
  { seed, first, count }: FuzzRange,
  sandbox: Sandbox<Job, Verdict>,
  tellProgress: (done: number) => void = () => undefined,
): Promise<FuzzResult> {
  const seeds = await format.seeds();
  const faults: Fault[] = [];
  let [read, refused, slowestMilliseconds, slowestDamage, largestBytes] = [0, 0, 0, '', 0];
  for (let number = first; number < first + count; number++) {
    const mutant = createMutant(format, seeds, seed, number);
    const { outcome, milliseconds, bytes } = await runTwice(toJob(format, seeds, mutant), sandbox);
    if (milliseconds > slowestMilliseconds) [slowestMilliseconds, slowestDamage] = [milliseconds, mutant.damage];
    largestBytes = Math.max(largestBytes, bytes);
    if (outcome.kind === 'read') read++;
    else if (outcome.kind === 'refused') refused++;
    else faults.push({ number, damage: mutant.damage, outcome });
    tellProgress(number - first + 1);
  }
  return { name: format.name, read, refused, faults, slowestMilliseconds, slowestDamage, largestBytes };
}

/** On a busy machine a thread may stand still for longer than a reader ever does: an accident must happen twice. */
async function runTwice(job: Job, sandbox: Sandbox<Job, Verdict>) {
  const once = await sandbox.run(job);
  return isAccident(once.outcome) ? sandbox.run(job) : once;
}

function toJob(format: FuzzFormat, seeds: readonly FuzzSeed[], { files, seed }: Mutant): Job {
  return { files, seed, seedName: `${format.name} ${seeds.indexOf(seed)}` };
}
