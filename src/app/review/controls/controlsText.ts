import { CANNOT_JUDGE, type Mark, type RatedQuestion, type Rating, type Reason, type Score } from '../../../review/answer';

const SCORE_WORDS: Readonly<Record<Score, string>> = {
  1: 'strongly disagree',
  2: 'disagree',
  3: 'neither',
  4: 'agree',
  5: 'strongly agree',
};
const REASON_NAMES: Readonly<Record<Reason, string>> = {
  noise: 'Noise',
  wrongClass: 'Wrong class',
  wrongSegment: 'Wrong segment',
  duplicate: 'Duplicate',
  artefact: 'Artefact',
  other: 'Other',
};
const QUESTION_NAMES: Readonly<Record<RatedQuestion, string>> = {
  representativeness: 'Representativeness',
  clarity: 'Clarity',
};

/** The words of the controls by which a prototype is rated. */
export const controlsText = {
  /** The questions as the published review asks them (Sethi et al. 2025, arXiv 2504.08713). */
  questionName: (question: RatedQuestion) => QUESTION_NAMES[question],
  question: {
    representativeness: (classes: string) => `To what extent is this a typical or defining presentation of ${classes}?`,
    clarity: () => 'Is the signal interpretable and clear, or noisy?',
  },
  unset: 'not answered',
  ratingWords: (rating: Rating) => (rating === CANNOT_JUDGE ? 'cannot judge' : SCORE_WORDS[rating]),
  scoreName: (score: Score) => `${score}, ${SCORE_WORDS[score]}`,
  lowest: SCORE_WORDS[1],
  highest: SCORE_WORDS[5],
  cannotJudge: 'Cannot judge',
  mark: 'Set apart',
  markName: (mark: Mark, classes: string) => (mark === 'best' ? `Best of ${classes}` : 'Bad prototype'),
  comment: 'Comment',
  commentHint: 'Do not name patients.',
  reasons: 'Why it is bad',
  reasonName: (reason: Reason) => REASON_NAMES[reason],
} as const;
