import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';

/** Where the twelve leads lie among a file's signals, and the names of the signals that are none of them. */
export interface LeadPositions {
  readonly positions: Readonly<Record<LeadName, number>>;
  readonly others: readonly string[];
}

/**
 * Finds the twelve standard leads by name among the names of a file's signals, in whatever order they are stored.
 * @param source the name of the file, for the sentence.
 * @throws Problem that names the leads that are missing or given twice.
 */
export function toLeadPositions(signalNames: readonly string[], source: string): LeadPositions {
  const leads = signalNames.map(findLead);
  const missing = STANDARD_LEADS.filter((lead) => !leads.includes(lead));
  if (missing.length > 0) {
    const lacking = `the ${missing.length === 1 ? 'lead' : 'leads'} ${toListing(missing)}`;
    const held = toListing(signalNames.slice(0, STANDARD_LEADS.length).map(toQuote)) || 'no signal';
    throw new Problem(`${source} is no complete 12-lead ECG: it lacks ${lacking} and holds ${held}.`);
  }
  const twice = STANDARD_LEADS.find((lead) => leads.indexOf(lead) !== leads.lastIndexOf(lead));
  if (twice) throw new Problem(`${source} names the lead ${twice} twice, so it is unclear which of the two is meant.`);
  const positions = Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, leads.indexOf(lead)]));
  return {
    positions: positions as Record<LeadName, number>,
    others: signalNames.filter((_, index) => leads[index] === undefined),
  };
}
