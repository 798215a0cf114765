import { basename } from 'node:path';
import * as v from 'valibot';
import { Problem } from '../../src/ecg/problem';
import { STATEMENTS } from '../../src/model/statements';
import { readJsonFile } from '../cli';

/** The published threshold: predicted at a probability of one half. */
const PUBLISHED = 0.5;

const schema = v.looseObject({
  thresholds: v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});

/**
 * The probability from which each statement counts as predicted, as `evaluate.py` chose it on validation ECGs.
 *
 * @param path the published 0.5 for all where there is none.
 * @returns one threshold for each of the 71 statements, in their order.
 * @throws Problem when the file is damaged or lacks a statement.
 */
export async function readThresholds(path: string | undefined): Promise<number[]> {
  if (path === undefined) return STATEMENTS.map(() => PUBLISHED);
  const parsed = v.safeParse(schema, await readJsonFile(path));
  if (!parsed.success) throw new Problem(`${basename(path)} has no thresholds from 0 to 1 by statement.`);
  return STATEMENTS.map(({ code }) => {
    const threshold = parsed.output.thresholds[code];
    if (threshold === undefined) throw new Problem(`${basename(path)} has no threshold for ${code}.`);
    return threshold;
  });
}
