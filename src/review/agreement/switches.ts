import type { Judgement } from './judgeReading';
import { exactMcNemarP } from './mcNemar';

/** What became of decisions (of cases or of statements) when the explanation was shown. */
export interface Switches {
  readonly wrongToRight: number;
  readonly rightToWrong: number;
  readonly stayedRight: number;
  readonly stayedWrong: number;
  /** Exact two-sided McNemar p of the two ways to switch, 0 to 1: for independent decisions, as of one reader's cases. */
  readonly mcNemarP: number;
}

/** Counts how decisions switched; those without truth are passed over. Null where no decision has a truth. */
export function countSwitches(judgements: readonly (Judgement | null)[]): Switches | null {
  const known = judgements.filter((judgement) => judgement !== null);
  if (known.length === 0) return null;
  const count = (firstRight: boolean, finalRight: boolean): number =>
    known.filter((judgement) => judgement.firstRight === firstRight && judgement.finalRight === finalRight).length;
  const wrongToRight = count(false, true);
  const rightToWrong = count(true, false);
  return {
    wrongToRight,
    rightToWrong,
    stayedRight: count(true, true),
    stayedWrong: count(false, false),
    mcNemarP: exactMcNemarP(wrongToRight, rightToWrong),
  };
}
