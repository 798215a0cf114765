import type { FuzzResult } from './fuzzFormat';

const MOST_FAULTS = 20;
const MOST_LETTERS = 600;

const WORDS = {
  read: 'read',
  refused: 'refused',
  unsound: 'read, but the ECG is not whole',
  uncaught: 'a fault of the program',
  badSentence: 'refused in words that no doctor can use',
  wrongScale: 'drawn at a scale that is not told',
  hung: 'no answer after 2 s of work',
  tooLarge: 'more than 512 MB of memory',
  crashed: 'the thread ended',
} as const;

/** What became of a format's mutants, with the command that makes each fault again. */
export function toFuzzText(result: FuzzResult, seed: number): string {
  const { name, read, refused, faults, slowestMilliseconds, slowestDamage, largestBytes } = result;
  const took = `slowest ${Math.round(slowestMilliseconds)} ms (${slowestDamage}), largest ${Math.round(largestBytes / 2 ** 20)} MB`;
  const lines = faults.slice(0, MOST_FAULTS).flatMap(({ number, damage, outcome }) => [
    `  ${damage}: ${WORDS[outcome.kind]}${outcome.detail ? ` (${outcome.detail.slice(0, MOST_LETTERS)})` : ''}`,
    `    npm run fuzz -- --format ${name} --seed ${seed} --first ${number} --count 1`,
  ]);
  const more = faults.length > MOST_FAULTS ? [`  and ${faults.length - MOST_FAULTS} more`] : [];
  return [`${name}: ${read} read, ${refused} refused, ${faults.length} faults; ${took}`, ...lines, ...more].join('\n');
}
