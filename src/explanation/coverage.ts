import type { PrototypeContribution, StatementExplanation } from './explanation';

/** How much of a statement's evidence some of its prototypes carry. */
export interface Coverage {
  readonly count: number;
  /** Their part of the sum of all positive contributions, 0 … 1; null where nothing supports the statement. */
  readonly supportingShare: number | null;
  /** Their part of the sum of all negative contributions, 0 … 1; null where nothing opposes it. */
  readonly opposingShare: number | null;
}

/**
 * How much of the supporting and of the opposing evidence some prototypes carry. The two are never set off against each
 * other: prototypes that add up to nothing may still hold much of both.
 *
 * @param some of the explanation's contributions, each at most once.
 */
export function toCoverage(explanation: StatementExplanation, some: readonly PrototypeContribution[]): Coverage {
  const shareOf = (sign: 1 | -1): number | null => {
    const total = sumOf(explanation.contributions, sign);
    return total === 0 ? null : sumOf(some, sign) / total;
  };
  return { count: some.length, supportingShare: shareOf(1), opposingShare: shareOf(-1) };
}

function sumOf(contributions: readonly PrototypeContribution[], sign: 1 | -1): number {
  return contributions.reduce((sum, { contribution }) => sum + Math.max(0, sign * contribution), 0);
}
