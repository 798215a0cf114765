import type { Ecg } from '../ecg/ecg';
import type { EcgFile } from '../ecg/ecgFile';
import type { StatedFacts } from '../ecg/statedFacts';
import type { LedgerFile } from '../explanation/ledgerFile';
import type { StoreContext } from './context';
import type { Deps } from './deps';
import { ForReview } from './forReview';
import { notify } from './notices';
import type { SheetState } from './resultsState';
import { findShownRecording } from './selectors';
import type { AppState } from './state';

/** The ECG of some files, and the explanation that it was kept in, if it was. */
export interface OpenedEcg {
  readonly ecg: Ecg;
  readonly ledger?: LedgerFile;
}

/** A ledger is a JSON object. */
const BRACE = '{'.charCodeAt(0);

/**
 * Reads files as one recording: the ECG in a ledger, where the one file is a ledger by its content, else what the formats
 * read. The code that reads ledgers is loaded for JSON files alone.
 *
 * @throws Problem where nothing can be read, ForReview where the one file is a study or a reader's answers.
 */
export async function readRecording(
  { readEcg }: Pick<Deps, 'readEcg'>,
  files: readonly EcgFile[],
  stated: StatedFacts,
): Promise<OpenedEcg> {
  const [file] = files;
  if (files.length === 1 && file!.bytes.find((byte) => byte > 32) === BRACE) {
    const { findLedgerText, readLedger } = await import('../explanation/readLedger');
    const text = findLedgerText(file!.bytes);
    if (text !== undefined) return readLedger(text);
    const { findReviewText } = await import('../review/findReviewText');
    if (findReviewText(file!.bytes)) throw new ForReview();
  }
  return { ecg: await readEcg(files, stated) };
}

/** Shows the view that the open recording's ledger was written in; nothing of it is kept as the reader's preference. */
export function restoreView({ store }: StoreContext): void {
  const ledger = findShownRecording(store.getState())?.ledger;
  if (!ledger) return;
  const { code, selectedPrototype } = ledger.statement;
  store.setState(({ display }) => ({
    display: { ...display, ...ledger.view },
    selection: { status: 'statement', code, prototype: selectedPrototype },
    sheet: toSheetState(ledger.sheet),
  }));
}

function toSheetState({ magnification, leadAlone, calipers }: LedgerFile['sheet']): SheetState {
  return {
    magnification,
    focus: leadAlone && { lead: leadAlone, seconds: null, magnificationBefore: 1 },
    calipers: calipers && {
      kind: calipers.kind,
      lead: calipers.lead,
      ends: [calipers.firstSeconds, calipers.secondSeconds],
      activeEnd: 1,
      isMarching: calipers.isMarching,
    },
  };
}

/** Whether the chosen statement and prototype are those of the open recording's ledger, and mean the same in this model. */
export function isRestored(state: AppState): boolean {
  const { pack, selection } = state;
  const ledger = findShownRecording(state)?.ledger;
  if (pack.status !== 'ready' || selection.status !== 'statement' || !ledger) return false;
  const { code, selectedPrototype } = ledger.statement;
  return pack.pack.sha256 === ledger.model.sha256 && selection.code === code && selection.prototype === selectedPrototype;
}

/** Says how far what the network has answered for the open recording agrees with the ledger that it was read from. */
export async function compareWithLedger(context: StoreContext): Promise<void> {
  const { store } = context;
  const { pack, inference } = store.getState();
  const ledger = findShownRecording(store.getState())?.ledger;
  if (pack.status !== 'ready' || inference.status !== 'ready' || !ledger) return;
  const { compareLedger } = await import('../explanation/compareLedger');
  // Another recording, model or run may have come while the code did.
  if (store.getState().inference !== inference) return;
  forgetComparison(context);
  const { name, sha256, backend } = ledger.model;
  const { code } = ledger.statement;
  notify(context, {
    kind: 'ledgerOpened',
    written: { name, sha256, backend, time: ledger.written },
    now: { name: pack.pack.manifest.name, sha256: pack.pack.sha256, backend: pack.pack.backend.backend },
    statement: pack.pack.manifest.statements.some((known) => known.code === code) ? null : code,
    comparison: compareLedger(ledger, pack.pack, inference.prediction),
  });
}

/** Takes back what was said of another ledger, or of this one with another model. */
export function forgetComparison({ store }: Pick<StoreContext, 'store'>): void {
  store.setState(({ notices }) => ({ notices: notices.filter(({ content }) => content.kind !== 'ledgerOpened') }));
}
