import { calibrate } from './population/calibrate';
import { TARGET_PREVALENCE } from './population/prevalence';

/** Statements on a line of the table. */
const PER_LINE = 7;

// Prints the file population/propensities.ts; run it again when the rules of co-occurrence change.
const entries = Object.entries(calibrate(TARGET_PREVALENCE, 50, 50_000)).map(([code, odds]) => {
  const key = /^[A-Za-z_]\w*$/.test(code) ? code : `'${code}'`;
  return `${key}: ${Number(odds.toPrecision(4))},`;
});
const lines = Array.from({ length: Math.ceil(entries.length / PER_LINE) }, (_, line) =>
  `  ${entries.slice(line * PER_LINE, (line + 1) * PER_LINE).join(' ')}`,
);
console.log(`import type { Propensities } from './drawStatements';

/** Odds with which statements come out as often as \`TARGET_PREVALENCE\`; written by \`calibratePopulation.ts\`. */
export const PROPENSITIES: Propensities = {
${lines.join('\n')}
};`);
