import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer } from '../../review/answer';
import type { ReviewEvent } from '../../review/logEntry';
import type { ReviewItem } from '../../review/order';
import type { Reader } from '../../review/reader';
import type { ReaderFile } from '../../review/readerFile';
import type { Study } from '../../review/study';
import type { StudyPlan } from '../../review/studyPlan';
import type { DroppedFile } from '../droppedFile';
import { answer, record, restartTraining, skip, undo } from './answers';
import { beginTiming, type CaseReading, closeCase, nextCase, putCaseAside, read } from './cases';
import type { ReviewStoreContext } from './context';
import type { ReviewDeps } from './deps';
import { dismissOpened, openFiles } from './files';
import { importAnswers } from './importAnswers';
import { next, previous, show } from './items';
import { dismissNotice, notify } from './notify';
import type { OpenedFile } from './openedFile';
import { answerOwn, loadOwn, openOwn, type OwnPack } from './ownReview';
import { retry } from './saving';
import { begin, leave, readLog, resume } from './session';
import { keepStudy, noteExport, openShelf } from './shelf';
import { listenToSiblings } from './siblings';
import type { RateView, ReviewState, SessionLog } from './state';
import { changeView, INITIAL_VIEW } from './view';

/**
 * What a reader can do in review mode. Promises settle when what they say is durable, or could not be and that is told in
 * `saving` or `notice`; they never reject.
 */
export interface ReviewActions {
  readonly openShelf: () => Promise<void>;
  /** Opens files, each as what it is; studies are kept on this computer, and nothing is begun. @returns what was opened. */
  readonly openFiles: (files: readonly DroppedFile[]) => Promise<readonly OpenedFile[]>;
  /** Takes what became of a file off the page. */
  readonly dismissOpened: (file: OpenedFile) => void;
  /** Holds what the maker of a study has chosen so far, for as long as the page lives. */
  readonly changePlan: (plan: StudyPlan) => void;
  /** Keeps a study file on this computer. */
  readonly keepStudy: (study: Study) => Promise<void>;
  /** Begins a study as a new reader. @returns the session's id; null where it could not be kept. */
  readonly begin: (study: Study, reader: Omit<Reader, 'id'>) => Promise<string | null>;
  /** Goes on with a session at the item where it was left. @returns its id; null where that cannot be. */
  readonly resume: (sessionId: string) => Promise<string | null>;
  /** Begins the reader's own review of a pack, or goes on with it. @returns the session's id; null where that cannot be. */
  readonly openOwn: (pack: OwnPack) => Promise<string | null>;
  /** Puts the reader's own review of a pack on the page, where there is one. */
  readonly loadOwn: (pack: OwnPack) => Promise<void>;
  /** Answers something of a pack in the reader's own review of it; the session that is open stays open. */
  readonly answerOwn: (pack: OwnPack, item: string, ...answers: readonly Answer[]) => Promise<void>;
  /** Takes an answers file to go on with it here. @returns the session's id; null where it was not taken. */
  readonly importAnswers: (file: ReaderFile) => Promise<string | null>;
  /** A session's whole log for a file, with what is not durable yet; undefined where there is none. */
  readonly readLog: (sessionId: string) => Promise<SessionLog | undefined>;
  /** Remembers that a file with so many entries of a session was saved. */
  readonly noteExport: (sessionId: string, entryCount: number) => Promise<void>;
  readonly leave: () => void;
  /** Shows an item of the order. */
  readonly show: (itemId: string) => void;
  /** Shows the next item that is not complete, or the one before; of all, or among those listed in their order. */
  readonly next: (listed?: readonly ReviewItem[]) => void;
  readonly previous: (listed?: readonly ReviewItem[]) => void;
  /** Answers questions of the item that is shown, as one step. */
  readonly answer: (...answers: readonly Answer[]) => Promise<void>;
  /** Adds anything else that the reader did to the log of the open session. */
  readonly record: (...events: readonly ReviewEvent[]) => Promise<void>;
  /** Puts the item aside and shows the next. */
  readonly skip: (listed?: readonly ReviewItem[]) => Promise<void>;
  /** Asks the training anew, after its gate was failed. */
  readonly restartTraining: () => Promise<void>;
  /** Shows the next ECG of a reading study of those that are here, told by their places in the study; none where none is left. */
  readonly nextCase: (isHere: (place: number) => boolean) => void;
  /** Shows no ECG of the reading study. */
  readonly closeCase: () => void;
  /** Says that what is to be read is on the page: the time that the reader takes counts from now. */
  readonly beginTiming: () => void;
  /** Hands in a reading of the ECG that is shown. What was handed in stands. */
  readonly read: (reading: CaseReading) => Promise<void>;
  /** Puts the ECG that is shown aside: to be read later or, where it was read alone, without an explanation. */
  readonly putCaseAside: () => Promise<void>;
  /** Changes how items are listed, or whether single keys answer. */
  readonly changeView: (change: Partial<RateView>) => void;
  /** Takes back the newest answer that can be, and shows its item. */
  readonly undo: () => Promise<void>;
  /** Says that the reader is done: nothing can be added then. */
  readonly lock: () => Promise<void>;
  /** Tries once more to keep what could not be kept. */
  readonly retry: () => Promise<void>;
  readonly dismissNotice: () => void;
}

/** Review mode's store and what can be done with it. It is loaded with review mode, apart from the page's own. */
export interface ReviewStore {
  readonly store: StoreApi<ReviewState>;
  readonly actions: ReviewActions;
}

/** Creates review mode's store, still without what the database holds. */
export function createReviewStore(deps: ReviewDeps): ReviewStore {
  const store = createStore<ReviewState>(() => ({
    shelf: { status: 'opening' },
    logs: {},
    own: {},
    open: null,
    view: INITIAL_VIEW,
    disagreements: new Map(),
    saving: { status: 'saved' },
    forgetful: deps.forgetful,
    isPersistent: deps.isPersistent,
    notice: null,
    opened: [],
    plan: null,
    readersRatings: null,
  }));
  const context: ReviewStoreContext = { store, deps, saves: new Map(), failures: new Map(), beginnings: new Map(), shownAtMs: deps.watchMs() };
  listenToSiblings(context);
  deps.database.onOutdated(() => notify(context, { kind: 'outdated' }));
  return {
    store,
    actions: {
      openShelf: () => openShelf(context),
      openFiles: (files) => openFiles(context, files),
      dismissOpened: (file) => dismissOpened(context, file),
      changePlan: (plan) => store.setState({ plan }),
      keepStudy: (study) => keepStudy(context, study),
      begin: (study, reader) => begin(context, study, reader),
      resume: (sessionId) => resume(context, sessionId),
      openOwn: (pack) => openOwn(context, pack),
      loadOwn: (pack) => loadOwn(context, pack),
      answerOwn: (pack, item, ...answers) => answerOwn(context, pack, item, ...answers),
      importAnswers: (file) => importAnswers(context, file),
      readLog: (sessionId) => readLog(context, sessionId),
      noteExport: (sessionId, entryCount) => noteExport(context, sessionId, entryCount),
      leave: () => leave(context),
      show: (itemId) => show(context, itemId),
      next: (listed) => next(context, listed),
      previous: (listed) => previous(context, listed),
      answer: (...answers) => answer(context, ...answers),
      record: (...events) => record(context, ...events),
      skip: (listed) => skip(context, listed),
      restartTraining: () => restartTraining(context),
      nextCase: (isHere) => nextCase(context, isHere),
      closeCase: () => closeCase(context),
      beginTiming: () => beginTiming(context),
      read: (reading) => read(context, reading),
      putCaseAside: () => putCaseAside(context),
      changeView: (change) => changeView(context, change),
      undo: () => undo(context),
      lock: () => record(context, { kind: 'locked' }),
      retry: () => retry(context),
      dismissNotice: () => dismissNotice(context),
    },
  };
}
