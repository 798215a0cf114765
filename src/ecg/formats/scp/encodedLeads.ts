import { Problem } from '../../problem';
import { createFieldReader } from './fieldReader';
import { toTitle } from './sections';

/** The reference beat (section 5) or the rhythm (section 6) before it is decoded. */
export interface EncodedLeads {
  readonly microvoltsPerStep: number;
  readonly intervalMicroseconds: number;
  /** How often neighbouring samples were subtracted from each other. */
  readonly differences: 0 | 1 | 2;
  /** Section 6: whether samples outside protected areas are decimated. Section 5: whatever is written there. */
  readonly bimodalFlag: number;
  readonly leads: readonly EncodedLead[];
}

/** The bytes of one lead. */
export interface EncodedLead {
  readonly bytes: Uint8Array;
  /** Whether the field of 16 bits for its length is at its end, so that the lead may be longer. */
  readonly isLengthSaturated: boolean;
}

const SATURATED = 0xffff;

/**
 * The encoded leads of section 5 or 6. Source: EN 1064:2005+A1:2007, 5.8 and 5.9.
 * @param id 5 or 6.
 * @param leadCount leads that section 3 defines.
 * @param bareBytes where samples are bare, the bytes of each lead: some writers fill the field of a longer one to its end.
 * @throws Problem where the section is cut off, or gives an amplitude multiplier or interval of 0 or an unknown encoding.
 */
export function readEncodedLeads(
  section: Uint8Array,
  id: 5 | 6,
  leadCount: number,
  bareBytes: readonly number[] | undefined,
  name: string,
): EncodedLeads {
  const fields = createFieldReader(section, toTitle(id), name);
  const nanovolts = fields.unsigned16();
  const intervalMicroseconds = fields.unsigned16();
  const differences = fields.unsigned8();
  const bimodalFlag = fields.unsigned8();
  if (nanovolts === 0) throw new Problem(`${name} gives no scale: the amplitude multiplier of ${toTitle(id)} is 0.`);
  if (intervalMicroseconds === 0) throw new Problem(`${name} gives no sampling rate: the sample interval of ${toTitle(id)} is 0.`);
  if (differences !== 0 && differences !== 1 && differences !== 2) {
    throw new Problem(`${name} gives the encoding of ${toTitle(id)} as ${differences}; only 0, 1 and 2 have a meaning.`);
  }
  const lengths = Array.from({ length: leadCount }, () => fields.unsigned16());
  const leads = lengths.map((length, index) => {
    const isLengthSaturated = length === SATURATED;
    const longer = isLengthSaturated ? bareBytes?.[index] : undefined;
    return { bytes: fields.bytes(Math.max(length, longer ?? 0)), isLengthSaturated };
  });
  return { microvoltsPerStep: nanovolts / 1000, intervalMicroseconds, differences, bimodalFlag, leads };
}
