import { type LeadName, STANDARD_LEADS } from './lead';

/**
 * A value for each of the twelve standard leads, in their order.
 * @param valueOf gets the lead and its place in that order, 0 … 11.
 */
export function mapLeads<Value>(valueOf: (lead: LeadName, place: number) => Value): Record<LeadName, Value> {
  return Object.fromEntries(STANDARD_LEADS.map((lead, place) => [lead, valueOf(lead, place)])) as Record<LeadName, Value>;
}
