import type { LeadName } from '../lead';
import { toListing } from '../listing';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';

/** Where the scale comes from if the unit was stated. */
export const STATED_UNIT = 'the unit of its numbers, as you stated';

/**
 * The order that was stated of so many leads without names, if any.
 * @throws Problem where it is an order of another number of leads, or holds a lead twice.
 */
export function findStatedOrder(leadCount: number, { leadOrder }: StatedFacts, name: string): readonly LeadName[] | undefined {
  if (!leadOrder || (leadOrder.length === leadCount && new Set(leadOrder).size === leadCount)) return leadOrder;
  throw new Problem(`${name} holds ${leadCount} leads, to which the order ${toListing(leadOrder)} cannot be applied.`);
}

/** Tells the sampling rate and the order of leads that were stated and used; undefined what the file says itself. */
export function toStatedRemarks(samplingRateHz: number | undefined, leadOrder: readonly LeadName[] | undefined): string[] {
  const facts = [
    ...(samplingRateHz === undefined ? [] : [`the sampling rate of ${samplingRateHz} Hz`]),
    ...(leadOrder ? [`the order of the leads (${leadOrder.join(', ')})`] : []),
  ];
  return facts.length > 0 ? [`Not in the file, but as you stated: ${toListing(facts)}.`] : [];
}
