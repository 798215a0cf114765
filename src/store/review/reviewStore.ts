import { createStore, type StoreApi } from 'zustand/vanilla';
import { toSentence } from '../../ecg/problem';
import type { Answer } from '../../review/answer';
import { foldLog } from '../../review/foldLog';
import { createEntry, toFirstHash } from '../../review/log';
import type { LogEntry, ReviewEvent } from '../../review/logEntry';
import { createCaseOrder, createOrder, type ReviewItem } from '../../review/order';
import { findNext, isComplete, stateOf } from '../../review/progress';
import type { Reader } from '../../review/reader';
import type { Study } from '../../review/study';
import { type ReviewDatabase, type Session, toSessionId } from './database';
import type { OpenReview, ReviewState } from './state';

/** What review mode does to the world outside it. */
export interface ReviewDeps {
  readonly database: ReviewDatabase;
  /** Why the database forgets everything with the page; null where it does not. */
  readonly forgetful: string | null;
  /** The computer's clock. */
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps, standing still while the page cannot be seen. */
  readonly watchMs: () => number;
  /** A new reader's id: 16 random hexadecimal digits. */
  readonly drawReaderId: () => string;
}

/** What a reader can do in review mode. Promises settle when what they say is durable and never reject. */
export interface ReviewActions {
  readonly openShelf: () => Promise<void>;
  /** Keeps a study file on this computer. */
  readonly keepStudy: (study: Study) => Promise<void>;
  /** Begins a study as a new reader. */
  readonly begin: (study: Study, reader: Omit<Reader, 'id'>) => Promise<void>;
  /** Goes on with a session at the item where it was left. */
  readonly resume: (sessionId: string) => Promise<void>;
  readonly leave: () => void;
  /** Shows an item of the order. */
  readonly show: (itemId: string) => void;
  /** Shows the next item that is not complete, or the one before in the order. */
  readonly next: () => void;
  readonly previous: () => void;
  /** Answers a question of the item that is shown. */
  readonly answer: (answer: Answer) => Promise<void>;
  /** Puts the item aside and shows the next. */
  readonly skip: () => Promise<void>;
  /** Takes back the newest answer that can be, and shows its item. */
  readonly undo: () => Promise<void>;
  /** Says that the reader is done: nothing can be added then. */
  readonly lock: () => Promise<void>;
}

/** Review mode's store and what can be done with it. It is loaded with review mode, apart from the page's own. */
export interface ReviewStore {
  readonly store: StoreApi<ReviewState>;
  readonly actions: ReviewActions;
}

/** Creates review mode's store, still without what the database holds. */
export function createReviewStore(deps: ReviewDeps): ReviewStore {
  const { database } = deps;
  const store = createStore<ReviewState>(() => ({
    shelf: { status: 'opening' },
    open: null,
    saving: { status: 'saved' },
    forgetful: deps.forgetful,
  }));
  let shownAtMs = deps.watchMs();

  const setOpen = (change: (open: OpenReview) => OpenReview): void => {
    const { open } = store.getState();
    if (open) store.setState({ open: change(open) });
  };

  const openShelf = async (): Promise<void> => {
    try {
      const [sessions, studies] = await Promise.all([database.listSessions(), database.listStudies()]);
      store.setState({ shelf: { status: 'ready', sessions, studies } });
    } catch (thrown) {
      store.setState({ shelf: { status: 'failed', sentence: toSentence(thrown) } });
    }
  };

  const openSession = (id: string, study: Study, reader: Reader, entries: readonly LogEntry[]): void => {
    const folded = foldLog(entries);
    shownAtMs = deps.watchMs();
    if (study.kind === 'reading') {
      const order = createCaseOrder(study, reader.id);
      store.setState({ open: { kind: 'reading', id, study, reader, entries, folded, order, place: order[0] ?? null } });
      return;
    }
    const order = createOrder(study, reader.id);
    const last = order.find((item) => item.id === folded.lastItem);
    const isLastOpen = last && !isComplete(study, stateOf(folded, last.id)) && !stateOf(folded, last.id).isSkipped;
    const item = isLastOpen ? last : (findNext(study, order, folded, folded.lastItem) ?? null);
    store.setState({ open: { kind: 'prototypes', id, study, reader, entries, folded, order, item } });
  };

  /** Adds events to the open log; they are on the page at once and `saving` until they are durable. */
  const log = async (...events: readonly ReviewEvent[]): Promise<void> => {
    const { open } = store.getState();
    if (!open || open.folded.isLocked) return;
    const before = open.entries.at(-1)?.hash ?? toFirstHash(open.study.contentSha256, open.reader);
    const elapsedMs = Math.round(deps.watchMs() - shownAtMs);
    shownAtMs = deps.watchMs();
    const added: LogEntry[] = [];
    for (const [i, event] of events.entries()) {
      added.push(
        createEntry(added.at(-1)?.hash ?? before, {
          seq: open.entries.length + i,
          time: deps.now().toISOString(),
          elapsedMs: i === 0 ? elapsedMs : 0,
          event,
        }),
      );
    }
    const entries = [...open.entries, ...added];
    setOpen((current) => ({ ...current, entries, folded: foldLog(entries) }));
    store.setState({ saving: { status: 'saving' } });
    try {
      await database.append(open.id, before, added);
      if (store.getState().open?.entries === entries) store.setState({ saving: { status: 'saved' } });
    } catch (thrown) {
      store.setState({ saving: { status: 'failed', sentence: toSentence(thrown) } });
    }
  };

  const showItem = (item: ReviewItem | null): void => {
    shownAtMs = deps.watchMs();
    setOpen((open) => (open.kind === 'prototypes' ? { ...open, item } : open));
  };

  const next = (): void => {
    const { open } = store.getState();
    if (open?.kind === 'prototypes') showItem(findNext(open.study, open.order, open.folded, open.item?.id ?? null) ?? null);
  };

  return {
    store,
    actions: {
      openShelf,
      keepStudy: async (study) => {
        await database.keepStudy(study);
        await openShelf();
      },
      begin: async (study, about) => {
        const reader: Reader = { id: deps.drawReaderId(), ...about };
        const id = toSessionId(study, reader);
        const head = toFirstHash(study.contentSha256, reader);
        const session: Session = { id, study, reader, entryCount: 0, head, exportedCount: 0, isLocked: false };
        await database.createSession(session, []);
        openSession(id, study, reader, []);
        await openShelf();
      },
      resume: async (sessionId) => {
        const sessions = await database.listSessions();
        const session = sessions.find(({ id }) => id === sessionId);
        if (session) openSession(session.id, session.study, session.reader, await database.readEntries(session.id));
      },
      leave: () => store.setState({ open: null }),
      show: (itemId) => {
        const { open } = store.getState();
        if (open?.kind === 'prototypes') showItem(open.order.find(({ id }) => id === itemId) ?? open.item);
      },
      next,
      previous: () => {
        const { open } = store.getState();
        if (open?.kind !== 'prototypes') return;
        const place = open.item ? open.order.indexOf(open.item) : open.order.length;
        if (place > 0) showItem(open.order[place - 1]!);
      },
      answer: async (answer) => {
        const { open } = store.getState();
        if (open?.kind !== 'prototypes' || !open.item) return;
        const { item } = open;
        await log({ kind: 'answered', item: item.id, answer });
      },
      skip: async () => {
        const { open } = store.getState();
        if (open?.kind !== 'prototypes' || !open.item) return;
        const saved = log({ kind: 'skipped', item: open.item.id });
        next();
        await saved;
      },
      undo: async () => {
        const { open } = store.getState();
        const entry = open?.folded.undoable;
        if (!open || !entry) return;
        const saved = log({ kind: 'undone', entry: entry.seq });
        if (open.kind === 'prototypes' && 'item' in entry.event) {
          const { item } = entry.event;
          showItem(open.order.find(({ id }) => id === item) ?? open.item);
        }
        await saved;
      },
      lock: () => log({ kind: 'locked' }),
    },
  };
}
