import { coversSeconds } from '../../coversSeconds';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { SampleRange } from './qrsLocations';

/** A decoded lead and the numbers of its first and last sample. */
export interface PlacedLead {
  readonly label: string;
  readonly range: SampleRange;
  readonly samples: Float64Array;
}

const LEAST_SECONDS = 10;

/**
 * Cuts leads to the samples that all of them cover, where they do not begin and end together.
 * @throws Problem where that is less than 10 s, as in leads recorded one after another.
 */
export function alignLeads<Lead extends PlacedLead>(
  leads: readonly Lead[],
  samplingRateHz: number,
  name: string,
): { readonly leads: readonly Lead[]; readonly remarks: readonly string[] } {
  const [first] = leads;
  const other = leads.find(({ range }) => range.start !== first!.range.start || range.end !== first!.range.end);
  if (!other) return { leads, remarks: [] };
  const start = Math.max(...leads.map(({ range }) => range.start));
  const end = Math.min(...leads.map(({ range }) => range.end));
  const count = Math.max(0, end - start + 1);
  if (!coversSeconds(count, samplingRateHz, LEAST_SECONDS)) {
    const ranges = [first!, other].map(({ label, range }) => `${toQuote(label)} in samples ${range.start} to ${range.end}`);
    const shown = Math.floor((1000 * count) / samplingRateHz) / 1000;
    throw new Problem(`${name} did not record its leads together (${ranges.join(', ')}): ${shown} s of all leads at once are too short, ${LEAST_SECONDS} s are needed.`);
  }
  return {
    leads: leads.map((lead) => ({
      ...lead,
      range: { start, end },
      samples: lead.samples.subarray(start - lead.range.start, start - lead.range.start + count),
    })),
    remarks: [`The leads do not begin and end together: read was what all of them cover, samples ${start} to ${end}.`],
  };
}
