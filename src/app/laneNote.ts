import type { StatementExplanation } from '../explanation/explanation';
import { text } from './text';

/** What the time lane does not follow: it is absolute in the relative view, and leaves out what is muted. */
export function toLaneNote({ averageEcg, contributions }: StatementExplanation): string {
  const isAnyMuted = contributions.some(({ branch, muted }) => branch === 'morphology' && muted);
  return [...(isAnyMuted ? [text.ledgerBase.mutedLane] : []), ...(averageEcg ? [text.ledgerBase.lane] : [])].join(' ');
}
