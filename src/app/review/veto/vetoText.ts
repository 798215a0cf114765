import type { MeanAndDeviation } from '../../../review/agreement/meanAndDeviation';
import { CANNOT_JUDGE, type RatedQuestion, type Rating, type Reason } from '../../../review/answer';
import type { ItemAnswers } from '../../../review/foldLog';
import { formatCount } from '../../../viewer/format';
import { controlsText } from '../controls/controlsText';

const ADJECTIVES: Readonly<Record<RatedQuestion, string>> = { representativeness: 'representative', clarity: 'clear' };
const NOT_JUDGED = 'cannot be judged';

/** The words of the ratings that stand where prototypes appear in read mode. */
export const vetoText = {
  rate: 'Rate',
  rateOf: (name: string) => `Rate ${name}`,
  match: 'This pair',
  matchQuestion: (code: string) => `Does this pair match, as evidence for ${code}?`,
  saved: 'Saved on this computer, in your own review of this model.',
  locked: 'Your own review of this model is closed: it can be read, not changed.',
  unknown: 'What you said of this model could not be read. Review mode says why.',
  rated: 'You rated:',
  /** What was said of a prototype, and of one pair of it; empty where nothing was. */
  words: (classes: string, { representativeness, clarity, mark, reasons, comment }: ItemAnswers, match: Rating | null) =>
    [
      [...toScoreWords('representativeness', representativeness), ...toScoreWords('clarity', clarity)].join(', '),
      mark === 'best' ? `best of ${classes}` : mark === 'bad' ? toBadWords(reasons) : '',
      match === null ? '' : `match of this pair ${match === CANNOT_JUDGE ? NOT_JUDGED : match}`,
      comment === '' ? '' : 'with a comment',
    ]
      .filter((words) => words !== '')
      .join(' · '),
  mute: 'Mute',
  muteOf: (name: string) => `Mute ${name}, rated bad`,
  unmute: 'Let it count again',
  unmuteOf: (name: string) => `Let ${name} count again`,

  menu: 'Rated bad',
  menuMute: (count: number) => (count === 1 ? 'Mute the prototype you rated bad' : `Mute the ${formatCount(count)} prototypes you rated bad`),
  menuUnmute: (count: number) => (count === 1 ? 'Let the prototype you rated bad count again' : `Let the ${formatCount(count)} you rated bad count again`),
  menuMuteVoted: (count: number) => (count === 1 ? 'Mute the one that most readers rated bad' : `Mute the ${formatCount(count)} that most readers rated bad`),
  menuUnmuteVoted: (count: number) => `Let the ${formatCount(count)} that most readers rated bad count again`,
  menuHint: 'All at once, for every statement. prune.json lists them for the reference implementation, to be left out for good.',
  menuVotedHint: 'All at once, for every statement: those that more than half of the merged readers who judged them call bad.',
  menuNone: 'You have rated no prototype of this model as bad. Ratings are given at the foot of each case.',

  dossier: 'Ratings',
  dossierUnset: 'You have not rated it.',
  dossierTime: 'Last changed',
  dossierMark: 'Set apart',
  dossierScore: (rating: Rating | null) =>
    rating === null ? controlsText.unset : rating === CANNOT_JUDGE ? controlsText.ratingWords(rating) : `${rating}, ${controlsText.ratingWords(rating)}`,
  dossierReaders: (count: number) => (count === 1 ? 'Of 1 merged reader' : `Of ${formatCount(count)} merged readers`),
  dossierVotes: (classes: string, best: number, bad: number) => `best of ${classes} by ${formatCount(best)}, bad by ${formatCount(bad)}`,
  /** The sample standard deviation; of one answer there is none. */
  mean: ({ count, mean, standardDeviation }: MeanAndDeviation) =>
    mean === null ? controlsText.unset : `${mean.toFixed(2)}${standardDeviation === null ? '' : ` ± ${standardDeviation.toFixed(2)}`} (n = ${formatCount(count)})`,
  markWords: (classes: string, { mark, reasons }: ItemAnswers) => (mark === 'best' ? `best of ${classes}` : toBadWords(reasons)),
} as const;

function toScoreWords(question: RatedQuestion, rating: Rating | null): readonly string[] {
  if (rating === null) return [];
  return [rating === CANNOT_JUDGE ? `${question} ${NOT_JUDGED}` : `${ADJECTIVES[question]} ${rating}`];
}

function toBadWords(reasons: readonly Reason[]): string {
  return reasons.length === 0 ? 'bad' : `bad: ${reasons.map((reason) => controlsText.reasonName(reason).toLowerCase()).join(', ')}`;
}
