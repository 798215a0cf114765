import type { EntryDocument, ReaderDocument } from '../../../review/sync/entryDocuments';

/** What a study's database holds. */
export type StudyDocument = EntryDocument | ReaderDocument;

/** A stretch of a database's documents in the order of their ids. */
export interface IdRange {
  readonly startkey?: string;
  readonly endkey?: string;
}

/** A replication under way. It is a promise as well, which is rejected where it ends in an error. */
export interface Replication extends Promise<unknown> {
  readonly on: (event: 'active' | 'paused' | 'denied' | 'error', listener: (error?: unknown) => void) => Replication;
  readonly cancel: () => void;
}

/**
 * The part of a PouchDB database that copying answers needs. PouchDB's published types declare a global Buffer of their own,
 * which is at odds with Node's.
 */
export interface CouchDatabase {
  readonly name: string;
  readonly info: () => Promise<unknown>;
  readonly get: (id: string, options: { readonly rev: string }) => Promise<StudyDocument>;
  readonly allDocs: (
    options: IdRange & { readonly limit?: number; readonly include_docs?: boolean; readonly conflicts?: boolean },
  ) => Promise<{ readonly rows: readonly { readonly id: string; readonly doc?: StudyDocument }[] }>;
  readonly bulkDocs: (documents: StudyDocument[], options: { readonly new_edits: boolean }) => Promise<unknown>;
  readonly replicate: {
    readonly to: (target: CouchDatabase, options: { readonly live: boolean; readonly retry: boolean }) => Replication;
    readonly from: (source: CouchDatabase, options: { readonly doc_ids: readonly string[] }) => Replication;
  };
  readonly close: () => Promise<void>;
}
