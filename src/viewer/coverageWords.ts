import type { Coverage } from '../explanation/coverage';
import { formatCount, formatShare } from './format';

/**
 * How much of the evidence some prototypes carry, in a sentence: "These 4 cases carry 63 % of what supports CRBBB and
 * 21 % of what opposes it."
 *
 * @param noun what the prototypes are called where the sentence stands.
 */
export function toCoverageSentence({ count, supportingShare, opposingShare }: Coverage, noun: 'case' | 'prototype', code: string): string {
  const subject = count === 1 ? `This ${noun} carries` : `These ${formatCount(count)} ${noun}s carry`;
  if (supportingShare === null && opposingShare === null) return `No prototype supports or opposes ${code}.`;
  if (supportingShare === null) return `${subject} ${formatShare(opposingShare!)} of what opposes ${code}; nothing supports it.`;
  if (opposingShare === null) return `${subject} ${formatShare(supportingShare)} of what supports ${code}; nothing opposes it.`;
  return `${subject} ${formatShare(supportingShare)} of what supports ${code} and ${formatShare(opposingShare)} of what opposes it.`;
}
