import { describeAnswers, type Description } from '../agreement/describeAnswers';
import { quantile } from '../agreement/quantile';
import type { Mark, RatedQuestion, Rating, Reason } from '../answer';
import { blindReaders } from './blindReaders';
import { findFinished, type StudyTable } from './studyTable';

/** What one reader said of a prototype, without saying who it is. */
export interface BlindOpinion {
  /** See {@link blindReaders}. */
  readonly letter: string;
  readonly scores: Readonly<Partial<Record<RatedQuestion, Rating | null>>>;
  readonly mark: Mark | null;
  readonly reasons: readonly Reason[];
  readonly comment: string;
}

/** What readers said of one prototype. */
export interface PrototypeSummary {
  /** `morphology/151`. */
  readonly prototype: string;
  readonly classes: readonly string[];
  /** Of the questions that the study asks. */
  readonly scores: Readonly<Partial<Record<RatedQuestion, Description>>>;
  /** How many readers answered all that is asked of it. */
  readonly finished: number;
  readonly best: number;
  readonly bad: number;
  /** How many readers named a class before it was revealed, and how many of them its own. */
  readonly named: number;
  readonly namedRight: number;
  /** The median time that readers took, in milliseconds; null where nobody was done. */
  readonly medianMs: number | null;
  /** Of the readers who said anything, in the order of their letters. */
  readonly opinions: readonly BlindOpinion[];
}

/** Sums up each prototype of the study, in its order. */
export function summarisePrototypes({ study, readers, states }: StudyTable): readonly PrototypeSummary[] {
  const ids = readers.map(({ reader }) => reader.id);
  return study.items.map(({ prototype, classes }, row) => {
    const own = states[row]!;
    const letters = blindReaders(study.contentSha256, prototype, ids);
    const named = own.flatMap(({ answers }) => (answers.class === null ? [] : [answers.class]));
    const finished = own.filter((state) => findFinished(study, state) !== null);
    const times = finished.map(({ elapsedMs }) => elapsedMs).sort((a, b) => a - b);
    return {
      prototype,
      classes,
      scores: Object.fromEntries(
        study.questions.map((question) => [question, describeAnswers(own.map(({ answers }) => answers[question]))]),
      ),
      finished: finished.length,
      best: own.filter(({ answers }) => answers.mark === 'best').length,
      bad: own.filter(({ answers }) => answers.mark === 'bad').length,
      named: named.length,
      namedRight: named.filter((name) => classes.includes(name)).length,
      medianMs: times.length === 0 ? null : quantile(times, 0.5),
      opinions: own
        .map(({ answers }, reader): BlindOpinion => ({
          letter: letters[reader]!,
          scores: Object.fromEntries(study.questions.map((question) => [question, answers[question]])),
          mark: answers.mark,
          reasons: answers.reasons,
          comment: answers.comment,
        }))
        .filter(saysAnything)
        .sort((a, b) => a.letter.length - b.letter.length || (a.letter < b.letter ? -1 : 1)),
    };
  });
}

function saysAnything({ scores, mark, comment }: BlindOpinion): boolean {
  return mark !== null || comment !== '' || Object.values(scores).some((score) => score !== null);
}
