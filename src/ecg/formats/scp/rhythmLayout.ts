import { Problem } from '../../problem';
import { type EncodedLeads, readEncodedLeads } from './encodedLeads';
import type { LeadDefinition } from './leadDefinition';
import type { SampleRange } from './qrsLocations';
import { readReferenceBeat, type ReferenceBeat } from './referenceBeat';
import { requireSection, type ScpFile, toTitle } from './sections';

/** How section 6 holds the ECG, and what it takes to build it. */
export interface RhythmLayout {
  readonly encoded: EncodedLeads;
  readonly samplingRateHz: number;
  /** Where the rhythm builds on the reference beat: sections 4 and 5. */
  readonly beat: ReferenceBeat | undefined;
  /** Where samples outside protected areas are decimated: those areas, and how many samples became one. */
  readonly bimodal: { readonly areas: readonly SampleRange[]; readonly factor: number } | undefined;
}

const LARGEST_FACTOR = 8;
const FIRST_VERSION_WITH_PROTECTED_AREAS = 13;
const FIRST_VERSION_WITHOUT_BIMODAL = 30;

/**
 * The layout of the rhythm. With bimodal compression section 6 gives the interval of the decimated samples and section 5
 * that of the others. Version 3 no longer has it: its section 4 is reserved for files of older versions (ISO 41064:2023,
 * 5.7). Source: EN 1064:2005+A1:2007, 5.8 and 5.9.
 * @throws Problem where a section that is needed is missing or damaged, or where sections contradict each other.
 */
export function readRhythmLayout(scp: ScpFile, { leads, isBeatSubtracted }: LeadDefinition, isHuffman: boolean): RhythmLayout {
  const bareBytes = isHuffman ? undefined : leads.map(({ start, end }) => 2 * (end - start + 1));
  const encoded = readEncodedLeads(requireRhythm(scp), 6, leads.length, bareBytes, scp.name);
  const isBimodal = requireBimodalFlag(encoded.bimodalFlag, scp);
  if (!isBimodal && !isBeatSubtracted) {
    return { encoded, samplingRateHz: toSamplingRateHz(encoded.intervalMicroseconds), beat: undefined, bimodal: undefined };
  }
  const beat = readReferenceBeat(scp, leads.length);
  const factor = toFactor(encoded, beat.encoded, isBimodal, scp.name);
  return {
    encoded,
    samplingRateHz: toSamplingRateHz(beat.encoded.intervalMicroseconds),
    beat,
    bimodal: isBimodal ? { areas: toProtectedAreas(beat, scp), factor } : undefined,
  };
}

function requireRhythm(scp: ScpFile): Uint8Array {
  if (!scp.sections.has(6) && scp.sections.has(12)) {
    throw new Problem(`${scp.name} keeps its ECG in section 12, the long-term recording of SCP-ECG 3, which cannot be read.`);
  }
  return requireSection(scp, 6);
}

function requireBimodalFlag(flag: number, { protocolVersion, name }: ScpFile): boolean {
  const most = protocolVersion < FIRST_VERSION_WITHOUT_BIMODAL ? 1 : 0;
  if (flag <= most) return flag === 1;
  const allowed = most === 1 ? '0 and 1' : '0';
  throw new Problem(`${name} gives the bimodal compression of ${toTitle(6)} as ${flag}; in its version only ${allowed} can be read.`);
}

function toFactor(rhythm: EncodedLeads, beat: EncodedLeads, isBimodal: boolean, name: string): number {
  const [interval, whole] = [rhythm.intervalMicroseconds, beat.intervalMicroseconds];
  const factor = Math.round(interval / whole);
  // Both are rounded to microseconds.
  const isMultiple = Math.abs(interval - factor * whole) <= factor;
  if (isMultiple && factor >= 1 && factor <= (isBimodal ? LARGEST_FACTOR : 1)) return factor;
  throw new Problem(`${name} samples its rhythm every ${interval} µs and its reference beat every ${whole} µs, which do not go together.`);
}

/** Until 1.1 no protected areas are told: they are the zones of subtraction (E. Cervesato, SCP-DECODE). */
function toProtectedAreas({ locations }: ReferenceBeat, { protocolVersion, name }: ScpFile): readonly SampleRange[] {
  if (protocolVersion > 0 && protocolVersion < FIRST_VERSION_WITH_PROTECTED_AREAS) return locations.zones;
  if (locations.protectedAreas) return locations.protectedAreas;
  throw new Problem(`${name} is damaged: ${toTitle(4)} does not tell which samples around the QRS complexes are kept whole.`);
}

/** The field is a whole number of microseconds, rounded or cut off, of a rate that is a whole number of hertz. */
function toSamplingRateHz(intervalMicroseconds: number): number {
  const rate = 1e6 / intervalMicroseconds;
  const whole = Math.round(rate);
  const interval = 1e6 / whole;
  const isMeant = [Math.round(interval), Math.floor(interval)].includes(intervalMicroseconds);
  return isMeant ? whole : Number(rate.toPrecision(6));
}
