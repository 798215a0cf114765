import { STANDARD_LEADS } from '../lead';
import type { SomeLeads } from '../limbLeads';
import { toListing } from '../listing';

/** Tells how many samples of which lead the file marks as missing, which are NaN; nothing where none is. */
export function toMissingRemarks(leads: SomeLeads): string[] {
  const counts = STANDARD_LEADS.map((lead) => ({ lead, count: countMissing(leads[lead] ?? new Float32Array()) }));
  const gaps = counts.filter(({ count }) => count > 0).map(({ lead, count }) => `${count} in ${lead}`);
  return gaps.length > 0 ? [`Samples that the file marks as missing: ${toListing(gaps)}.`] : [];
}

function countMissing(samples: Float32Array): number {
  let count = 0;
  for (let index = 0; index < samples.length; index++) if (Number.isNaN(samples[index])) count++;
  return count;
}
