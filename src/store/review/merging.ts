import { createStore, type StoreApi } from 'zustand/vanilla';
import { Problem, toSentence } from '../../ecg/problem';
import { toQuote } from '../../ecg/quote';
import type { Decision, Decisions } from '../../review/merge/decision';
import type { FileFacts, MergeChoice, MergedStudy } from '../../review/merge/mergeDesk';
import type { MergingClient } from '../../review/merge/mergingClient';
import { type DroppedFile, readDroppedFile } from '../droppedFile';
import type { Session } from './database';

/** A file that the coordinator opened. */
export interface MergingFile {
  readonly id: number;
  readonly name: string;
  readonly reading:
    | { readonly status: 'waiting' }
    | { readonly status: 'refused'; readonly sentence: string }
    | { readonly status: 'read'; readonly facts: FileFacts };
}

/** Readers' answers while they are brought together. All of it lives in the page and ends with it. */
export interface MergingState {
  readonly files: readonly MergingFile[];
  /** Whether readers who have not locked count, too. */
  readonly withUnlocked: boolean;
  /** The newest results; those before stay until there are others. Null without files that were read. */
  readonly merged: MergedStudy | null;
  readonly work: 'none' | 'reading' | 'merging';
  /** Why merging failed; null where it did not. */
  readonly fault: string | null;
  readonly decisions: Decisions;
}

/** What a coordinator can do. Promises never reject, but for the table of answers. */
export interface MergingActions {
  /** Reads files one after the other and merges those that hold answers. */
  readonly add: (files: readonly DroppedFile[]) => Promise<void>;
  readonly remove: (fileId: number) => Promise<void>;
  readonly setWithUnlocked: (withUnlocked: boolean) => Promise<void>;
  readonly decide: (prototype: string, decision: Decision) => void;
  /** The answers that were merged as CSV. @throws Problem where they were lost. */
  readonly writeAnswersCsv: () => Promise<string>;
}

/** Where a coordinator brings readers' answers together. */
export interface MergingStore {
  readonly store: StoreApi<MergingState>;
  readonly actions: MergingActions;
}

interface MergingDeps {
  readonly client: MergingClient;
  /** The readers' sessions on this computer. */
  readonly listSessions: () => readonly Session[];
  /** Called with the results whenever there are others. */
  readonly onMerged: (merged: MergedStudy | null) => void;
}

/** Creates an empty place to merge in. */
export function createMergingStore({ client, listSessions, onMerged }: MergingDeps): MergingStore {
  const store = createStore<MergingState>(() => ({
    files: [],
    withUnlocked: false,
    merged: null,
    work: 'none',
    fault: null,
    decisions: new Map(),
  }));
  let lastId = 0;
  let lastMerge = 0;

  const toChoice = ({ files, withUnlocked }: MergingState): MergeChoice => ({
    ids: files.filter(({ reading }) => reading.status === 'read').map(({ id }) => id),
    withUnlocked,
  });

  const settle = (id: number, reading: MergingFile['reading']): void =>
    store.setState(({ files }) => ({ files: files.map((file) => (file.id === id ? { ...file, reading } : file)) }));

  const merge = async (): Promise<void> => {
    const turn = ++lastMerge;
    const choice = toChoice(store.getState());
    store.setState({ work: 'merging' });
    let change: Pick<MergingState, 'merged' | 'fault'>;
    try {
      change = { merged: choice.ids.length === 0 ? null : await client.merge(choice), fault: null };
    } catch (thrown) {
      change = { merged: null, fault: toSentence(thrown) };
    }
    if (turn !== lastMerge) return;
    store.setState({ ...change, work: 'none' });
    onMerged(change.merged);
  };

  const read = async (id: number, file: DroppedFile): Promise<void> => {
    try {
      const facts = await client.read(id, file.name, (await readDroppedFile(file)).bytes);
      refuseWhileReading(facts, listSessions());
      settle(id, { status: 'read', facts });
    } catch (thrown) {
      settle(id, { status: 'refused', sentence: toSentence(thrown) });
    }
  };

  return {
    store,
    actions: {
      add: async (dropped) => {
        const added = dropped.map((file) => ({ id: ++lastId, file }));
        if (added.length === 0) return;
        const rows = added.map(({ id, file }): MergingFile => ({ id, name: file.name, reading: { status: 'waiting' } }));
        store.setState(({ files }) => ({ files: [...files, ...rows], work: 'reading' }));
        for (const { id, file } of added) await read(id, file);
        // Whoever still reads merges what is read here, too.
        if (store.getState().files.every(({ reading }) => reading.status !== 'waiting')) await merge();
      },
      remove: async (fileId) => {
        const { files } = store.getState();
        const hadAnswers = files.some(({ id, reading }) => id === fileId && reading.status === 'read');
        store.setState({ files: files.filter(({ id }) => id !== fileId) });
        if (hadAnswers) await merge();
      },
      setWithUnlocked: async (withUnlocked) => {
        store.setState({ withUnlocked });
        await merge();
      },
      decide: (prototype, decision) =>
        store.setState(({ decisions }) => ({ decisions: new Map([...decisions, [prototype, decision]]) })),
      writeAnswersCsv: () => client.writeAnswersCsv(toChoice(store.getState())),
    },
  };
}

/** Who still answers a study must not see how others did. @throws Problem where that would happen. */
function refuseWhileReading({ study, reader }: FileFacts, sessions: readonly Session[]): void {
  const isOpen = sessions.some(
    (session) => session.study.contentSha256 === study.contentSha256 && session.reader.id !== reader.id && !session.isLocked,
  );
  if (!isOpen) return;
  throw new Problem(
    `Your own answers to ${toQuote(study.title)} on this computer are not locked: lock them before you open those of others.`,
  );
}
