import { Problem } from '../../problem';
import { decodeLead } from './decodeLead';
import { type EncodedLeads, readEncodedLeads } from './encodedLeads';
import type { HuffmanTable } from './huffmanTables';
import type { LeadDefinition } from './leadDefinition';
import { type QrsLocations, readQrsLocations } from './qrsLocations';
import { requireSection, type ScpFile } from './sections';

/** Sections 4 and 5, without which a rhythm that builds on the reference beat cannot be read. */
export interface ReferenceBeat {
  readonly locations: QrsLocations;
  readonly encoded: EncodedLeads;
}

/** @throws Problem where section 4 or 5 is missing or damaged. */
export function readReferenceBeat(scp: ScpFile, leadCount: number): ReferenceBeat {
  const locations = readQrsLocations(requireSection(scp, 4), scp.name);
  return { locations, encoded: readEncodedLeads(requireSection(scp, 5), 5, leadCount, undefined, scp.name) };
}

/**
 * The samples of a lead of the reference beat, in microvolts.
 * @param index the lead's place in section 3.
 * @throws Problem where they cannot be decoded.
 */
export function decodeReferenceBeat(
  { locations, encoded }: ReferenceBeat,
  index: number,
  definition: LeadDefinition,
  tables: readonly HuffmanTable[] | undefined,
  name: string,
): Float64Array {
  const { beatMilliseconds } = locations;
  const lead = encoded.leads[index]!;
  const count = tables ? Math.round((1000 * beatMilliseconds) / encoded.intervalMicroseconds) : lead.bytes.length / 2;
  if (count < 1) throw new Problem(`${name} gives the length of its reference beat as ${beatMilliseconds} ms, which it cannot be.`);
  const label = `the reference beat of ${definition.leads[index]!.label}`;
  const steps = decodeLead(lead, count, false, { tables, differences: encoded.differences, label, name });
  return Float64Array.from(steps, (step) => step * encoded.microvoltsPerStep);
}
