import { createStore, type StoreApi } from 'zustand/vanilla';
import { compareWith, endComparison, endComparisonWithRecording } from './comparison';
import { putAside, reviseFacts, stateFacts } from './asking';
import type { StoreContext } from './context';
import type { Deps } from './deps';
import { changeDisplay } from './display';
import type { DisplayState } from './displayState';
import { createLatest } from './latest';
import { dismissNotice, notify } from './notices';
import type { NoticeContent } from './noticeState';
import type { Sample } from './offeredEcgState';
import { choosePack, noteBackend, openPacks } from './pack';
import { readPreferences } from './preferences';
import { measurePrototypeRecord } from './prototypeMeasurements';
import { openPrototypeRecord } from './prototypeRecords';
import type { DroppedFile } from './droppedFile';
import { cancelReading } from './cancelReading';
import { chooseWindow } from './chooseWindow';
import { closeForgottenSources } from './closeForgottenSources';
import { closeAll, closeEntry, closeRecording, undoClosing } from './closing';
import { forgetClosing } from './forgetClosing';
import { openEntry, openFiles } from './recording';
import { openSample, openSamples, previewSample } from './samples';
import { selectPrototype, selectStatement } from './selection';
import type { AppState } from './state';
import { type MutablePart, NO_WHAT_IF, resetWhatIf, resetWhatIfWithPrediction, setMuted } from './whatIf';
import { createSheetActions, type SheetActions } from './sheet';
import { type LedgerWords, writeLedger } from './writeLedger';
import type { LedgerFile } from '../explanation/ledgerFile';
import type { StatedFacts } from '../ecg/statedFacts';
import type { PrototypeKey } from '../explanation/prototypeKey';
import { EMPTY_WORKLIST, NO_RESULTS } from './worklist';

/** What a reader can do, each with its effects. Promises settle when all that follows is done and never reject. */
export interface Actions extends SheetActions {
  readonly openPacks: (wanted: string | null) => Promise<void>;
  readonly choosePack: (name: string) => Promise<void>;
  readonly openFiles: (files: readonly DroppedFile[]) => Promise<void>;
  readonly openEntry: (id: number) => Promise<void>;
  readonly cancelReading: (id: number) => void;
  readonly stateFacts: (id: number, stated: StatedFacts, alsoFor?: readonly number[]) => Promise<void>;
  readonly reviseFacts: (id: number) => void;
  readonly putAside: (id: number) => Promise<void>;
  readonly closeEntry: (id: number) => Promise<void>;
  readonly closeRecording: () => Promise<void>;
  readonly closeAll: () => void;
  readonly undoClosing: () => Promise<void>;
  readonly forgetClosing: () => void;
  readonly chooseWindow: (startSeconds: number) => Promise<void>;
  readonly selectStatement: (code: string) => void;
  readonly selectPrototype: (prototype: PrototypeKey) => void;
  readonly compareWith: (id: number) => Promise<void>;
  readonly endComparison: () => void;
  readonly setMuted: (part: MutablePart, isMuted: boolean) => Promise<void>;
  readonly resetWhatIf: () => void;
  readonly openPrototypeRecord: (recordId: string) => Promise<void>;
  readonly measurePrototypeRecord: (recordId: string) => Promise<void>;
  readonly openSamples: () => Promise<void>;
  readonly previewSample: (sample: Sample) => Promise<void>;
  readonly openSample: (sample: Sample) => Promise<void>;
  readonly changeDisplay: (change: Partial<DisplayState>) => void;
  readonly writeLedger: (words: LedgerWords, written: Date) => Promise<LedgerFile | null>;
  readonly notify: (content: NoticeContent) => void;
  readonly dismissNotice: (id: number) => void;
}

/** The one store of the page and the actions that change it. */
export interface AppStore {
  readonly store: StoreApi<AppState>;
  readonly actions: Actions;
  /** Ends the worker and stops listening to it. */
  readonly dispose: () => void;
}

/** Creates the store over the given world; nothing is read or loaded before an action asks for it. */
export function createAppStore(deps: Deps): AppStore {
  const store = createStore<AppState>()(() => ({
    packList: { status: 'reading' },
    pack: { status: 'none' },
    worklist: EMPTY_WORKLIST,
    recording: { status: 'empty' },
    ...NO_RESULTS,
    comparison: null,
    whatIf: NO_WHAT_IF,
    prototypeRecords: {},
    prototypeMeasurements: {},
    samples: [],
    sampleEcgs: {},
    display: readPreferences(deps.storage),
    notices: [],
  }));
  const begin = { pack: createLatest(), recording: createLatest(), window: createLatest(), whatIf: createLatest() };
  const context: StoreContext = { store, deps, begin, readings: new Map(), cancellations: new Map(), background: null };
  const stopResetting = resetWhatIfWithPrediction(context);
  const stopEnding = endComparisonWithRecording(context);
  const closeSources = closeForgottenSources(context);
  const stopListening = deps.client.onBackendChanged((backend) => noteBackend(context, backend));
  return {
    store,
    actions: {
      openPacks: (wanted) => openPacks(context, wanted),
      choosePack: (name) => choosePack(context, name),
      openFiles: (files) => openFiles(context, files),
      openEntry: (id) => openEntry(context, id),
      cancelReading: (id) => cancelReading(context, id),
      stateFacts: (id, stated, alsoFor) => stateFacts(context, id, stated, alsoFor),
      reviseFacts: (id) => reviseFacts(context, id),
      putAside: (id) => putAside(context, id),
      closeEntry: (id) => closeEntry(context, id),
      closeRecording: () => closeRecording(context),
      closeAll: () => closeAll(context),
      undoClosing: () => undoClosing(context),
      forgetClosing: () => forgetClosing(context),
      chooseWindow: (startSeconds) => chooseWindow(context, startSeconds),
      selectStatement: (code) => selectStatement(context, code),
      selectPrototype: (prototype) => selectPrototype(context, prototype),
      compareWith: (id) => compareWith(context, id),
      endComparison: () => endComparison(context),
      setMuted: (part, isMuted) => setMuted(context, part, isMuted),
      resetWhatIf: () => resetWhatIf(context),
      openPrototypeRecord: (recordId) => openPrototypeRecord(context, recordId),
      measurePrototypeRecord: (recordId) => measurePrototypeRecord(context, recordId),
      openSamples: () => openSamples(context),
      previewSample: (sample) => previewSample(context, sample),
      openSample: (sample) => openSample(context, sample),
      changeDisplay: (change) => changeDisplay(context, change),
      ...createSheetActions((change) => store.setState(({ sheet }) => ({ sheet: change(sheet) }))),
      writeLedger: (words, written) => writeLedger(store.getState(), words, written),
      notify: (content) => notify(context, content),
      dismissNotice: (id) => dismissNotice(context, id),
    },
    dispose: () => {
      stopListening();
      stopResetting();
      stopEnding();
      closeSources();
      deps.client.dispose();
    },
  };
}
