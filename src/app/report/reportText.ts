import { toListing } from '../../ecg/listing';
import type { BackendReport } from '../../model/protocol';
import { formatStretch } from '../../viewer/clockTime';
import { formatCount, formatError, formatLogit, formatNumber, formatProbability, formatShare, formatSimilarity, formatSpan } from '../../viewer/format';
import type { PrototypeContribution } from '../../explanation/explanation';
import { toPrototypeName } from '../../explanation/prototypeKey';
import type { ReportOptions } from './reportOptions';

const STATEMENTS: Readonly<Record<ReportOptions['statements'], string>> = { predicted: 'All predicted', chosen: 'The chosen one' };

/** The words of the report and of the dialog before it. */
export const reportText = {
  title: 'Report',
  close: 'Close without printing',
  preview: 'Preview of the report',
  identity: 'Name or number on the report',
  identityHint: 'For this report alone: it is not kept, and nothing fills it in for you.',
  statements: 'Statements',
  statementsName: (statements: ReportOptions['statements']) => STATEMENTS[statements],
  cases: 'Cases at most',
  casesName: (count: number) => (count === 0 ? 'None' : String(count)),
  print: 'Print or save as PDF',
  printHint: 'A4, at 100 %: then a second is 25 mm. The print dialog also saves a PDF.',

  printed: (time: string) => `printed ${time}`,
  model: (title: string, hash: string) => `${title} (${hash})`,
  recording: (hash: string | null, samplingRateHz: number) =>
    `ECG${hash === null ? '' : ` ${hash}`}, ${formatNumber(samplingRateHz)} Hz`,
  used: (startSeconds: number, endSeconds: number, durationSeconds: number) =>
    `${formatStretch(startSeconds, endSeconds, durationSeconds)} used`,
  derived: (leads: readonly string[]) => `${leads.join(', ')} derived`,
  stated: 'rate, unit or leads as stated by the reader',
  checks: (sumError: number | null, { selfCheck }: BackendReport) =>
    [
      ...(sumError === null ? [] : [`sum equals the logit (difference ${formatError(sumError)})`]),
      `backend’s self-check (similarity ${formatError(selfCheck.similarity)}, probability ${formatError(selfCheck.probability)})`,
      'SHA-256 of every file of the model',
    ].join(', '),
  checksPassed: 'Checks passed:',
  measured: 'Measured',
  signal: 'Signal',
  signalFine: 'Nothing found',
  notMeasured: 'Not measured yet when this was printed.',
  notMeasurable: 'not measurable',
  lostLayout: 'the layout of the screen',
  lost: (choices: readonly string[]) => `${toCapital(toListing(choices))} ${choices.length === 1 ? 'does' : 'do'} not fit on this page.`,

  noWhatIf: 'This page has the real prediction, without the what-if of the screen.',

  predictedStatements: (count: number) => `Predicted statements (${count})`,
  chosenStatement: 'Statement',
  nonePredicted: 'No statement reaches its threshold.',
  more: (count: number) => `${formatCount(count)} more`,
  code: 'Code',
  probability: 'Prob.',
  threshold: 'Thresh.',
  distance: 'Logits',

  contributions: (code: string) => `Contributions to ${code}`,
  result: (probability: number, threshold: number, predicted: boolean) =>
    `Probability ${formatProbability(probability, threshold)}, threshold ${formatProbability(threshold)}: ${predicted ? 'predicted' : 'not predicted'}.`,
  casesTitle: (shown: number, all: number) => `Cases (${shown} of ${formatCount(all)})`,
  casesLost: 'There is no room for cases on this page.',
  casesNote: (mmPerSecond: number, mmPerMv: number) =>
    `above: this ECG; below: the prototype · ${formatNumber(mmPerSecond)} mm/s · ${formatNumber(mmPerMv)} mm/mV`,
  casePlace: ({ match }: PrototypeContribution) => (match === null ? '' : formatSpan(match.startSeconds, match.endSeconds)),
  caseFacts: ({ similarity, maxSimilarity, contribution }: PrototypeContribution) =>
    `similarity ${formatSimilarity(similarity)} of ${formatNumber(maxSimilarity)} (${formatShare(similarity / maxSimilarity)}), ${formatLogit(contribution)}`,
  caseTitle: (contribution: PrototypeContribution) => `This ECG above prototype ${toPrototypeName(contribution)}`,
  caseMissing: 'The prototype’s ECG was not there yet when this was printed.',

  missing: {
    loading: 'The prediction is missing: the model was still loading when this was printed.',
    running: 'The prediction is missing: it was still being computed when this was printed.',
    noModel: 'The prediction is missing: no model was loaded.',
    failed: (sentence: string) => `The prediction is missing: ${sentence}`,
  },
} as const;

function toCapital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
