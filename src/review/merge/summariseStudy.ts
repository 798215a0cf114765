import type { ReaderFile } from '../readerFile';
import type { PrototypeStudy } from '../study';
import { type Agreement, summariseAgreement } from './summariseAgreement';
import { type NamingSummary, summariseNaming } from './summariseNaming';
import { type PlantedSummary, summarisePlanted } from './summarisePlanted';
import { type PrototypeSummary, summarisePrototypes } from './summarisePrototypes';
import { type ReaderSummary, summariseReader } from './summariseReader';
import { type QuestionSummary, summariseScores } from './summariseScores';
import { toStudyTable } from './studyTable';

/**
 * What came out of a study of prototypes. Means, distributions and agreement are of the rated items alone: training and
 * planted items never count, and a repeat only tells how far a reader agrees with himself.
 */
export interface StudySummary {
  readonly readers: readonly ReaderSummary[];
  /** Of the questions that the study asks. */
  readonly questions: readonly QuestionSummary[];
  readonly agreement: readonly Agreement[];
  readonly planted: readonly PlantedSummary[];
  readonly naming: NamingSummary | null;
  readonly prototypes: readonly PrototypeSummary[];
}

/** Sums up a study. @param files of this study, one a reader. */
export function summariseStudy(study: PrototypeStudy, files: readonly ReaderFile[]): StudySummary {
  const table = toStudyTable(study, files);
  return {
    readers: table.readers.map((work) => summariseReader(study, work)),
    questions: study.questions.map((question) => summariseScores(table, question)),
    agreement: summariseAgreement(table),
    planted: summarisePlanted(table),
    naming: summariseNaming(table),
    prototypes: summarisePrototypes(table),
  };
}
