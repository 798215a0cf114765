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
  /** Whether the reader is done. */
  readonly isLocked: boolean;
}

/** The log was continued elsewhere, in another tab for example, since it was read here. */
export class ContinuedElsewhere extends Error {}

/** Where reviews are kept. Every promise settles only when what it says is durable. */
export interface ReviewDatabase {
  readonly listSessions: () => Promise<readonly Session[]>;
  /** The study files that were opened here, begun or not. */
  readonly listStudies: () => Promise<readonly Study[]>;
  readonly keepStudy: (study: Study) => Promise<void>;
  readonly readEntries: (sessionId: string) => Promise<readonly LogEntry[]>;
  /** @throws where there is such a session already. */
  readonly createSession: (session: Session, entries: readonly LogEntry[]) => Promise<void>;
  /**
   * Adds entries at the end of a log.
   *
   * @param before the hash that the log must end with.
   * @throws ContinuedElsewhere where it does not.
   */
  readonly append: (sessionId: string, before: string, entries: readonly LogEntry[]) => Promise<void>;
  readonly noteExport: (sessionId: string, entryCount: number) => Promise<void>;
}

/** What a session is called in addresses and in the database: the beginning of the study's hash, and the reader's id. */
export function toSessionId(study: Study, reader: Reader): string {
  return `${study.contentSha256.slice(0, 12)}-${reader.id}`;
}
