import { findLead } from '../leadName';
import type { FactPreview, StatedFacts } from '../statedFacts';

/** A lead of which a file does not say everything. */
interface PreviewedLead {
  /** The lead's name, where the file gives it. */
  readonly label?: string | undefined;
  readonly samples: ArrayLike<number>;
  readonly microvoltsPerUnit?: number | undefined;
}

/** Ten seconds at the fastest common rate, 2,000 Hz, are seen well in half of that. */
const MOST_NUMBERS = 10_000;

/**
 * What shows best what rate and unit make of a file's numbers: lead II or, where no lead is named, the second, which is
 * lead II in most orders.
 */
export function toFactPreview(leads: readonly PreviewedLead[], samplingRateHz: number | undefined): FactPreview | undefined {
  const named = leads.findIndex(({ label }) => label !== undefined && findLead(label) === 'II');
  const index = named < 0 ? Math.min(1, leads.length - 1) : named;
  const lead = leads[index];
  if (!lead) return undefined;
  const { label = `Lead ${index + 1} of the file`, samples, microvoltsPerUnit } = lead;
  const numbers = Float32Array.from({ length: Math.min(MOST_NUMBERS, samples.length) }, (_, i) => samples[i]!);
  const known: StatedFacts = { ...(samplingRateHz !== undefined && { samplingRateHz }), ...(microvoltsPerUnit !== undefined && { microvoltsPerUnit }) };
  return { label, numbers, known };
}
