import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import type { LeadName } from '../../../src/ecg/lead';
import { INDEPENDENT_LEADS, WRITTEN_MEASUREMENTS } from '../deviceXml/writerOptions';
import { packScp } from './packScp';
import { findFiducials } from './scpBeats';
import { encodeNumbers, type ScpHuffman, toTableSection } from './scpCodes';
import { u16, u32, u8 } from './scpFields';

/** How an ECG is written as SCP-ECG; every field has a default. */
export interface ScpWriterOptions {
  readonly name?: string;
  /** Nanovolts of a step, the amplitude multiplier; 2500 unless given. */
  readonly nanovoltsPerStep?: number;
  /** The same for the reference beat; that of the rhythm unless given. */
  readonly beatNanovoltsPerStep?: number;
  /** The leads to store, in this order; the eight independent ones unless given. */
  readonly leadOrder?: readonly LeadName[];
  /** Ten times the version of the protocol; 20 unless given. */
  readonly protocolVersion?: number;
  readonly huffman?: ScpHuffman;
  /** How often neighbours are subtracted from each other; 2 unless given. */
  readonly differences?: 0 | 1 | 2;
  /** Whether a reference beat is subtracted around every QRS. */
  readonly subtracted?: boolean;
  /** How many samples between QRS complexes become one; 1, and no bimodal compression, unless given. */
  readonly bimodalFactor?: number;
  /** Whether zones of subtraction are kept whole, as in version 1.0, and no protected areas are told. */
  readonly protectedZones?: boolean;
  /** First and last sample of leads that do not cover the whole ECG, from 1. */
  readonly ranges?: Partial<Record<LeadName, readonly [start: number, end: number]>>;
  readonly hasMark?: boolean;
  readonly hasChecksums?: boolean;
  /** Changes the bodies of sections before checksums are made, for tests of what files in the field look like. */
  readonly edit?: (sections: Map<number, number[]>) => void;
}

const CODES: Readonly<Record<LeadName, number>> = {
  ...{ I: 1, II: 2, V1: 3, V2: 4, V3: 5, V4: 6, V5: 7, V6: 8 },
  ...{ III: 61, aVR: 62, aVL: 63, aVF: 64 },
};
const BEAT_SECONDS = 0.6;
const BEAT_FIDUCIAL_SECONDS = 0.2;
const PROTECTED_SECONDS = 0.07;

/** Writes an ECG in the standard communications protocol, with a patient's name in section 1. For tests. */
export function writeScp(ecg: Ecg, options: ScpWriterOptions = {}): EcgFile {
  const { name = 'ecg.scp', protocolVersion = 20, huffman = 'default', differences = 2, nanovoltsPerStep = 2500 } = options;
  const { leadOrder = INDEPENDENT_LEADS, subtracted = false, bimodalFactor = 1, hasMark = true, hasChecksums = true } = options;
  const beatNanovolts = options.beatNanovoltsPerStep ?? nanovoltsPerStep;
  const interval = Math.round(1e6 / ecg.samplingRateHz);
  const usesBeat = subtracted || bimodalFactor > 1;
  const beats = usesBeat ? toBeats(ecg, options.protectedZones ?? false) : undefined;
  const steps = (lead: LeadName, nanovolts: number) => Array.from(ecg.leads[lead], (millivolts) => Math.round((millivolts * 1e6) / nanovolts) + 0);
  const beatOf = (lead: LeadName) => steps(lead, beatNanovolts).slice(beats!.first, beats!.first + beats!.length);
  const encode = (numbers: readonly number[]) => encodeNumbers(toDifferences(numbers, differences), huffman);
  const rangeOf = (lead: LeadName) => options.ranges?.[lead] ?? [1, ecg.sampleCount];

  const rhythm = leadOrder.map((lead) => {
    const [start, end] = rangeOf(lead);
    const microvolts = Array.from(ecg.leads[lead], (millivolts) => millivolts * 1000);
    if (subtracted) beats!.subtract(microvolts, beatOf(lead).map((step) => (step * beatNanovolts) / 1000));
    const numbers = microvolts.map((value) => Math.round((value * 1000) / nanovoltsPerStep) + 0);
    return encode(bimodalFactor > 1 ? beats!.decimate(numbers, bimodalFactor) : numbers.slice(start - 1, end));
  });
  const sections = new Map<number, number[]>([
    [1, [...u8(0), ...u16(11), ...Array.from('Mustermann\0', (letter) => letter.charCodeAt(0)), ...u8(2), ...u16(5), ...Array.from('0815\0', (letter) => letter.charCodeAt(0)), ...u8(255), ...u16(0)]],
    [
      3,
      [
        ...u8(leadOrder.length),
        ...u8((subtracted ? 1 : 0) + 4 + 8 * leadOrder.length),
        ...leadOrder.flatMap((lead) => [...u32(rangeOf(lead)[0]), ...u32(rangeOf(lead)[1]), ...u8(CODES[lead])]),
      ],
    ],
    [6, [...toHead(nanovoltsPerStep, interval * bimodalFactor, differences, bimodalFactor > 1 ? 1 : 0), ...toLeads(rhythm)]],
    [7, toMeasurements()],
  ]);
  const tables = toTableSection(huffman);
  if (tables) sections.set(2, tables);
  if (beats) {
    sections.set(4, beats.section);
    sections.set(5, [...toHead(beatNanovolts, interval, differences, 0), ...toLeads(leadOrder.map((lead) => encode(beatOf(lead))))]);
  }
  options.edit?.(sections);
  return { name, bytes: packScp(sections, { protocolVersion, hasMark, hasChecksums }) };
}

function toHead(nanovolts: number, interval: number, differences: number, flag: number): number[] {
  return [...u16(nanovolts), ...u16(interval), ...u8(differences), ...u8(flag)];
}

function toLeads(leads: readonly (readonly number[])[]): number[] {
  return [...leads.flatMap(({ length }) => u16(Math.min(length, 0xffff))), ...leads.flat()];
}

function toDifferences(numbers: readonly number[], order: 0 | 1 | 2): number[] {
  return numbers.map((number, index) => {
    if (order === 0 || index < order) return number;
    return order === 1 ? number - numbers[index - 1]! : number - 2 * numbers[index - 1]! + numbers[index - 2]!;
  });
}

/** The reference beat is that around the first QRS; zones and protected areas lie around every QRS. Samples from 0. */
function toBeats(ecg: Ecg, protectedZones: boolean) {
  const fiducials = findFiducials(ecg);
  const before = Math.round(BEAT_FIDUCIAL_SECONDS * ecg.samplingRateHz);
  const length = Math.round(BEAT_SECONDS * ecg.samplingRateHz);
  const half = Math.round(PROTECTED_SECONDS * ecg.samplingRateHz);
  const zones = fiducials.map((fiducial) => ({
    fiducial,
    start: Math.max(0, fiducial - before),
    end: Math.min(ecg.sampleCount, fiducial - before + length) - 1,
  }));
  const areas = protectedZones ? zones : fiducials.map((fiducial) => ({ start: fiducial - half, end: fiducial + half }));
  const first = zones[0]!.fiducial - before;
  if (first < 0) throw new Error('The first beat is cut off: choose another ECG.');
  return {
    first,
    length,
    section: [
      ...u16(Math.round((1000 * length) / ecg.samplingRateHz)),
      ...u16(before + 1),
      ...u16(zones.length),
      ...zones.flatMap(({ start, fiducial, end }) => [...u16(0), ...u32(start + 1), ...u32(fiducial + 1), ...u32(end + 1)]),
      ...(protectedZones ? [] : areas.flatMap(({ start, end }) => [...u32(start + 1), ...u32(end + 1)])),
    ],
    subtract: (values: number[], beat: readonly number[]): void => {
      for (const { start, fiducial, end } of zones) {
        for (let index = start; index <= end; index++) values[index]! -= beat[index - fiducial + before]!;
      }
    },
    decimate: (numbers: readonly number[], factor: number): number[] => {
      const kept: number[] = [];
      let next = 0;
      for (const area of [...areas, { start: numbers.length, end: numbers.length - 1 }]) {
        for (; next + factor <= area.start; next += factor) {
          kept.push(Math.round(numbers.slice(next, next + factor).reduce((sum, number) => sum + number, 0) / factor) + 0);
        }
        kept.push(...numbers.slice(next, area.end + 1));
        next = area.end + 1;
      }
      return kept;
    },
  };
}

/** Onsets and ends of one beat that make the measurements that every writer writes. */
function toMeasurements(): number[] {
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const pOnset = 100;
  const qrsOnset = pOnset + pr;
  return [
    ...[...u8(1), ...u8(1), ...u16(984), ...u16(29999)],
    ...[pOnset, pOnset + p, qrsOnset, qrsOnset + qrs, qrsOnset + qt, pAxis, qrsAxis, tAxis].flatMap(u16),
    // One pacing spike, then the types of two QRS complexes.
    ...[...u16(100), ...u16(500), ...u8(0), ...u8(0), ...u16(1), ...u16(400)],
    ...[...u16(2), 0, 0],
    ...[...u16(rate), ...u16(29999), ...u16(qtc), ...u8(1), ...u16(0)],
  ];
}
