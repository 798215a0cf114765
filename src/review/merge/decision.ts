/** What the coordinator decides of a prototype on which readers differ. */
export const DECISIONS = ['keep', 'prune', 'discuss'] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/** The coordinator's decision of one prototype, and why. */
export interface Decision {
  /** Null where only a note was made. */
  readonly kind: DecisionKind | null;
  readonly note: string;
}

/** Decisions by the prototype's name. */
export type Decisions = ReadonlyMap<string, Decision>;
