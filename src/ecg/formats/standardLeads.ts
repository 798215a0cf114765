import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';

/** Where the standard leads that a file stores lie among its signals; the others follow from them. */
export interface StoredLeadPositions {
  readonly positions: Readonly<Partial<Record<LeadName, number>>>;
  readonly others: readonly string[];
}

/**
 * Finds the standard leads by name among the names of a file's signals, in whatever order they are stored. A file may
 * store eight independent leads only: V1 to V6 and two of I, II and III.
 * @param source the name of the file, for the sentence.
 * @throws Problem that names the leads that are missing or given twice.
 */
export function toIndependentLeadPositions(signalNames: readonly string[], source: string): StoredLeadPositions {
  requireLeads(findMissingLeads(signalNames), signalNames, source);
  return { ...findPositions(signalNames, source), others: findOthers(signalNames) };
}

/** The leads without which twelve cannot be had from these signals: of V1 to V6, and of I and II or two of I, II, III. */
export function findMissingLeads(signalNames: readonly string[]): LeadName[] {
  const leads = signalNames.map(findLead);
  const limbLeads = (['I', 'II', 'III'] as const).filter((lead) => leads.includes(lead));
  const missingLimb = limbLeads.length < 2 ? (['I', 'II'] as const).filter((lead) => !leads.includes(lead)) : [];
  const missingChest = STANDARD_LEADS.slice(6).filter((lead) => !leads.includes(lead));
  return [...missingLimb, ...missingChest];
}

function requireLeads(missing: readonly LeadName[], signalNames: readonly string[], source: string): void {
  if (missing.length === 0) return;
  const lacking = `the ${missing.length === 1 ? 'lead' : 'leads'} ${toListing(missing)}`;
  const held = toListing(signalNames.slice(0, STANDARD_LEADS.length).map(toQuote)) || 'no signal';
  throw new Problem(`${source} is no complete 12-lead ECG: it lacks ${lacking} and holds ${held}.`);
}

/**
 * Where the standard leads lie among signals that need not be a whole ECG, as in a part of one.
 * @throws Problem that names a lead that is given twice.
 */
export function findPositions(signalNames: readonly string[], source: string): Omit<StoredLeadPositions, 'others'> {
  const leads = signalNames.map(findLead);
  const twice = STANDARD_LEADS.find((lead) => leads.indexOf(lead) !== leads.lastIndexOf(lead));
  if (twice) throw new Problem(`${source} names the lead ${twice} twice, so it is unclear which of the two is meant.`);
  const stored = STANDARD_LEADS.filter((lead) => leads.includes(lead));
  return { positions: Object.fromEntries(stored.map((lead) => [lead, leads.indexOf(lead)])) };
}

function findOthers(signalNames: readonly string[]): string[] {
  return signalNames.filter((signalName) => findLead(signalName) === undefined);
}
