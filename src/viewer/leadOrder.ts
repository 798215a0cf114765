import { STANDARD_LEADS, type LeadName } from '../ecg/lead';

/**
 * The order of the limb leads.
 * - `standard`: I, II, III, aVR, aVL, aVF;
 * - `cabrera`: by the angle at which they look at the frontal plane, −30° to 120°: aVL, I, −aVR, II, aVF, III, with aVR
 *   drawn upside down.
 */
export type LeadOrder = 'standard' | 'cabrera';

/** A lead as a sheet shows it. */
export interface ShownLead {
  readonly lead: LeadName;
  /** Whether it is drawn upside down, and named with a minus. */
  readonly isInverted: boolean;
}

const ORDERS: Readonly<Record<LeadOrder, readonly LeadName[]>> = {
  standard: STANDARD_LEADS,
  cabrera: ['aVL', 'I', 'aVR', 'II', 'aVF', 'III', ...STANDARD_LEADS.slice(6)],
};

/** A lead as the order shows it: in Cabrera order aVR is inverted wherever it stands, the rhythm strip included. */
export function toShownLead(lead: LeadName, order: LeadOrder): ShownLead {
  return { lead, isInverted: order === 'cabrera' && lead === 'aVR' };
}

/** All twelve leads in their order. */
export function orderLeads(order: LeadOrder): readonly ShownLead[] {
  return ORDERS[order].map((lead) => toShownLead(lead, order));
}

/** The name that stands beside the trace: "II", "−aVR". */
export function toLeadLabel({ lead, isInverted }: ShownLead): string {
  return isInverted ? `−${lead}` : lead;
}
