import type { BootstrapInterval } from '../../../review/agreement/bootstrap';
import type { Followed } from '../../../review/reading/modelPull';
import { formatNumber } from '../../../viewer/format';

const MINUTE_MS = 60_000;

/** The words of a blind-first reading study's results. */
export const resultsText = {
  title: 'Readings without and with the explanation',
  scope: (readers: number, readings: number, cases: number, known: number) =>
    `${toCount(readers, 'reader')}, ${toCount(readings, 'ECG reading')} before and with the explanation, of a study of ${toCount(cases, 'ECG')}. ${
      known === 0 ? 'The study does not know what is true of any of them.' : known === cases ? 'What is true of them is known.' : `What is true is known of ${known} of them.`
    }`,
  nothing: 'No ECG was read both ways yet.',
  limits:
    'What this can tell: how readings changed at the second look, beside the explanation. What it cannot: whether the explanation changed them, for a second look alone changes readings, too, and nobody here took one without it. Only readers, or ECGs, drawn by lot to a second look without the explanation could tell the two apart.',
  key: 'Ring: the ECG alone. Disc: with the explanation.',
  sensitivity: 'Sensitivity: true statements that were named',
  specificity: 'Specificity: untrue statements that were left out',
  specificityUnknown: 'Specificity is not told: the study names no statements to choose from, and the model whose statements they were is not open here.',
  all: 'All readers',
  reader: (number: number, role: string) => `Reader ${number}, ${role}`,

  byReader: 'By reader',
  name: 'Reader',
  read: 'ECGs read both ways',
  readOf: (read: number, unexplained: number, unread: number) =>
    [String(read), ...(unexplained > 0 ? [`${unexplained} without explanation`] : []), ...(unread > 0 ? [`${unread} not finished`] : [])].join('; '),
  timeAlone: 'Median time alone',
  timeWith: 'Median time with it',
  confidence: 'Mean confidence',
  changed: 'Readings changed',
  wrongToRight: 'Wrong → right',
  rightToWrong: 'Right → wrong',
  stayedRight: 'Stayed right',
  stayedWrong: 'Stayed wrong',
  mcNemar: 'McNemar p',
  byReaderNote:
    'An ECG is right where exactly its true statements were named. McNemar’s test, exact and two-sided, is told for each reader alone: readings of one ECG by several readers are not independent of each other.',

  switches: 'Switches of all readers',
  unit: 'Counted',
  byCase: 'ECGs',
  byStatement: 'Statements',
  gain: (gain: number, { ends }: BootstrapInterval) =>
    `Right decisions on statements: ${toPoints(gain)} percentage points ${gain < 0 ? 'fewer' : 'more'} with the explanation${
      ends === null ? '' : ` (95 % interval, by resampling ECGs, ${toSignedPoints(ends[0])} to ${toSignedPoints(ends[1])})`
    }.`,

  pull: 'Toward the model and away',
  pullCount: (toward: number, away: number) =>
    `Of ${toCount(toward + away, 'statement')} added or taken off, ${toward} went where the model’s prediction stood and ${away} away from it.`,
  rightAdvice: ({ followed, given }: Followed) =>
    `Where the first reading was wrong and the model right, readers came to agree with the model in ${followed} of ${given}.`,
  wrongAdvice: ({ followed, given }: Followed) =>
    `Where the first reading was right and the model wrong, readers came to agree with the model in ${followed} of ${given}: automation bias.`,

  byStatementTitle: 'By statement',
  statement: 'Statement',
  present: 'Readings of ECGs that show it',
  named: 'Named, alone → with',
  falseAlarms: 'Named though untrue, alone → with',
  change: (before: number, after: number) => `${before} → ${after}`,
  none: '–',

  time: (ms: number | null) => {
    if (ms === null) return '–';
    return ms < 2 * MINUTE_MS ? `${Math.round(ms / 1000)} s` : `${formatNumber(Math.round(ms / (MINUTE_MS / 10)) / 10)} min`;
  },
  mean: (value: number | null) => (value === null ? '–' : value.toFixed(1)),
  p: (value: number) => (value < 0.001 ? '< 0.001' : value.toFixed(value < 0.1 ? 3 : 2)),
} as const;

function toCount(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function toPoints(share: number): string {
  return (100 * Math.abs(share)).toFixed(1);
}

function toSignedPoints(share: number): string {
  const size = toPoints(share);
  return Number(size) === 0 ? size : `${share < 0 ? '−' : '+'}${size}`;
}
