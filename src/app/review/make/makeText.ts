import { RATED_QUESTIONS, type RatedQuestion } from '../../../review/answer';
import type { Study } from '../../../review/study';
import type { SelectionRule } from '../../../review/studyPlan';
import { formatCount } from '../../../viewer/format';

const RULE_NAMES: Readonly<Record<SelectionRule, string>> = {
  all: 'All',
  perClass: 'Some of each class, drawn with the seed',
  mostFiring: 'Those of each class that fire most without it',
  leastFiring: 'Those of each class that fire least without it',
};

const RULE_ABOUT: Readonly<Record<SelectionRule, string>> = {
  all: 'Every prototype of the classes below.',
  perClass: 'The same for every reader.',
  mostFiring: 'Prototypes to which held-out ECGs without the class are as similar as those with it.',
  leastFiring: 'Prototypes that tell held-out ECGs with the class apart from all others.',
};

const QUESTION_NAMES: Readonly<Record<RatedQuestion, string>> = { representativeness: 'Representativeness', clarity: 'Clarity' };
const QUESTION_ABOUT: Readonly<Record<RatedQuestion, string>> = {
  representativeness: 'To what extent is this a typical or defining presentation of the class?',
  clarity: 'Is the signal interpretable and clear, or noisy?',
};

const KIND_NAMES: Readonly<Record<Study['kind'], string>> = {
  prototypes: 'Readers rate the model’s prototypes',
  reading: 'Readers read ECGs without, then with the explanation',
};

/** The words of the page on which a study is made. */
export const makeText = {
  title: 'Make a study',
  about: (name: string) => `Of the model ${name}. It becomes one small file that you send to readers; whoever changes it afterwards is found out.`,
  noModel: 'A study is made of a model, and none is open yet.',
  back: 'Back to Review',

  what: 'What is studied',
  studyTitle: 'Title',
  titleHint: 'Readers see it.',
  kind: 'Kind',
  kindName: (kind: Study['kind']) => KIND_NAMES[kind],

  prototypes: 'Which prototypes',
  rule: 'Chosen',
  ruleName: (rule: SelectionRule) => RULE_NAMES[rule],
  ruleAbout: (rule: SelectionRule) => RULE_ABOUT[rule],
  countPerClass: 'Of each class, at most',
  classes: 'Classes',
  allClasses: 'All classes',
  noClass: 'No class yet',

  questions: 'What is asked',
  questionNames: RATED_QUESTIONS,
  questionName: (question: RatedQuestion) => QUESTION_NAMES[question],
  questionAbout: (question: RatedQuestion) => QUESTION_ABOUT[question],
  hideClass: 'Hide the class until the reader has named one',
  hideClassAbout: 'Both are kept: what the reader named, and the scores afterwards.',

  checks: 'Order and checks',
  seed: 'Seed',
  seedHint: 'Each reader has an order of their own, drawn from this and the reader. The same seed gives the same orders.',
  drawSeed: 'Draw another',
  repeats: 'Shown twice',
  repeatsHint: 'Far behind the first time: how a reader agrees with themselves.',
  planted: 'Planted with a wrong class',
  plantedHint: 'Whoever agrees with these does not look.',

  training: 'Training',
  trainingAbout: 'Asked first, explained afterwards, never counted.',
  addTraining: 'Add a prototype',
  findTraining: 'A name such as morphology/151, or a class',
  noneFound: 'No prototype has this name or class.',
  accepted: (question: RatedQuestion) => `${QUESTION_NAMES[question]}: accepted`,
  acceptedHint: 'Scores that pass. None chosen: not judged.',
  explanation: 'Explanation, said after the answer',
  remove: (name: string) => `Remove ${name}`,
  strip: (name: string) => `Lead II of the ECG of ${name}`,
  stripLoading: 'Loading its ECG.',
  gateUsed: 'A gate: rating begins only after enough accepted answers',
  gate: 'Accepted answers needed',

  cases: 'Which ECGs',
  casesAbout: 'Those that are open in Read. The study holds the hash of their samples, never the ECGs: readers need the files.',
  noCases: 'No ECG is open. Open them in Read, then come back: what you chose here stays.',
  toRead: 'Go to Read',
  caseLabel: (n: number) => `Name of ECG ${n} in the study`,
  caseDefault: (n: number) => `Case ${n}`,
  caseFile: (name: string, hash: string) => `${name}, samples ${hash}`,
  truth: (label: string) => `What is true of ${label}`,
  truthUnknown: 'Not known',
  truthNone: 'None of the statements',
  isAsked: (label: string) => `Ask for ${label}`,
  hashing: 'Computing the hash of its samples.',
  notReady: (count: number) => `${count === 1 ? 'One ECG is' : `${count} ECGs are`} still being read.`,

  readers: 'Readers',
  roles: 'Roles to choose from',
  addRole: 'Another role',
  add: 'Add',
  synchronisation: 'Copy answers to (optional)',
  synchronisationHint: 'Address of a CouchDB database, for studies at several sites. Empty: answers stay on each reader’s computer.',

  summary: 'This study',
  items: 'Items',
  itemsOf: (count: number) => formatCount(count),
  kinds: 'Of them',
  kindsOf: ({ rating, repeat, planted, training }: Readonly<Record<'rating' | 'repeat' | 'planted' | 'training', number>>) =>
    [
      `${formatCount(rating)} to rate`,
      ...(repeat > 0 ? [`${repeat} shown twice`] : []),
      ...(planted > 0 ? [`${planted} planted`] : []),
      ...(training > 0 ? [`${training} to train`] : []),
    ].join(', '),
  ecgs: 'ECGs',
  truths: 'With truth',
  time: 'A reader’s time',
  timeOf: (duration: string) => `about ${duration}, an estimate`,
  covered: 'Classes',
  coveredOf: (count: number, total: number) => `${count} of ${total}`,
  coveredList: 'How many of each class',
  missing: 'Still missing',
  save: 'Save study file',
  saveHint: 'It is also kept on this computer, under Review.',
  saved: (name: string) => `Saved as ${name}, and kept under Review.`,

  faults: {
    title: 'a title',
    seed: 'a seed',
    roles: 'a role for readers',
    questions: 'a question',
    classes: 'a class',
    cases: 'an ECG',
    labels: 'a name for each ECG',
    training: 'an explanation for each training item',
    synchronisation: 'an address that begins with https://',
  },
} as const;
