import { describeConfidenceChange } from '../agreement/describeConfidenceChange';
import { type BlindFirstReading, judgeCase, judgeStatement } from '../agreement/judgeReading';
import { type MeanAndDeviation, meanAndDeviation } from '../agreement/meanAndDeviation';
import { quantile } from '../agreement/quantile';
import { countSwitches, type Switches } from '../agreement/switches';
import { type Accuracy, measureAccuracy } from './accuracy';
import { measureModelPull, type ModelPull } from './modelPull';
import type { ReadingPair } from './readingPair';

/** What any number of readings, each before and with the explanation, come to. */
export interface ReadingTally {
  /** How many ECGs were read twice, each reader's counted. */
  readonly readCount: number;
  /** Of how many of those the truth is known. */
  readonly knownCount: number;
  /** How many readings were changed, and by how many statements that were added and taken off. */
  readonly changedCount: number;
  readonly added: number;
  readonly takenOff: number;
  /** Median times, from what was to be read being on the page, in milliseconds; null without readings. */
  readonly firstMs: number | null;
  readonly finalMs: number | null;
  /** Confidence, 1 to 5. */
  readonly firstConfidence: MeanAndDeviation;
  readonly finalConfidence: MeanAndDeviation;
  readonly confidenceChange: MeanAndDeviation;
  /** One decision an ECG: right is who names exactly the true statements. Null without truth, as all that follows. */
  readonly byCase: Switches | null;
  /** One decision a statement and ECG. */
  readonly byStatement: Switches | null;
  readonly first: Accuracy | null;
  readonly final: Accuracy | null;
  /** Null where no reading tells what the model predicted. */
  readonly pull: ModelPull | null;
}

/** What readings come to. @param asked the statements that count. */
export function tallyReadings(pairs: readonly ReadingPair[], asked: readonly string[]): ReadingTally {
  const readings = pairs.map(toBlindFirst);
  const switched = pairs.map(({ first, final }) => ({
    added: countBeyond(final.statements, first.statements),
    takenOff: countBeyond(first.statements, final.statements),
  }));
  const byStatement = readings.flatMap((reading) => asked.map((code) => judgeStatement(reading, code)));
  return {
    readCount: pairs.length,
    knownCount: pairs.filter(({ truth }) => truth !== null).length,
    changedCount: switched.filter(({ added, takenOff }) => added + takenOff > 0).length,
    added: switched.reduce((sum, { added }) => sum + added, 0),
    takenOff: switched.reduce((sum, { takenOff }) => sum + takenOff, 0),
    firstMs: median(pairs.map(({ first }) => first.elapsedMs)),
    finalMs: median(pairs.map(({ final }) => final.elapsedMs)),
    firstConfidence: meanAndDeviation(pairs.map(({ first }) => first.confidence)),
    finalConfidence: meanAndDeviation(pairs.map(({ final }) => final.confidence)),
    confidenceChange: describeConfidenceChange(pairs.map(({ first, final }) => [first.confidence, final.confidence])),
    byCase: countSwitches(readings.map((reading) => judgeCase(reading, asked))),
    byStatement: countSwitches(byStatement),
    first: measureAccuracy(pairs, 'first', asked),
    final: measureAccuracy(pairs, 'final', asked),
    pull: measureModelPull(pairs, asked),
  };
}

function toBlindFirst({ first, final, truth }: ReadingPair): BlindFirstReading {
  return { first: first.statements, final: final.statements, truth };
}

function countBeyond(statements: readonly string[], others: readonly string[]): number {
  return statements.filter((code) => !others.includes(code)).length;
}

function median(values: readonly number[]): number | null {
  return values.length === 0 ? null : quantile([...values].sort((a, b) => a - b), 0.5);
}
