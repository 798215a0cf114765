import { toListing } from '../../../ecg/listing';

/** So many names are told one by one. */
const MOST_NAMES = 8;

/** The words of the blind-first reading study. */
export const readingText = {
  how: 'You read each ECG twice: first alone; then beside the model’s statements, its evidence and its cases. What you hand in first cannot be changed. Times are kept from the moment the ECG is shown.',
  ecgs: 'The ECGs',
  give: 'Choose the ECG files',
  giveMore: 'Add ECG files',
  here: (here: number, all: number) =>
    here === all ? `${toEcgs(all)}: ${all === 1 ? 'it is' : 'all are'} here.` : `${here} of ${toEcgs(all)} ${all === 1 ? 'is' : 'are'} here.`,
  missing: (labels: readonly string[]) => `Not here yet: ${toNames(labels)}.`,
  known: 'An ECG is known by its samples, whatever its file is called. Nothing of the files is kept: after the page is closed they are to be given again.',
  reading: (count: number) => `Reading ${count === 1 ? 'a file' : `${count} files`}.`,
  foreign: (names: readonly string[]) =>
    `${names.length === 1 ? 'One recording is' : `${names.length} recordings are`} not of this study and will not be shown: ${toNames(names)}.`,
  refused: (name: string, sentence: string) => `${name}: ${sentence}`,
  model: 'The model',
  modelReady: (title: string) => `The explanations come from: ${title}.`,
  modelLoading: (title: string) => `${title} is being loaded.`,
  otherModel: (title: string, sha256: string, open: string | null) =>
    `This study is explained by ${title} (${sha256.slice(0, 8)})${open === null ? '' : `; open here is ${open}`}.`,
  openModel: (name: string) => `Open ${name}`,
  noModel: 'It is not installed here: ask whoever made the study for it.',
  begin: 'Begin',
  goOn: (label: string, isFinal: boolean) => `Go on with ${isFinal ? 'the final reading of ' : ''}${label}`,
  allHereRead: 'All ECGs that are here are read.',
  allRead: (count: number) => `${count === 1 ? 'The ECG is' : `All ${count} ECGs are`} read.`,
  handInAnswers: 'To your answers: export and hand in',
  locked: 'These answers are locked: nothing can be added.',
  leaving: 'When you leave this page, ECGs that you have not finished are closed, so that no prediction of them is seen before its time.',

  progress: (read: number, all: number) => `${read} of ${all} read`,
  progressLabel: 'ECGs read',
  pause: 'ECGs of the study',
  opening: 'Opening the ECG.',

  firstTitle: 'First reading: the ECG alone',
  finalTitle: 'Final reading: with the explanation',
  finalIntro: 'Change what you now see differently, or hand it in as it is.',
  firstHandedIn: (statements: readonly string[], confidence: number) =>
    `First reading: ${statements.length === 0 ? 'none of the statements' : toListing(statements)}; confidence ${confidence}.`,
  explanationShown: 'The first reading is handed in. The explanation is on the page.',
  chosen: 'Your statements',
  noneChosen: 'None chosen yet',
  /** The statement's own name follows it. */
  remove: 'Take off',
  search: (count: number) => `Search ${count} statements`,
  clearSearch: 'Clear the search',
  nothingFound: 'No statement has these words.',
  list: 'Statements to choose from',
  change: 'Change the statements',
  none: 'None of these',
  confidence: 'How sure are you?',
  confidenceName: (score: number) => `${score} of 5: ${CONFIDENCE_WORDS[score - 1]}`,
  confidenceWords: (score: number | null) => (score === null ? 'not set' : CONFIDENCE_WORDS[score - 1]!),
  confidenceKeys: '1–5',
  lowest: 'guessing',
  highest: 'certain',
  handIn: { first: 'Hand in the first reading', final: 'Hand in the final reading' },
  lacks: { statements: 'Choose at least one statement, or “None of these”.', confidence: 'Say how sure you are.' },
  waits: 'The explanation is on its way.',
  skip: 'Put aside for later',
  keys: 'Keys 1–5 and Enter',
  unexplained: (sentence: string) => `The model cannot explain this ECG: ${sentence} Your first reading stands, and no final one is asked for.`,
  goOnUnexplained: 'Go on',
  toForm: 'Your final reading',
  openStatements: 'The model’s statements',
} as const;

const CONFIDENCE_WORDS = ['guessing', 'unsure', 'fairly sure', 'sure', 'certain'] as const;

function toEcgs(count: number): string {
  return count === 1 ? 'One ECG' : `${count} ECGs`;
}

function toNames(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return toListing(names);
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`;
}
