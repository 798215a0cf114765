import type { LedgerFile } from '../explanation/ledgerFile';
import type { DisplayState } from './displayState';
import type { SheetState } from './resultsState';
import { findShownRecording, statementExplanation } from './selectors';
import type { AppState } from './state';

/** Words of the page that a ledger bears. */
export interface LedgerWords {
  readonly app: string;
  readonly intendedUse: string;
}

/**
 * The open explanation as a file keeps it; null while there is none.
 *
 * @throws Problem in a page that cannot hash.
 */
export async function writeLedger(state: AppState, words: LedgerWords, written: Date): Promise<LedgerFile | null> {
  const { pack, inference, measurements, selection } = state;
  const recording = findShownRecording(state);
  const explained = statementExplanation(state);
  if (pack.status !== 'ready' || inference.status !== 'ready' || explained.status !== 'ready' || !recording) return null;
  const { createLedger } = await import('../explanation/createLedger');
  return createLedger({
    ...words,
    written,
    pack: pack.pack,
    ecg: recording.ecg,
    names: recording.names,
    prediction: inference.prediction,
    explanation: explained.explanation,
    timeLedger: explained.ledger,
    selectedPrototype: selection.status === 'statement' ? selection.prototype : null,
    measurements: measurements.status === 'ready' ? measurements.measured : null,
    view: toView(state.display),
    sheet: toSheet(state.sheet),
  });
}

/** What of the display shows the same view on another screen. */
function toView(display: DisplayState): LedgerFile['view'] {
  const { layout, pageForm, leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv, signal } = display;
  const { caseOrder, ledgerBase, caseView } = display;
  return { layout, pageForm, leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv, signal, caseOrder, ledgerBase, caseView };
}

function toSheet({ magnification, focus, calipers }: SheetState): LedgerFile['sheet'] {
  return {
    magnification,
    leadAlone: focus?.lead ?? null,
    calipers: calipers && {
      kind: calipers.kind,
      lead: calipers.lead,
      firstSeconds: calipers.ends[0],
      secondSeconds: calipers.ends[1],
      isMarching: calipers.isMarching,
    },
  };
}
