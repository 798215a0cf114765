/** A share: so many of all. */
export interface CountOf {
  readonly count: number;
  /** At least 1. */
  readonly of: number;
}

/** A share before and after something. */
export interface ChangeRow {
  readonly name: string;
  readonly before: CountOf;
  readonly after: CountOf;
}
