import type { StatementExplanation } from '../../explanation/explanation';
import { BRANCHES } from '../../model/branch';
import { text } from '../text';

/** What the time lane does not follow: it is absolute in the relative view, and leaves out what is muted. */
export function toLaneNote({ averageEcg, contributions }: StatementExplanation): string {
  const isAnyMuted = contributions.some(({ branch, muted }) => branch === 'morphology' && muted);
  return [...(isAnyMuted ? [text.ledgerBase.mutedLane] : []), ...(averageEcg ? [text.ledgerBase.lane] : [])].join(' ');
}

/**
 * What the height of the time lane stands for, in logits: the strongest branch's contribution. A lane of its own scale
 * would make next to nothing look like much.
 */
export function toFullLogits({ branchContributions }: StatementExplanation): number {
  return Math.max(...BRANCHES.map((branch) => Math.abs(branchContributions[branch])));
}
