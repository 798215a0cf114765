import type { ReviewDatabase } from './database';

/** The other tabs of this browser that have review mode open. */
export interface Siblings {
  /** Tells them that a session is new, or has more in its log or more exported. */
  readonly tell: (sessionId: string) => void;
  /** Calls back when one of them told so. */
  readonly listen: (onChanged: (sessionId: string) => void) => void;
}

/** What review mode does to the world outside it. */
export interface ReviewDeps {
  readonly database: ReviewDatabase;
  /** Why the database forgets everything with the page; null where it does not. */
  readonly forgetful: string | null;
  /** Whether the browser promised not to clear reviews by itself when it runs out of room; null where it cannot say. */
  readonly isPersistent: boolean | null;
  /** Asks it to promise; null where it cannot be asked. Some browsers ask the reader. */
  readonly askToPersist: () => Promise<boolean | null>;
  readonly siblings: Siblings;
  /** The computer's clock. */
  readonly now: () => Date;
  /** Milliseconds of a clock that never jumps and stands still while nobody looks. */
  readonly watchMs: () => number;
  /** A new reader's id: 16 random hexadecimal digits. */
  readonly drawReaderId: () => string;
}
