import type { UndefinedReason } from '../../../review/agreement/additiveStatistic';
import type { Mark, RatedQuestion } from '../../../review/answer';
import { CODES } from '../../../review/codes';
import type { DecisionKind } from '../../../review/merge/decision';
import type { FileStanding } from '../../../review/merge/mergeReaderFiles';
import type { Agreement } from '../../../review/merge/summariseAgreement';
import type { BranchName } from '../../../model/branch';
import { formatCoefficient } from '../../../viewer/review/formatCoefficient';
import { formatCount, formatShare } from '../../../viewer/format';

const HASH_DIGITS = 8;

const QUESTIONS: Readonly<Record<RatedQuestion, string>> = { representativeness: 'Representativeness', clarity: 'Clarity' };
const MARKS: Readonly<Record<Mark, string>> = { best: 'best', bad: 'bad' };
const SCOPES: Readonly<Record<BranchName | 'all', string>> = {
  all: 'all prototypes',
  rhythm: 'rhythm branch',
  morphology: 'morphology branch',
  global: 'global branch',
};
const MEASURES: Readonly<Record<Agreement['measure'], string>> = {
  alpha: 'Alpha (ordinal)',
  icc: 'ICC(2,1)',
  kappa: 'Fleiss’ kappa',
};
const MEANINGS: Readonly<Record<Agreement['measure'], string>> = {
  alpha:
    'Krippendorff’s alpha, ordinal: 1 is perfect agreement, 0 what chance gives. 0.667 is often taken as the least for tentative conclusions, 0.8 for firm ones (Krippendorff, Content Analysis, 4th ed. 2018).',
  icc: 'ICC(2,1): how far one reader’s score stands for another’s, leniency counting as disagreement; of prototypes that every reader scored. Below 0.5 is often called poor, 0.5 to 0.75 moderate, 0.75 to 0.9 good (Koo and Li, J Chiropr Med 2016;15:155).',
  kappa:
    'Fleiss’ kappa of best, bad and neither, in Gwet’s form for readers who differ in number: 0 is chance. 0.41 to 0.60 is often called moderate, 0.61 to 0.80 substantial (Landis and Koch, Biometrics 1977;33:159).',
};
const REASONS: Readonly<Record<UndefinedReason, string>> = {
  noPairs: 'no prototype was rated by two readers',
  tooFewUnits: 'fewer than two prototypes were rated by all readers',
  noVariation: 'all answers are the same: no telling agreement from chance',
};
const DECISIONS: Readonly<Record<DecisionKind, string>> = { keep: 'Keep', prune: 'Prune', discuss: 'Discuss' };

/** Reads “1 reader”, “3 readers”. */
function count(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

/** The words of the page on which readers' answers are merged. */
export const mergeText = {
  title: 'Merge readers’ answers',
  privacy: 'Files are read in this page, stay on this computer, and are gone with the page.',
  back: 'Review',
  choose: 'Choose answers files',
  empty: 'Drop the answers files of all readers of a study here: each was exported by its reader in review mode.',
  files: 'Files',
  filesHead: ['File', 'Reader', 'Items', 'Entries', 'Locked', 'State', 'Remove'],
  remove: (name: string) => `Remove ${name}`,
  years: (years: number) => `${years} years`,
  locked: 'yes',
  unlocked: 'no',
  ofAll: (done: number, all: number) => `${formatCount(done)} of ${formatCount(all)}`,
  waiting: 'reading …',
  standing: (standing: FileStanding, title: string, study: string): string => {
    switch (standing.status) {
      case 'merged':
        return 'merged';
      case 'unlocked':
        return 'left out: not locked';
      case 'same':
        return `left out: the same answers as “${standing.other}”`;
      case 'continued':
        return `left out: “${standing.other}” holds these answers and later ones`;
      case 'parted':
        return `Conflict: this and “${standing.other}” are by one reader and differ from entry ${standing.sharedCount} on. Neither is merged until one is removed.`;
      case 'otherStudy':
        return `Left out: it answers “${title}”, and the first file answers “${study}”${title === study ? ' of another making' : ''}.`;
    }
  },
  reading: (done: number, all: number) => `Reading and verifying: ${done} of ${all} files.`,
  merging: 'Working out means and agreement.',
  done: (readers: number) => `${count(readers, 'reader')} merged.`,
  unlockedWarning: (unlocked: number, readers: number) =>
    `${unlocked} of ${count(readers, 'reader')} ${unlocked === 1 ? 'has' : 'have'} not locked: ${unlocked === 1 ? 'that reader’s' : 'their'} answers may change, and whoever sees results may be led by them.`,
  mergeUnlocked: 'Merge them all the same',
  leaveUnlockedOut: 'Leave out who has not locked',
  noneMerged: 'No reader’s answers are merged yet.',

  studyFacts: (items: number, planted: number, training: number, repeatShare: number, hidden: boolean) =>
    [
      count(items, 'prototype'),
      ...(planted > 0 ? [`${planted} planted`] : []),
      ...(training > 0 ? [`${training} for training`] : []),
      ...(repeatShare > 0 ? [`${formatShare(repeatShare)} shown twice`] : []),
      hidden ? 'class hidden until named' : 'class shown',
    ].join(', '),
  study: (sha256: string) => `Study ${sha256.slice(0, HASH_DIGITS)}`,
  model: (title: string, sha256: string) => `Model: ${title} (${sha256.slice(0, HASH_DIGITS)})`,

  sections: 'Sections',
  question: (question: RatedQuestion) => QUESTIONS[question],
  scope: (scope: Agreement['scope']) => SCOPES[scope],
  branch: (branch: string) => branch,
  reader: (place: number) => `Reader ${place + 1}`,
  minutes: (ms: number) => (ms < 60_000 ? `${(ms / 1000).toFixed(0)} s` : `${(ms / 60_000).toFixed(1)} min`),

  completeness: {
    title: 'Readers',
    head: ['Reader', 'Role', 'Years', 'Rated', 'Put aside', 'Training', 'Planted: agreed', 'Median time', 'Locked'],
    note: 'Time: the median for a rated prototype, while the page could be seen. Planted: prototypes shown with a class that is not theirs, and how many of those the reader found representative of it (4 or 5).',
    gate: (right: number, asked: number, restarts: number) =>
      `${right} of ${asked} right${restarts > 0 ? `, begun anew ${restarts === 1 ? 'once' : `${restarts} times`}` : ''}`,
    underWay: 'under way',
    clock: (faults: number) => `The clock of this reader’s computer was set back ${faults === 1 ? 'once' : `${faults} times`}.`,
    items: (least: number, most: number, readers: number) =>
      least === most
        ? `Every prototype was rated by ${least === readers ? `all ${count(readers, 'reader')}` : `${least} of ${count(readers, 'reader')}`}.`
        : `Each prototype was rated by ${least} to ${most} of ${count(readers, 'reader')}.`,
  },
  scores: {
    title: 'Scores',
    figure: (question: RatedQuestion, by: string) => `${QUESTIONS[question]} by ${by}`,
    byBranch: 'branch',
    byClass: 'class',
    all: 'all',
    summary: (mean: string, scores: number, cannotJudge: number) => `Mean ${mean} of ${count(scores, 'score')}; cannot judge: ${formatCount(cannotJudge)}.`,
    note: 'Classes stand in the order of their means, the lowest first. A prototype of two classes counts in both. Training, planted and repeated items never count. “Cannot judge” is no score.',
    chooseQuestion: 'Question',
    showAll: (classes: number) => `Show all ${classes} classes`,
    showLowest: (classes: number) => `Show the ${classes} lowest`,
  },
  agreement: {
    title: 'Agreement',
    head: ['Of', 'Measure', 'Value', '95 % interval', 'Prototypes', 'Over', 'Picture'],
    mark: 'Best, bad, neither',
    measure: (measure: Agreement['measure']) => MEASURES[measure],
    meaning: (measure: Agreement['measure']) => MEANINGS[measure],
    undefined: (reason: UndefinedReason) => REASONS[reason],
    value: formatCoefficient,
    interval: (low: number, high: number) => `${formatCoefficient(low)} to ${formatCoefficient(high)}`,
    undefinedResamples: (undefinedCount: number, resamples: number) => `${formatCount(undefinedCount)} of ${formatCount(resamples)} resamples have no value`,
    bootstrap:
      'Intervals: percentile bootstrap of 1,000 resamples of the prototypes, drawn from the study’s hash (Efron and Tibshirani 1993). They say how far other prototypes, not other readers, would change a value.',
    picture: (lowest: number) => `Picture: from ${formatCoefficient(lowest)} to 1, with lines at 0, 0.667, 0.8 and 1.`,
    oneReader: 'Agreement needs two readers.',
  },
  repeats: {
    title: 'Asked twice',
    head: ['Reader', 'Question', 'Pairs', 'The same score', 'Mean difference', 'Weighted kappa'],
    note: 'Weighted kappa: Cohen’s, with quadratic weights, of a reader’s first and repeated score (Cohen 1968).',
    undefined: (reason: UndefinedReason) => (reason === 'noPairs' ? 'no pair' : 'all scores are the same'),
  },
  planted: {
    title: 'Planted items',
    head: ['Prototype', 'Its class', 'Shown as', 'Scored by', 'Found representative'],
    note: 'Whoever finds a prototype representative of a class that is not its own may not have looked, or may see it so.',
  },
  naming: {
    title: 'Classes named before they were shown',
    summary: (right: number, named: number) => `${formatCount(right)} of ${count(named, 'naming', 'namings')} were the prototype’s own class (${formatShare(named === 0 ? 0 : right / named)}).`,
    classes: ['Class', 'Named', 'Right', 'Share'],
    confusions: ['Class', 'Named instead', 'Times'],
    cannotJudge: 'cannot judge',
    classesTitle: 'By class, the least often right first',
    confusionsTitle: 'Named instead, the most frequent first',
  },
  disputed: {
    title: 'To be adjudicated',
    leastSpread: 'Scores spread by at least (SD)',
    none: 'Readers differ on no prototype by so much.',
    rule: 'Prototypes whose scores of a question have at least this standard deviation, or that some but not all readers call bad; the widest spread first. Readers stand under letters, in an order of its own for each prototype.',
    kept: 'Decisions live in this page: save the tables or print the report before you close it.',
    spread: (spread: string) => `SD ${spread}`,
    bad: (bad: number, readers: number) => `bad for ${bad} of ${readers}`,
    letter: (letter: string) => `Reader ${letter}:`,
    decision: (prototype: string) => `Decision on ${prototype}`,
    decisionName: (decision: DecisionKind) => DECISIONS[decision],
    note: (prototype: string) => `Note on ${prototype}`,
    notePlaceholder: 'Note',
    answer: 'Reader',
    mark: 'Mark',
    cannotJudge: 'cannot judge',
    key: '? cannot judge, – not answered.',
    showMore: (more: number) => `Show ${more} more`,
    shown: (shown: number, all: number) => `${formatCount(shown)} of ${formatCount(all)} prototypes are shown.`,
    listed: (shown: number, all: number) => `The ${formatCount(shown)} most disputed or decided of ${formatCount(all)}; the table of adjudication has all.`,
    undecided: 'no decision',
  },
  prototypes: {
    title: 'Prototypes',
    class: 'Class',
    allClasses: 'All classes',
    name: 'Prototype',
    readers: 'Readers',
    best: 'Best',
    bad: 'Bad',
    named: 'Named right',
    time: 'Time',
    mean: (question: RatedQuestion) => QUESTIONS[question],
    shown: (shown: number, all: number) => `${formatCount(shown)} of ${count(all, 'prototype')}`,
    showMore: (more: number) => `Show ${more} more`,
    lowest: (shown: number, all: number) => `The ${formatCount(shown)} lowest of ${formatCount(all)}; the table of prototypes has all.`,
  },
  save: {
    title: 'Save',
    report: 'Report (HTML)',
    print: 'Print the report',
    answers: 'All answers (CSV)',
    codebook: 'What its columns mean (CSV)',
    prototypes: 'Prototypes (CSV)',
    adjudication: 'Adjudication (CSV)',
    prune: 'Prototypes to prune (JSON)',
    nothingToPrune: 'No prototype is decided “Prune” yet.',
    failed: (sentence: string) => `Nothing was saved. ${sentence}`,
  },
  report: {
    title: (study: string) => `Merged answers: ${study}`,
    made: (time: string) => `Made ${time}`,
    caution: 'Research use. Not a medical device. Readers are named by number and role alone.',
  },

  mark: (mark: Mark | null) => (mark === null ? '–' : MARKS[mark]),
  reason: CODES.reason,
};
