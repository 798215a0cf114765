import type { EcgFile } from '../../ecgFile';
import { findLead } from '../../leadName';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { toBaseName } from '../baseName';
import { toIndependentLeadPositions } from '../standardLeads';
import { toWfdbHeader, type WfdbHeader } from './header';
import { type OrdinaryRecord, toOrdinaryRecord, toStoredSignals } from './ordinaryRecord';
import { toSegmentedHeader, type WfdbSegment } from './segmentedHeader';

/** A stretch of a recording: a record, or a time of which nothing is stored. */
export interface WfdbPart {
  readonly record: OrdinaryRecord | undefined;
  /** The first sample's place in the recording. */
  readonly first: number;
  readonly sampleCount: number;
}

/** A WFDB recording, of one part or several segments, with the files that hold it. */
export interface WfdbRecording {
  /** The header's file name. */
  readonly name: string;
  /** Samples of a lead per second; undefined where no header says. */
  readonly samplingRateHz: number | undefined;
  readonly sampleCount: number;
  /** Without a gap, in the order of time. */
  readonly parts: readonly WfdbPart[];
  /** Samples before the first part of which nothing is stored. */
  readonly leftOutCount: number;
}

/**
 * An ordinary record as a recording.
 * @throws Problem where it holds no 12-lead ECG or its files cannot be read.
 */
export function toOrdinaryRecording(text: string, name: string, files: readonly EcgFile[]): WfdbRecording {
  const header = toWfdbHeader(text, name);
  const isLayout = header.signals.length > 0 && header.signals.every(({ fileName }) => fileName === '~');
  if (isLayout) {
    throw new Problem(`${name} is the layout of a record of several segments: add the record's main header and its segments too.`);
  }
  requireLeads([header], name);
  const record = toOrdinaryRecord(header, header.frameCount, files, name);
  const { samplesPerFrame, sampleCount } = record;
  const samplingRateHz = toRateHz(header.frameRateHz, samplesPerFrame);
  return { name, samplingRateHz, sampleCount, parts: [{ record, first: 0, sampleCount }], leftOutCount: 0 };
}

/**
 * A multi-segment record as a recording. It begins where its first segment with samples does. Leads are found by name in
 * every segment, so that a record of variable layout needs no layout.
 * @param toText a header's text.
 * @throws Problem where the segments do not belong together, hold no 12-lead ECG or their files cannot be read.
 */
export function toSegmentedRecording(
  text: string,
  name: string,
  files: readonly EcgFile[],
  toText: (bytes: Uint8Array) => string,
): WfdbRecording {
  const { segments, ...main } = toSegmentedHeader(text, name);
  const byName = new Map(files.map((file) => [toBaseName(file.name), file]));
  requireFiles(segments, byName, toText, name);
  const records = toSegmentRecords(segments, files, byName, toText);
  const some = [...records.values()];
  requireLeads(some.map(({ header }) => header), name);
  const rates = some.flatMap(({ header }) => header.frameRateHz ?? []);
  const frameRateHz = main.frameRateHz ?? rates[0];
  const otherRateHz = rates.find((rate) => rate !== frameRateHz);
  if (otherRateHz !== undefined) {
    throw new Problem(`${name} has segments of ${frameRateHz} Hz and of ${otherRateHz} Hz; only one sampling rate can be read.`);
  }
  const samplesPerFrame = toCommonSamplesPerFrame(some, name);
  const begin = segments.findIndex(({ headerName }) => headerName !== undefined);
  let sampleCount = 0;
  const parts = segments.slice(begin).map(({ headerName = '', frameCount }): WfdbPart => {
    const part = { record: records.get(headerName), first: sampleCount, sampleCount: frameCount * samplesPerFrame };
    sampleCount += part.sampleCount;
    return part;
  });
  const leftOutCount = segments.slice(0, begin).reduce((sum, segment) => sum + segment.frameCount, 0) * samplesPerFrame;
  return { name, samplingRateHz: toRateHz(frameRateHz, samplesPerFrame), sampleCount, parts, leftOutCount };
}

function toRateHz(frameRateHz: number | undefined, samplesPerFrame: number): number | undefined {
  return frameRateHz === undefined ? undefined : frameRateHz * samplesPerFrame;
}

function requireLeads(headers: readonly WfdbHeader[], name: string): void {
  const labels = headers.map((header) => toStoredSignals(header).map(({ description }) => description));
  // A lead may be named once, but in every segment.
  const together = [...new Set(labels.flat().map((label) => findLead(label) ?? label))];
  toIndependentLeadPositions(headers.length === 1 ? labels[0]! : together, name);
}

/** The record of each segment, by the name of its header: a record may be a segment more than once. */
function toSegmentRecords(
  segments: readonly WfdbSegment[],
  files: readonly EcgFile[],
  byName: ReadonlyMap<string, EcgFile>,
  toText: (bytes: Uint8Array) => string,
): ReadonlyMap<string, OrdinaryRecord> {
  const records = new Map<string, OrdinaryRecord>();
  for (const { headerName, frameCount } of segments) {
    if (headerName === undefined) continue;
    const { name, bytes } = byName.get(headerName)!;
    const known = records.get(headerName);
    const header = known?.header ?? toWfdbHeader(toText(bytes), name);
    const announced = known ? known.sampleCount / known.samplesPerFrame : header.frameCount;
    if (announced !== undefined && announced !== frameCount) {
      throw new Problem(`${name} is ${announced} samples long, but the record lists it as a segment of ${frameCount}.`);
    }
    if (!known) records.set(headerName, toOrdinaryRecord(header, frameCount, files, name));
  }
  return records;
}

function toCommonSamplesPerFrame(records: readonly OrdinaryRecord[], name: string): number {
  const [first, ...others] = records.filter(({ leads }) => Object.keys(leads).length > 0);
  const other = others.find(({ samplesPerFrame }) => samplesPerFrame !== first!.samplesPerFrame);
  if (!other) return first!.samplesPerFrame;
  const counts = [first!, other].map((record) => `${record.samplesPerFrame} (${record.name})`);
  throw new Problem(`${name} has segments of different numbers of samples a frame: ${toListing(counts)}.`);
}

const MOST_NAMES = 6;

/** Says of all files at once that they are missing: a long recording has many. */
function requireFiles(
  segments: readonly WfdbSegment[],
  byName: ReadonlyMap<string, EcgFile>,
  toText: (bytes: Uint8Array) => string,
  name: string,
): void {
  const headerNames = new Set(segments.flatMap(({ headerName }) => headerName ?? []));
  if (headerNames.size === 0) throw new Problem(`${name} lists no segment with samples.`);
  const missing = [...headerNames].flatMap((headerName) => {
    const header = byName.get(headerName);
    return header ? toLeadFiles(header, toText).filter((file) => !byName.has(file)) : [headerName];
  });
  if (missing.length === 0) return;
  const named = [...new Set(missing)].slice(0, MOST_NAMES).map(toQuote);
  const more = new Set(missing).size - named.length;
  const listed = toListing([...named, ...(more > 0 ? [`${more} more`] : [])]);
  throw new Problem(`${name} is a record of ${segments.length} segments: add ${listed} too.`);
}

/** The base names of the files that hold a record's leads. */
function toLeadFiles({ name, bytes }: EcgFile, toText: (bytes: Uint8Array) => string): string[] {
  const leads = toStoredSignals(toWfdbHeader(toText(bytes), name)).filter(({ description }) => findLead(description));
  return leads.map(({ fileName }) => toBaseName(fileName));
}
