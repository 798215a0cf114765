import { type PrototypeKey, toPrototypeName } from '../explanation/prototypeKey';

/** By so many digits of its samples' SHA-256 a log tells an ECG from others. */
export const PAIR_HASH_DIGITS = 16;
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

/** The item of a log that a pair is: `pair:morphology/151:0123456789abcdef:LVH`. It names no patient. */
export function toPairId(prototype: PrototypeKey, ecgSha256: string, statementCode: string): string {
  return `pair:${toPrototypeName(prototype)}:${ecgSha256.slice(0, PAIR_HASH_DIGITS)}:${statementCode}`;
}
