import type { Score } from '../../../review/answer';
import type { Reading } from '../../../review/foldLog';

/** A reading before it is handed in. */
export interface ReadingDraft {
  /** SCP codes in the order of choosing. */
  readonly statements: readonly string[];
  /** Whether the reader says that no statement is true. */
  readonly isNone: boolean;
  /** 1 to 5; null until the reader chooses. */
  readonly confidence: Score | null;
}

/** What a final reading begins with: what was seen first, with the confidence to be told anew. */
export function toDraft(first: Reading | null): ReadingDraft {
  const statements = first?.statements ?? [];
  return { statements, isNone: first !== null && statements.length === 0, confidence: null };
}

/** What a draft still lacks; null where it can be handed in. */
export function findLack({ statements, isNone, confidence }: ReadingDraft): 'statements' | 'confidence' | null {
  if (statements.length === 0 && !isNone) return 'statements';
  return confidence === null ? 'confidence' : null;
}
