import { STANDARD_LEADS } from './lead';
import type { LeadName } from './lead';

/** Words that files put before a lead's name: "Lead I", "ECG V1", "EKG_V1", "ECG:i", "MDC_ECG_LEAD_AVR". */
const PREFIX = /^(?:mdc_ecg_lead_|mdc_ecg_elec_potl_|(?:(?:ecg|ekg|lead)[\s:_-]+)+)/;

/** What files put behind it: a unit or an explanation in brackets, "V1 [µV]", "Lead I (Einthoven)". */
const SUFFIX = /(?:\([^()]*\)|\[[^[\]]*\])$/;

const BY_KEY: ReadonlyMap<string, LeadName> = new Map<string, LeadName>([
  ...STANDARD_LEADS.map((lead) => [lead.toLowerCase(), lead] as const),
  // In Romance languages the bipolar limb leads are “derivación” or “dérivation” I to III.
  ['di', 'I'],
  ['dii', 'II'],
  ['diii', 'III'],
]);

/**
 * The standard lead that a file means by `text`, whatever its case, spaces and the customary words around it
 * ("AVR", "avr", "Lead aVR", "ECG aVR", "MDC_ECG_LEAD_AVR"). Undefined for every other lead, also for those that only
 * look similar: "V3R", "-aVR" and "MLII" are different views of the heart.
 */
export function findLead(text: string): LeadName | undefined {
  const key = text.trim().toLowerCase().replace(PREFIX, '').replace(SUFFIX, '').replace(/\s+/g, '');
  return BY_KEY.get(key);
}
