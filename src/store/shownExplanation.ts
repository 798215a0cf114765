import type { LeadName } from '../ecg/lead';
import { toSentence } from '../ecg/problem';
import { type AverageEcg, findAverageEcg } from '../explanation/averageEcg';
import { explainStatement } from '../explanation/explainStatement';
import { findFlippedStatements, type FlippedStatements } from '../explanation/flippedStatements';
import type { StatementExplanation } from '../explanation/explanation';
import { toRelativeExplanation } from '../explanation/relativeExplanation';
import { type TimeLedger, timeLedger } from '../explanation/timeLedger';
import { isMuted, muteContributions, type Muting } from '../explanation/whatIf';
import type { Prediction } from '../model/prediction';
import type { LoadedPack } from '../model/protocol';
import { memoiseLast } from './memoiseLast';
import type { AppState } from './state';

/** The explanation of the chosen statement as the reader asked for it, or why there is none. */
export type ShownExplanationState =
  | { readonly status: 'none' }
  | {
      readonly status: 'ready';
      /** Absolute or relative, and of the what-if where there is one. */
      readonly explanation: StatementExplanation;
      /** Where in time the absolute morphology evidence that counts lies. */
      readonly ledger: TimeLedger;
      /** Absolute, of what the network really said. */
      readonly original: StatementExplanation;
    }
  | { readonly status: 'failed'; readonly sentence: string };

const NO_LEADS: readonly LeadName[] = [];
const NOTHING: ShownExplanationState = { status: 'none' };

/** The average ECG of the open pack; null where it has none. */
export function findPackAverage({ pack }: AppState): AverageEcg | null {
  return pack.status === 'ready' ? averageOf(pack.pack.similarityReference) : null;
}

/** The leads that are flat in what is shown. */
export function findMutedLeads({ whatIf }: AppState): readonly LeadName[] {
  return whatIf.answer?.leads ?? NO_LEADS;
}

/** Whether anything is muted, or is about to be. */
export function isWhatIf({ whatIf }: AppState): boolean {
  return whatIf.branches.length + whatIf.prototypes.length + whatIf.leads.length > 0;
}

/** The prediction behind the shown explanation: with leads muted where the network has answered that, else the real one. */
export function findShownPrediction({ inference, whatIf }: AppState): Prediction | null {
  if (inference.status !== 'ready') return null;
  return whatIf.answer?.prediction ?? inference.prediction;
}

/** The chosen statement's explanation in the chosen mode and with the chosen parts muted, computed once for each choice. */
export function shownExplanation(state: AppState): ShownExplanationState {
  const { pack, inference, selection, whatIf } = state;
  if (pack.status !== 'ready' || inference.status !== 'ready' || selection.status === 'none') return NOTHING;
  const shown = findShownPrediction(state)!;
  return explain(pack.pack, inference.prediction, shown, selection.code, findBase(state), toMuting(whatIf.branches, whatIf.prototypes));
}

/** The statements whose prediction the what-if turns over; null where nothing is predicted. */
export function findFlips(state: AppState): FlippedStatements | null {
  const { pack, inference, whatIf } = state;
  if (pack.status !== 'ready' || inference.status !== 'ready') return null;
  const muting = toMuting(whatIf.branches, whatIf.prototypes);
  return flipsOf(pack.pack, inference.prediction, findShownPrediction(state)!, findBase(state), muting);
}

/** The average ECG from which contributions count; null where they count from similarities of 0. */
export function findBase(state: AppState): AverageEcg | null {
  return state.display.ledgerBase === 'average' ? findPackAverage(state) : null;
}

const flipsOf = memoiseLast(findFlippedStatements);
const averageOf = memoiseLast(findAverageEcg);
const toMuting = memoiseLast((branches: Muting['branches'], prototypes: Muting['prototypes']): Muting => ({ branches, prototypes }));

const explain = memoiseLast(
  (
    pack: LoadedPack,
    real: Prediction,
    shown: Prediction,
    code: string,
    average: AverageEcg | null,
    muting: Muting,
  ): ShownExplanationState => {
    const index = pack.manifest.statements.findIndex((statement) => statement.code === code);
    if (index < 0) return NOTHING;
    try {
      const original = explainStatement(pack, real, index);
      const absolute = shown === real ? original : explainStatement(pack, shown, index);
      const relative = average ? toRelativeExplanation(absolute, average) : absolute;
      return {
        status: 'ready',
        explanation: muteContributions(relative, muting),
        ledger: timeLedger(pack, shown, index, (prototype) => !isMuted(muting, { branch: 'morphology', index: prototype })),
        original,
      };
    } catch (thrown) {
      return { status: 'failed', sentence: toSentence(thrown) };
    }
  },
);
