import { estimate } from '../agreement/additiveStatistic';
import { createAccuracyGain } from '../agreement/accuracyGain';
import { type BootstrapInterval, bootstrapInterval } from '../agreement/bootstrap';
import { judgeStatement } from '../agreement/judgeReading';
import { drawResamples } from '../agreement/resamples';
import type { ReaderFile } from '../readerFile';
import type { ReadingStudy } from '../study';
import { type ReaderReadings, type ReadingPair, toReaderReadings } from './readingPair';
import { type ReadingTally, tallyReadings } from './readingTally';

/** One reader's readings and what they come to. */
export interface ReaderSummary extends ReaderReadings {
  readonly tally: ReadingTally;
}

/** The readings of one statement by all readers. */
export interface StatementSummary {
  readonly code: string;
  readonly tally: ReadingTally;
}

/** How much more often decisions are right with the explanation, −1 to 1, one decision a statement and ECG. */
export interface AccuracyGain {
  readonly gain: number;
  /** By resampling ECGs: how far other ECGs, not other readers, would change it. */
  readonly interval: BootstrapInterval;
}

/** What came out of a blind-first reading study. */
export interface ReadingSummary {
  /** In the order of the files. */
  readonly readers: readonly ReaderSummary[];
  readonly all: ReadingTally;
  /** Null without truth. */
  readonly gain: AccuracyGain | null;
  /** Of the statements that are true of an ECG that was read, or that a reader named. */
  readonly statements: readonly StatementSummary[];
  /** The statements that count. */
  readonly asked: readonly string[];
  /** Whether those are all that readers could choose from: else how often one was left out rightly is not known. */
  readonly isChoiceKnown: boolean;
  readonly caseCount: number;
  /** Of how many ECGs the study knows the truth. */
  readonly knownCaseCount: number;
}

/**
 * Summarises readers' answers to one study.
 *
 * @param choice the statements that readers could choose from, where the study names none and the pack that explained is
 *   known; null where it is not: then those count that are true of any ECG or were named by any reader.
 */
export function summariseReadings(
  study: ReadingStudy,
  files: readonly Pick<ReaderFile, 'reader' | 'entries'>[],
  choice: readonly string[] | null,
): ReadingSummary {
  const offered = study.statements ?? choice;
  const readings = files.map((file) => toReaderReadings(study, file));
  const pairs = readings.flatMap((own) => own.pairs);
  const named = findNamed(pairs);
  const asked = offered ?? named;
  return {
    readers: readings.map((own) => ({ ...own, tally: tallyReadings(own.pairs, asked) })),
    all: tallyReadings(pairs, asked),
    gain: measureGain(study, pairs, asked),
    statements: asked.filter((code) => named.includes(code)).map((code) => ({ code, tally: tallyReadings(pairs, [code]) })),
    asked,
    isChoiceKnown: offered !== null,
    caseCount: study.cases.length,
    knownCaseCount: study.cases.filter(({ truth }) => truth !== null).length,
  };
}

/** The statements that are true of what was read or were named, each once. */
function findNamed(pairs: readonly ReadingPair[]): readonly string[] {
  return [...new Set(pairs.flatMap(({ first, final, truth }) => [...(truth ?? []), ...first.statements, ...final.statements]))].sort();
}

/** The interval is drawn anew for each summary, and the same each time. */
const SEED = 1;

function measureGain({ cases }: ReadingStudy, pairs: readonly ReadingPair[], asked: readonly string[]): AccuracyGain | null {
  const statistic = createAccuracyGain(
    cases.map((_, place) =>
      pairs
        .filter((pair) => pair.place === place)
        .flatMap(({ first, final, truth }) =>
          asked.map((code) => judgeStatement({ first: first.statements, final: final.statements, truth }, code)),
        ),
    ),
  );
  const { value } = estimate(statistic);
  return value === null ? null : { gain: value, interval: bootstrapInterval(statistic, drawResamples(cases.length, SEED)) };
}
