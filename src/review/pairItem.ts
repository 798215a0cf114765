const PAIR = /^pair:([a-z]+\/\d+):([0-9a-f]{16}):(.+)$/s;

/** An ECG and a prototype that an explanation showed side by side, as the log names them. */
export interface PairItem {
  /** `morphology/151`. */
  readonly prototype: string;
  /** The first 16 digits of the SHA-256 of the ECG's samples. */
  readonly ecgSha256: string;
  /** The statement that was explained. */
  readonly code: string;
}

/** The pair that an item of a log is; undefined where it is none. */
export function findPair(item: string): PairItem | undefined {
  const [, prototype, ecgSha256, code] = PAIR.exec(item) ?? [];
  return prototype && ecgSha256 && code ? { prototype, ecgSha256, code } : undefined;
}
