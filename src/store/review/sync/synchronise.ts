import type { LogEntry } from '../../../review/logEntry';
import type { Reader } from '../../../review/reader';
import { joinEntries, toEntryDocument, toEntryRange, toReaderDocument } from '../../../review/sync/entryDocuments';
import type { CouchDatabase, IdRange, Replication, StudyDocument } from './couchDatabase';
import { toRefusal } from './refusal';

/** The copy of a study's answers on this computer, and the server's; both speak CouchDB. */
export interface Databases {
  readonly local: CouchDatabase;
  readonly remote: CouchDatabase;
}

/** Whose answers are copied. */
export interface Copied {
  /** SHA-256 of the study. */
  readonly study: string;
  readonly reader: Reader;
}

/** How the copying to the server stands: under way, done, waiting for a connection, or refused by the server for good. */
export type SyncState =
  | { readonly status: 'copying' }
  | { readonly status: 'copied' }
  | { readonly status: 'waiting' }
  | { readonly status: 'refused'; readonly sentence: string };

/** The copying of one reader's answers to a server, until it is stopped. */
export interface Synchronisation {
  /** Has these entries copied as soon as there is a connection. Entries that were copied before are not copied again. */
  readonly copy: (entries: readonly LogEntry[]) => Promise<void>;
  readonly stop: () => void;
}

/**
 * Copies a reader's answers to the study's server: at once where there is a connection, later where there is none. Nothing
 * but the reader's own answers is ever sent, and nobody else's are fetched.
 */
export function startSynchronisation(
  { local, remote }: Databases,
  { study, reader }: Copied,
  onState: (state: SyncState) => void,
): Synchronisation {
  let replication: Replication | undefined;
  let isStopped = false;
  let known = 0;
  const tell = (state: SyncState): void => {
    if (!isStopped) onState(state);
  };

  const begin = async (): Promise<void> => {
    tell({ status: 'copying' });
    await write(local, [toReaderDocument(study, reader)]);
    const refusal = await findRefusal(remote);
    if (isStopped) return;
    if (refusal !== null) return tell({ status: 'refused', sentence: refusal });
    replication = local.replicate.to(remote, { live: true, retry: true });
    replication.on('active', () => tell({ status: 'copying' }));
    replication.on('paused', (error: unknown) => tell({ status: error ? 'waiting' : 'copied' }));
    replication.on('denied', (error) => tell({ status: 'refused', sentence: toRefusal(remote, error) }));
    replication.on('error', (error) => tell({ status: 'refused', sentence: toRefusal(remote, error) }));
    // The emitter is a promise as well, and its failure was told of.
    replication.catch(() => undefined);
  };
  const begun = begin();

  return {
    copy: async (entries) => {
      const added = entries.slice(known);
      known = entries.length;
      await begun;
      await write(local, added.map((entry) => toEntryDocument(study, reader.id, entry)));
    },
    stop: () => {
      isStopped = true;
      replication?.cancel();
    },
  };
}

/**
 * The logs of one reader that a server has: one, or several where two computers went on differently. The first is empty
 * where the server has none.
 *
 * @throws what the server or the connection answers.
 */
export async function fetchLogs({ local, remote }: Databases, { study, reader }: Copied): Promise<readonly (readonly LogEntry[])[]> {
  const range = toEntryRange(study, reader.id);
  const { rows } = await remote.allDocs(range);
  if (rows.length > 0) await local.replicate.from(remote, { doc_ids: rows.map(({ id }) => id) });
  const entries = (await readDocuments(local, range)).flatMap((document) => (document.type === 'entry' ? [document.entry] : []));
  return joinEntries(study, reader, entries);
}

/** Every document of a range, those in conflict included. */
export async function readDocuments(
  database: CouchDatabase,
  range: IdRange = {},
): Promise<readonly StudyDocument[]> {
  const { rows } = await database.allDocs({ ...range, include_docs: true, conflicts: true });
  const winners = rows.flatMap(({ doc }) => (doc ? [doc] : []));
  const others = await Promise.all(
    winners.flatMap(({ _id, _conflicts = [] }) => _conflicts.map((rev) => database.get(_id, { rev }))),
  );
  return [...winners, ...others];
}

/** Writes documents under the revisions that they bear, so that writing one twice changes nothing. */
async function write(database: CouchDatabase, documents: readonly StudyDocument[]): Promise<void> {
  if (documents.length > 0) await database.bulkDocs([...documents], { new_edits: false });
}

/** Why a server takes nothing; null where it does, or where it cannot be reached for now. */
async function findRefusal(remote: CouchDatabase): Promise<string | null> {
  try {
    // Its general information answers whoever asks, this only whoever may.
    await remote.allDocs({ limit: 1 });
    return null;
  } catch (thrown) {
    return typeof (thrown as { status?: unknown }).status === 'number' ? toRefusal(remote, thrown) : null;
  }
}
