import { findLead } from '../../leadName';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { toIndependentLeadPositions } from '../standardLeads';
import type { StoredLead } from '../storedRecording';
import { addReferenceBeat } from './addReferenceBeat';
import { alignLeads, type PlacedLead } from './alignLeads';
import { countStored, expandBimodal, toBimodalRuns } from './bimodal';
import { decodeLead } from './decodeLead';
import type { HuffmanTable } from './huffmanTables';
import type { LeadDefinition } from './leadDefinition';
import type { SampleRange } from './qrsLocations';
import { decodeReferenceBeat } from './referenceBeat';
import { readRhythmLayout, type RhythmLayout } from './rhythmLayout';
import type { ScpFile } from './sections';

/** The ECG itself, decoded. */
export interface Rhythm {
  readonly samplingRateHz: number;
  readonly leads: readonly StoredLead[];
  readonly remarks: readonly string[];
}

/** All that it takes to decode a lead. */
interface Source {
  readonly definition: LeadDefinition;
  readonly tables: readonly HuffmanTable[] | undefined;
  readonly layout: RhythmLayout;
  readonly name: string;
}

/** Twenty minutes at 500 Hz: more than any resting ECG, and read in a second. */
const MOST_SAMPLES = 600_000;
/** Zones of neighbouring beats may overlap, but not all of them all the time. */
const MOST_ZONES_A_SAMPLE = 4;

/**
 * The ECG of section 6: decoded, expanded where it was decimated, with the reference beat where that was subtracted, and
 * cut to the samples that all leads cover. Leads beside the twelve are named, not decoded. Source: EN 1064:2005+A1:2007,
 * 5.7 to 5.9 and annex C.
 * @throws Problem where a lead is missing or cannot be decoded, or a section that is needed is missing or damaged.
 */
export function readRhythm(scp: ScpFile, definition: LeadDefinition, tables: readonly HuffmanTable[] | undefined): Rhythm {
  const { name } = scp;
  const labels = definition.leads.map(({ label }) => label);
  // Asked before anything is decoded: a damaged file may define 255 leads of half a million samples.
  toIndependentLeadPositions(labels, name);
  const layout = readRhythmLayout(scp, definition, tables !== undefined);
  const source: Source = { definition, tables, layout, name };
  const used = [...labels.keys()].filter((index) => findLead(labels[index]!));
  const aligned = alignLeads(used.map((index) => toPlacedLead(index, source)), layout.samplingRateHz, name);
  const { microvoltsPerStep } = layout.encoded;
  const factor = layout.bimodal?.factor ?? 1;
  return {
    samplingRateHz: layout.samplingRateHz,
    leads: labels.map((label, index) => ({ label, microvoltsPerStep, samples: aligned.leads[used.indexOf(index)]?.samples ?? [] })),
    remarks: [
      ...aligned.remarks,
      ...(factor > 1 ? [`Outside the QRS complexes the file keeps one value for ${factor} samples; those between were interpolated.`] : []),
    ],
  };
}

function toPlacedLead(index: number, source: Source): PlacedLead {
  const { definition, tables, layout, name } = source;
  const { label } = definition.leads[index]!;
  const { encoded, beat, bimodal } = layout;
  const range = toRange(index, source);
  const runs = bimodal && toBimodalRuns(bimodal.areas, range, bimodal.factor, name);
  const count = runs ? countStored(runs) : range.end - range.start + 1;
  const mayHoldOneMore = definition.leads[index]!.start === 0;
  const stored = decodeLead(encoded.leads[index]!, count, mayHoldOneMore, { tables, differences: encoded.differences, label, name });
  const samples = runs ? expandBimodal(stored, runs, bimodal.factor) : new Float64Array(stored);
  if (beat && definition.isBeatSubtracted) {
    const microvolts = decodeReferenceBeat(beat, index, definition, tables, name);
    requireFewZones(beat.locations.zones, range, name);
    addReferenceBeat(samples, microvolts.map((value) => value / encoded.microvoltsPerStep), beat.locations, range);
  }
  return { label, range, samples };
}

/**
 * The samples of a lead, numbered from 1. Some writers number from 0, and mean by the end either the last sample or the
 * number of samples: bare samples tell which.
 */
function toRange(index: number, { definition, tables, layout, name }: Source): SampleRange {
  const { label, start, end } = definition.leads[index]!;
  if (end - start >= MOST_SAMPLES) throw new Problem(`${name} claims ${end - start + 1} samples of ${toQuote(label)}, which no resting ECG has.`);
  if (start > 0) return { start, end };
  if (layout.beat) {
    throw new Problem(`${name} numbers the samples of ${toQuote(label)} from 0 instead of 1, so that it is unclear where its QRS complexes lie.`);
  }
  const isOneMore = !tables && layout.encoded.leads[index]!.bytes.length === 2 * (end + 1);
  return { start: 1, end: isOneMore ? end + 1 : end };
}

function requireFewZones(zones: readonly SampleRange[], { start, end }: SampleRange, name: string): void {
  const covered = zones.reduce((sum, zone) => sum + Math.max(0, Math.min(zone.end, end) - Math.max(zone.start, start) + 1), 0);
  if (covered <= MOST_ZONES_A_SAMPLE * (end - start + 1)) return;
  throw new Problem(`${name} is damaged: its reference beat was subtracted from ${covered} samples of the ${end - start + 1} of a lead.`);
}
