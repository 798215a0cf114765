import type { StudyLength } from '../../../review/studyLength';
import type { Study } from '../../../review/study';
import { formatCount } from '../../../viewer/format';

const QUESTION_WORDS = {
  representativeness: 'how typical it is of its class',
  clarity: 'how clear its signal is',
} as const;

/** The words of review mode's start page. */
export const homeText = {
  title: 'Review',
  privacy: 'Answers stay on this computer until you export them. No name, no ECG of a patient is ever in them.',
  open: 'Open a study or answers file',
  make: 'Make a study',
  merge: 'Merge readers’ answers',
  doors: 'What can be done',
  mayBeCleared: 'This browser may clear reviews by itself when the computer runs out of room. Export now and then.',
  opening: 'Looking for reviews on this computer.',

  own: 'Your own review',
  ownOf: (name: string) => `All prototypes of ${name}, in the model’s order, nothing hidden. Stop and come back at any time.`,
  noModel: 'There is no model to review yet.',
  modelLoading: 'The model is being loaded.',
  begin: 'Begin',
  goOn: 'Go on',
  look: 'Look at it',

  studies: 'Studies',
  noStudies: 'A study is one small file. Open one that was sent to you, or make your own and send it to readers.',
  asked: 'Asked',
  askedOf: toAsked,
  length: 'Length',
  lengthOf: toLength,
  classes: 'Class',
  classHidden: 'hidden until you have named it',
  classShown: 'shown from the beginning',
  model: 'Model',
  modelIs: (title: string, sha256: string) => `${title} (${sha256.slice(0, 8)})`,
  modelOpen: 'open here',
  modelNotOpen: 'not open here: this study can be answered with this very model alone',
  openModel: (name: string) => `Open the model ${name}`,
  synchronisation: 'Copied to',
  made: 'Made',

  start: 'Begin as a reader',
  startAnother: 'Begin as another reader',
  cancel: 'Not now',
  role: 'You are a',
  years: 'Years of reading ECGs',
  optional: 'Optional. Your name is never asked.',

  reader: (role: string, years: number | null) => (years === null ? role : `${role}, ${years} ${years === 1 ? 'year' : 'years'}`),
  readers: (title: string) => `Readers of ${title} on this computer`,
  progress: (title: string) => `Progress in ${title}`,
  doneOf: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)}`,
  locked: 'Done and locked',
  notExported: (count: number) => (count === 0 ? 'Changes not exported' : `${toAnswers(count)} not exported`),
  exportNow: ': export them, a computer can be lost.',
  exported: 'All exported',
  untouched: 'Nothing answered yet',
  clockFaults: (count: number) =>
    `This computer’s clock was set back ${count === 1 ? 'once' : `${count} times`} meanwhile. Times of answers may be wrong; how long each took is not.`,

  export: 'Export',
  exportOf: (reader: string) => `Export the answers of ${reader}`,
  exportJson: 'Answers, to merge or to go on elsewhere (JSON)',
  exportCsv: 'Answers as a table (CSV)',
  exportCodebook: 'What the table’s columns and codes mean (CSV)',
  exportHolds: 'Holds the study, your role and years, and your answers with their times. No name.',

  lock: 'I am done',
  lockOf: (reader: string) => `I am done: lock the answers of ${reader}`,
  lockTitle: 'Lock these answers?',
  lockMeans: 'Nothing can be added or changed afterwards. Then export the file for the coordinator.',
  lockOpen: (done: number, total: number) => `${formatCount(total - done)} of ${formatCount(total)} are not answered yet.`,
  lockConfirm: 'Lock',

  answersTitle: 'Answers that were opened',
  answersOf: (reader: string, title: string, count: number, isLocked: boolean) =>
    `${toAnswers(count)} to “${title}” (${reader})${isLocked ? ', done and locked' : ''}.`,
  answersGoOn: 'Go on here',
  answersGoOnWith: (name: string) => `Go on here with ${name}`,
  answersMerge: 'Merge readers’ answers',
  answersPutAside: 'Put aside',

  others: (names: readonly string[]) =>
    names.length === 1
      ? `“${names[0]}” is no study and no answers file. An ECG is opened in Read.`
      : `${names.length} files are no studies and no answers files. ECGs are opened in Read.`,
  openInRead: 'Open in Read',
} as const;

function toAnswers(count: number): string {
  return `${formatCount(count)} ${count === 1 ? 'answer' : 'answers'}`;
}

function toAsked(study: Study): string {
  if (study.kind === 'reading') return 'Read each ECG alone, then once more with the model’s explanation.';
  return `Of each prototype: ${study.questions.map((question) => QUESTION_WORDS[question]).join(', and ')}.`;
}

function toLength({ count, kinds, seconds }: StudyLength): string {
  const what = kinds === null ? (count === 1 ? 'ECG' : 'ECGs') : count === 1 ? 'item' : 'items';
  const training = kinds !== null && kinds.training > 0 ? `, ${kinds.training} of them to train` : '';
  return `${formatCount(count)} ${what}${training}: about ${toDuration(seconds)}, an estimate`;
}

/** A length of time as a person says it: “25 min”, “2 h 20 min”. */
export function toDuration(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes} min`;
  const tens = Math.round(minutes / 10) * 10;
  const rest = tens % 60;
  return rest === 0 ? `${tens / 60} h` : `${Math.floor(tens / 60)} h ${rest} min`;
}
