import type { LogEntry } from '../../review/logEntry';
import type { Reader } from '../../review/reader';
import type { Study } from '../../review/study';

/** One reader's work on one study on this computer, without its log. */
export interface Session {
  /** See {@link toSessionId}. */
  readonly id: string;
  readonly study: Study;
  readonly reader: Reader;
  /** How many entries its log has. */
  readonly entryCount: number;
  /** The hash of the newest entry, or that which the log begins with. */
  readonly head: string;
  /** How many entries the newest export had; 0 where there was none. */
  readonly exportedCount: number;
  /** The time of the first entry that no export has, by the log; null where there is none. */
  readonly unexportedSince: string | null;
  /** Whether the reader is done. */
  readonly isLocked: boolean;
}

/** A session as it begins: what its log says of it is not told twice. */
export type NewSession = Pick<Session, 'id' | 'study' | 'reader' | 'exportedCount'>;

/** The log was continued elsewhere, in another tab for example, since it was read here. */
export class ContinuedElsewhere extends Error {
  override readonly name = 'ContinuedElsewhere';
}

/** The session is no longer in the database: the browser's data of this site was cleared. */
export class SessionGone extends Error {
  override readonly name = 'SessionGone';
}

/** Where reviews are kept. Every promise settles only when what it says is durable. */
export interface ReviewDatabase {
  readonly listSessions: () => Promise<readonly Session[]>;
  /** The study files that were opened here, begun or not. */
  readonly listStudies: () => Promise<readonly Study[]>;
  readonly keepStudy: (study: Study) => Promise<void>;
  /** A session's whole log; empty where there is no such session. */
  readonly readEntries: (sessionId: string) => Promise<readonly LogEntry[]>;
  /** Keeps a session, its study and its log. @throws ContinuedElsewhere where there is such a session already. */
  readonly createSession: (session: NewSession, entries: readonly LogEntry[]) => Promise<void>;
  /**
   * Adds entries at the end of a log: all of them or, where it throws, none.
   *
   * @param before the hash that the log must end with.
   * @throws ContinuedElsewhere where it does not, SessionGone where there is no such log.
   */
  readonly append: (sessionId: string, before: string, entries: readonly LogEntry[]) => Promise<void>;
  /** Remembers that a file with so many entries was saved. */
  readonly noteExport: (sessionId: string, entryCount: number) => Promise<void>;
  /** Calls back where the browser takes the database away for good: another tab needs it for a newer version of the page. */
  readonly onOutdated: (listener: () => void) => void;
}

/** What a session is called in addresses and in the database: the beginning of the study's hash, and the reader's id. */
export function toSessionId(study: Study, reader: Reader): string {
  return `${study.contentSha256.slice(0, 12)}-${reader.id}`;
}
