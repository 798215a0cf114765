import type { ReadingPair } from './readingPair';

/** How often readers who disagreed with the model in the first reading came to agree with it in the final one. */
export interface Followed {
  readonly followed: number;
  /** Decisions in which the first reading and the model disagreed. */
  readonly given: number;
}

/** Where the model drew the readers. */
export interface ModelPull {
  /** Statements added or taken off so that the reading came to agree with the model, and so that it came to disagree. */
  readonly toward: number;
  readonly away: number;
  /**
   * Advice that was right where the first reading was wrong, and advice that was wrong where the first reading was right:
   * to follow the first is what an explanation is for, to follow the second is automation bias. Null without truth.
   *
   * Source of the two shares: M. Schemmer et al., Appropriate reliance on AI advice, IUI 2023 (relative AI and self reliance).
   */
  readonly rightAdvice: Followed | null;
  readonly wrongAdvice: Followed | null;
}

/** Where the model drew the readers, one decision a statement and ECG. Null where no reading tells what the model predicted. */
export function measureModelPull(pairs: readonly ReadingPair[], asked: readonly string[]): ModelPull | null {
  const decisions = pairs.flatMap(({ first, final, truth }) =>
    asked.flatMap((code) =>
      final.predicted === undefined
        ? []
        : [
            {
              isPredicted: final.predicted.includes(code),
              isFirst: first.statements.includes(code),
              isFinal: final.statements.includes(code),
              isTrue: truth && truth.includes(code),
            },
          ],
    ),
  );
  if (decisions.length === 0) return null;
  const switches = decisions.filter(({ isFirst, isFinal }) => isFirst !== isFinal);
  const toward = switches.filter(({ isFinal, isPredicted }) => isFinal === isPredicted).length;
  const known = decisions.filter(({ isTrue }) => isTrue !== null);
  const countFollowed = (isModelRight: boolean): Followed | null => {
    const given = known.filter(({ isPredicted, isFirst, isTrue }) => isPredicted !== isFirst && (isPredicted === isTrue) === isModelRight);
    const followed = given.filter(({ isFinal, isPredicted }) => isFinal === isPredicted);
    return known.length === 0 ? null : { followed: followed.length, given: given.length };
  };
  return { toward, away: switches.length - toward, rightAdvice: countFollowed(true), wrongAdvice: countFollowed(false) };
}
