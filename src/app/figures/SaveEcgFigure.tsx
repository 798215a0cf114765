import { statementExplanation } from '../../store/selectors';
import { useAppState } from '../AppStoreContext';
import { text } from '../text';
import { findParts } from './findParts';
import { type SavableFigure, SaveFigure } from './SaveFigure';

const ECG: SavableFigure = {
  id: 'ecg',
  name: text.figures.ecg,
  findParts: (panel) => findParts(panel, 'svg.ecg-figure'),
};
const TIME_LEDGER: SavableFigure = {
  id: 'time-ledger',
  name: text.figures.timeLedger,
  // Under its ECG, whose time axis it has.
  findParts: (panel) => [...findParts(panel, 'svg.ecg-figure'), ...findParts(panel, '.time-ledger-lane svg')],
};

/** Saves the ECG as it is drawn, marks and all; alone, or with the evidence in time below it. */
export function SaveEcgFigure() {
  const isExplained = useAppState((state) => statementExplanation(state).status === 'ready');
  return <SaveFigure panel=".ecg-panel" figures={isExplained ? [ECG, TIME_LEDGER] : [ECG]} />;
}
