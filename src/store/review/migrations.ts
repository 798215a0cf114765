import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { LogEntry } from '../../review/logEntry';
import type { Reader } from '../../review/reader';
import type { Study } from '../../review/study';

/** A session as it is stored: the study once for all its sessions, and of the log what saves reading it. */
export interface StoredSession {
  readonly id: string;
  readonly studySha256: string;
  readonly reader: Reader;
  readonly entryCount: number;
  readonly head: string;
  readonly exportedCount: number;
  readonly isLocked: boolean;
}

/** What is kept, in the newest version of the database. */
export interface ReviewSchema extends DBSchema {
  /** By `contentSha256`. */
  studies: { key: string; value: Study };
  /** By `id`. */
  sessions: { key: string; value: StoredSession };
  /** By session and number. */
  entries: { key: [sessionId: string, seq: number]; value: LogEntry };
}

/** One step from a version of the database to the next, within the browser's upgrade. It must lose nothing. */
export type Migration = (
  database: IDBPDatabase<ReviewSchema>,
  transaction: IDBPTransaction<ReviewSchema, StoreNames<ReviewSchema>[], 'versionchange'>,
) => void | Promise<void>;

/** All steps, from no database on: the database's version is their number. Those that were published never change. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    database.createObjectStore('studies', { keyPath: 'contentSha256' });
    database.createObjectStore('sessions', { keyPath: 'id' });
    database.createObjectStore('entries');
  },
];
