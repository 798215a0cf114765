import type { ComparedOrder } from '../../explanation/compareExplanations';
import type { ComparedStatement, StatementResult } from '../../explanation/compareStatements';
import type { InferenceState } from '../../store/resultsState';
import { formatCount, formatError, formatProbability } from '../../viewer/format';

const NO_BREAK = '\u00a0';
const ORDER_NAMES: Readonly<Record<ComparedOrder, string>> = { difference: 'By difference', contribution: 'By contribution' };

/** The words about two ECGs side by side. Which is the earlier one is nowhere said: the page does not know. */
export const comparisonText = {
  title: (here: string, there: string) => `${here} compared with ${there}`,
  end: 'End comparison',


  ecgs: 'Both ECGs, scrolls sideways',
  here: 'This ECG',
  there: 'Compared ECG',
  figure: (which: string, mmPerSecond: number, mmPerMv: number) =>
    `${which}, twelve-lead ECG, ${mmPerSecond} millimetres a second, ${mmPerMv} millimetres a millivolt`,
  recordedBoth: 'Both are drawn as recorded until the model has read both.',

  measurements: 'Measurements',
  measuring: 'Measuring …',

  statements: 'Statements that differ',
  statementsShort: 'Statements',
  statementsNote: 'Predicted in one ECG alone first, then by how far the logits lie apart.',
  statement: 'Statement',
  logits: 'Logits apart',
  threshold: (threshold: number) => `threshold ${formatProbability(threshold).replaceAll(' ', NO_BREAK)}`,
  turn: toTurn,
  probability: (result: StatementResult, threshold: number) => formatProbability(result.probability, threshold),
  predicted: 'predicted',
  showAll: (total: number) => `Show all ${formatCount(total)}`,
  showFewer: 'Show fewer',

  verdict: (row: ComparedStatement) =>
    `Probability ${formatProbability(row.one.probability, row.threshold)} here, ${formatProbability(row.other.probability, row.threshold)} in the compared ECG, threshold ${formatProbability(row.threshold)}: ${toTurn(row)}`,
  ledger: 'Contributions in both',
  order: 'Order of the prototypes',
  orderName: (order: ComparedOrder) => ORDER_NAMES[order],
  fewer: 'Show only the strongest',
  sum: (isRelative: boolean, count: number, here: number, there: number) =>
    `${isRelative ? 'average ECG' : 'bias'} + Σ ${formatCount(count)} contributions = logit in both (differences ${formatError(here)} and ${formatError(there)}). The rows of the last column add up to the difference of the logits.`,
  withoutWhatIf: 'Nothing is muted in a comparison: both ECGs count as the network read them.',
  inference: (state: InferenceState) =>
    state.status === 'failed'
      ? `There is no prediction for the compared ECG. ${state.sentence}`
      : 'The compared ECG is being computed.',
} as const;

function toTurn({ one, other }: ComparedStatement): string {
  if (one.predicted) return other.predicted ? 'predicted in both' : 'predicted in this ECG only';
  return other.predicted ? 'predicted in the compared ECG only' : 'predicted in neither';
}
