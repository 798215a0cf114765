import { Problem } from '../../problem';
import { createFieldReader } from './fieldReader';

/** What section 3 says of a lead. */
export interface DefinedLead {
  /** Its name; for leads beside the customary ones its number. */
  readonly label: string;
  /** Numbers of its first and last sample; the recording's first sample is number 1, in some files 0. */
  readonly start: number;
  readonly end: number;
}

/** What section 3 says of all leads. */
export interface LeadDefinition {
  readonly leads: readonly DefinedLead[];
  /** Whether section 6 holds what is left of the ECG after the reference beat was subtracted from it. */
  readonly isBeatSubtracted: boolean;
  readonly remarks: readonly string[];
}

const BEAT_SUBTRACTED = 1;
const ALL_SIMULTANEOUS = 4;
/** Eight leads recorded together are a whole 12-lead ECG: the others follow from them. */
const INDEPENDENT_LEADS = 8;

/** Numbers of the customary leads. Source: EN 1064:2005+A1:2007, 5.6, table of lead identifications. */
const LABELS: ReadonlyMap<number, string> = new Map([
  ...['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V2R', 'V3R', 'V4R', 'V5R', 'V6R', 'V7R', 'X', 'Y', 'Z'].map(
    (label, index) => [1 + index, label] as const,
  ),
  ...['III', 'aVR', 'aVL', 'aVF', '-aVR', 'V8', 'V9', 'V8R', 'V9R'].map((label, index) => [61 + index, label] as const),
]);

/**
 * The leads of section 3. Source: EN 1064:2005+A1:2007, 5.6.
 * @throws Problem where the section is cut off, a lead ends before it starts, or fewer than eight leads were recorded at once.
 */
export function readLeadDefinition(section: Uint8Array, name: string): LeadDefinition {
  const fields = createFieldReader(section, 'section 3 (leads)', name);
  const count = fields.unsigned8();
  const flags = fields.unsigned8();
  const leads = Array.from({ length: count }, () => {
    const start = fields.unsigned32();
    const end = fields.unsigned32();
    return { label: toLabel(fields.unsigned8()), start, end };
  });
  const backward = leads.find(({ start, end }) => end < start);
  if (backward) {
    throw new Problem(`${name} is damaged: its lead ${backward.label} goes from sample ${backward.start} to ${backward.end}.`);
  }
  return { leads, isBeatSubtracted: (flags & BEAT_SUBTRACTED) !== 0, remarks: toRemarks(flags, count, name) };
}

function toLabel(code: number): string {
  return LABELS.get(code) ?? `SCP lead ${code}`;
}

function toRemarks(flags: number, count: number, name: string): string[] {
  const together = flags >> 3;
  if (flags & ALL_SIMULTANEOUS || together === count) return [];
  if (together === 0) return ['The file does not say that its leads were recorded at the same time.'];
  if (together >= INDEPENDENT_LEADS) return [];
  throw new Problem(`${name} recorded ${together} of its ${count} leads at a time; an ECG of all leads at once is needed.`);
}
