import { CANNOT_JUDGE, type RatedQuestion, type Score } from '../../../review/answer';
import type { ItemStatus } from '../../../review/itemStatus';
import type { Gate } from '../../../review/progress';
import type { ItemOrder } from '../../../review/sortItems';
import type { Layout } from '../../../store/displayState';
import { formatCount, formatSpan } from '../../../viewer/format';

const STATUS_NAMES: Readonly<Record<ItemStatus, string>> = {
  open: 'not answered',
  begun: 'begun',
  skipped: 'skipped',
  done: 'answered',
};
const ORDER_NAMES: Readonly<Record<ItemOrder, string>> = {
  study: 'In order',
  contribution: 'By contribution',
  disagreement: 'By disagreement',
  uncertainty: 'By uncertainty',
};
const ORDER_HINTS: Readonly<Record<ItemOrder, string>> = {
  study: 'The order that the study gives.',
  contribution: 'Largest share in the logit of its own class first.',
  disagreement: 'Readers furthest apart first.',
  uncertainty: 'First those that ECGs without the class resemble most often.',
};
const LAYOUT_NAMES: Readonly<Record<Layout, string>> = { page: 'Whole page', matched: 'At the segment', stacked: '12 × 1' };
const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** The words of the screen on which prototypes are rated. */
export const rateText = {
  waitingForModel: 'The review goes on when the model is here.',
  openModel: (name: string) => `Open ${name}`,

  keys: 'Keys',
  keysHint: 'Single keys answer',
  keyHelp: 'Which key does what',
  keyHelpTitle: 'Keys of the review',
  keyHelpClose: 'Close the list of keys',
  keyHelpNote:
    'They work while the focus is on this page and not in a text field. On the ECG paper 0, c and, with calipers, x and the arrows are the paper’s own.',
  keyTable: [
    ['1–5', 'Answer the question that is marked'],
    ['0', 'Cannot judge'],
    ['↑ ↓', 'The question before, the next'],
    ['b', 'Best of its class, or not'],
    ['x', 'Bad prototype, or not; 1–6 then say why'],
    ['c', 'Write a comment; Esc leaves it'],
    ['n, Enter', 'Next item that is not answered; while a class is asked for, Enter goes there'],
    ['p', 'The item before'],
    ['s', 'Skip: it comes again at the end'],
    ['u', 'Undo'],
    ['?', 'This list'],
  ] as const,

  home: 'All reviews',
  list: 'Items',
  openList: 'Items',
  closeList: 'Close the list of items',
  number: (number: number, total: number) => `Item ${formatCount(number)} of ${formatCount(total)}`,
  training: (number: number, total: number) => `Training ${number} of ${total}`,
  shortNumber: (number: number) => `Item ${formatCount(number)}`,
  shortTraining: (number: number) => `Training ${number}`,
  opened: (place: string, classes: string) => (classes === '' ? `${place}.` : `${place}: ${classes}.`),
  progress: (done: number, total: number) => `${formatCount(done)} of ${formatCount(total)} answered`,
  skipped: (count: number) => `${formatCount(count)} skipped`,
  timeLeft: (milliseconds: number) => {
    const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MS));
    if (minutes < HOUR_MINUTES) return `about ${minutes} min left`;
    return `about ${(minutes / HOUR_MINUTES).toFixed(1)} h left`;
  },
  status: 'Show',
  statusName: (status: ItemStatus | null) => (status === null ? 'All items' : `Only ${STATUS_NAMES[status]}`),
  statusWord: (status: ItemStatus) => STATUS_NAMES[status],
  classFilter: 'Class',
  allClasses: 'All classes',
  order: 'Order',
  orderName: (order: ItemOrder) => ORDER_NAMES[order],
  orderHint: (order: ItemOrder, hasEcg: boolean) =>
    order === 'contribution' && hasEcg ? 'Largest contribution to its own class in the open ECG first.' : ORDER_HINTS[order],
  fixedOrder: (isSeeded: boolean) =>
    isSeeded
      ? 'The study draws an order for each reader, so that no item always comes late; it stays as it is.'
      : 'The study gives the order: one chosen here could tell what it hides.',
  nothingListed: 'No item is like that.',
  best: 'best',
  bad: 'bad',

  layoutName: (layout: Layout) => LAYOUT_NAMES[layout],
  segment: 'segment',
  loadingEcg: 'Loading the ECG.',
  segmentNote: (startSeconds: number, endSeconds: number) => `The box is the prototype, ${formatSpan(startSeconds, endSeconds)}.`,
  fieldNote: (startSeconds: number, endSeconds: number) =>
    `The dashed outline, ${formatSpan(startSeconds, endSeconds)}, is all that the network could see for it.`,
  wholeField: 'The network saw the whole record for it.',
  wholeRecord: 'The prototype is the whole ten seconds: no single place stands for it.',
  pageNote: 'On the whole page only the leads whose column shows this moment are marked.',

  panel: 'Rating',
  classQuestion: 'Which statement does this ECG show?',
  classLabel: 'Statement',
  classHint: 'The class of the prototype is shown afterwards; your statement stays.',
  classPlaceholder: 'Code or words',
  cannotTell: 'Cannot tell',
  noStatement: 'No statement has this code or these words.',
  openStatements: 'All statements',
  reveal: 'Name it and see the class',
  named: (named: string) => (named === CANNOT_JUDGE ? 'You could not tell.' : `You named ${named}.`),
  previous: 'Back',
  next: 'Next',
  skip: 'Skip',
  undo: 'Undo',
  locked: 'This review is locked: nothing can be added or changed.',
  bestMoved: (items: string, classes: string) => `${items} is no longer the best of ${classes}.`,

  trainingNote: 'Training: the last answer brings the explanation and stands.',
  trainingTitle: 'What the study says',
  accepted: (question: string, scores: readonly Score[]) => `${question}: ${formatScores(scores)} accepted`,
  answeredAs: (rating: string) => `you: ${rating}`,
  among: 'Your answers are among those accepted.',
  notAmong: 'Not all of your answers are among those accepted.',
  gate: (gate: Extract<Gate, { status: 'passed' | 'failed' }>, needed: number) =>
    gate.status === 'passed'
      ? `Training is done: ${gate.right} of ${gate.asked} items answered as accepted, ${needed} needed. Rating begins with the next item.`
      : `${gate.right} of ${gate.asked} training items were answered as accepted; rating begins after ${needed} or more.`,
  failedTitle: 'Training was not passed',
  failedHow: 'Look at the explanations again in the list, then begin the training anew. Your first answers stay in the log.',
  restart: 'Begin the training anew',

  doneTitle: (count: number) => `All ${formatCount(count)} items are answered`,
  doneHow: (isOwn: boolean) =>
    `Save your answers as a file${isOwn ? '' : ' for whoever leads the study'}. Until you lock the review, you can still change them.`,
  doneLocked: (isOwn: boolean) => `The review is locked. Save your answers as a file${isOwn ? '' : ' for whoever leads the study'}.`,
  export: 'Save answers',
  lock: 'Lock the review',
  lockAsk: 'Lock the review? Nothing can be added or changed afterwards.',
  lockYes: 'Lock it',
  lockNo: 'Not yet',
  noneLeft: 'Nothing is left unanswered in this selection',
  noneLeftHow: (count: number) => `${formatCount(count)} items outside of it are not answered.`,
  showAll: 'Show all items',

  shortClass: 'Class',
  shortQuestion: (question: RatedQuestion) => (question === 'representativeness' ? 'Repr.' : 'Clarity'),
  shortRating: (value: number | string | null) => (value === null ? '–' : value === CANNOT_JUDGE ? 'cannot' : String(value)),
} as const;

function formatScores(scores: readonly Score[]): string {
  return scores.length === 1 ? String(scores[0]) : `${scores.slice(0, -1).join(', ')} or ${scores.at(-1)}`;
}
