import type { EcgFile } from '../../ecgFile';
import { STANDARD_LEADS } from '../../lead';
import type { LeadName } from '../../lead';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findPositions } from '../standardLeads';
import { toVerificationRemarks } from './checks';
import { NULL_FORMAT, type WfdbHeader, type WfdbSignal } from './header';
import { findInvalidSample, type SampleRange, toWfdbSamples } from './samples';
import { hasSurplus, toSignalFiles, toSignalPlace, type WfdbSignalFile } from './signalFiles';

/** An ordinary WFDB record, which may be a segment of another, with the files that hold its leads. */
export interface OrdinaryRecord {
  /** The header's file name. */
  readonly name: string;
  readonly header: WfdbHeader;
  /** The signals that are standard leads. */
  readonly leads: Readonly<Partial<Record<LeadName, WfdbSignal>>>;
  readonly files: readonly WfdbSignalFile[];
  /** Samples of a lead in every frame; 1 where there is no lead. */
  readonly samplesPerFrame: number;
  /** Samples of a lead. */
  readonly sampleCount: number;
}

/** Some samples of the leads of a record. */
export interface ReadLeads {
  /** ADC units as 64-bit floats, NaN where a sample is missing. */
  readonly leads: Readonly<Partial<Record<LeadName, Float64Array>>>;
  readonly remarks: readonly string[];
}

/** The signals of a header of which anything is stored. */
export function toStoredSignals({ signals }: WfdbHeader): WfdbSignal[] {
  return signals.filter(({ format }) => format !== NULL_FORMAT);
}

/**
 * Brings a header together with its signal files.
 * @param announcedCount frames that the record should have; where it is not known, what the files hold.
 * @param name the header's file name.
 * @throws Problem where a file is missing, cut off or of a kind that cannot be read, or the leads differ in rate.
 */
export function toOrdinaryRecord(
  header: WfdbHeader,
  announcedCount: number | undefined,
  files: readonly EcgFile[],
  name: string,
): OrdinaryRecord {
  const stored = toStoredSignals(header);
  const { positions } = findPositions(stored.map(({ description }) => description), name);
  const present = STANDARD_LEADS.filter((lead) => positions[lead] !== undefined);
  const leads = Object.fromEntries(present.map((lead) => [lead, stored[positions[lead]!]!]));
  const wanted = Object.values(leads);
  const samplesPerFrame = toSamplesPerFrame(wanted, name);
  const signalFiles = toSignalFiles(header, announcedCount, wanted, files, name);
  // Of no signal as many frames as announced are missing.
  const heldCount = Math.min(...signalFiles.map((file) => file.heldCount));
  const frameCount = announcedCount ?? (signalFiles.length > 0 ? heldCount : 0);
  requireSkewWithin(wanted, frameCount, name);
  return { name, header, leads, files: signalFiles, samplesPerFrame, sampleCount: frameCount * samplesPerFrame };
}

/**
 * Reads a stretch of all leads of a record, each moved forward by its skew, so that its last samples are missing.
 * Where that is the whole record, first values and checksums are verified.
 * @throws Problem where samples and header disagree.
 */
export function readLeads(record: OrdinaryRecord, range: SampleRange): ReadLeads {
  const isWhole = range.first === 0 && range.count === record.sampleCount;
  const present = STANDARD_LEADS.filter((lead) => record.leads[lead]);
  const stored = present.map((lead) => {
    const signal = record.leads[lead]!;
    return { signal, samples: toStoredSamples(record, signal, isWhole ? range : toSkewedRange(record, signal, range)) };
  });
  const leads = present.map((lead, index) => {
    const { signal, samples } = stored[index]!;
    const skewed = isWhole ? samples.subarray(signal.skew * record.samplesPerFrame) : samples;
    return [lead, markMissing(skewed, findInvalidSample(signal.format), range.count)] as const;
  });
  return {
    leads: Object.fromEntries(leads),
    remarks: isWhole ? toVerificationRemarks(stored, record.header.frameCount !== undefined) : [],
  };
}

/** Remarks on what the header says of the leads: those that are skewed, those upside down, what is beyond their end. */
export function toRecordRemarks({ leads, files, samplesPerFrame, sampleCount }: OrdinaryRecord): string[] {
  const signals = Object.values(leads);
  const skewed = signals.filter(({ skew }) => skew > 0).map(({ description, skew }) => `${toQuote(description)} by ${skew}`);
  const turned = signals.filter(({ gain = 1 }) => gain < 0).map(({ description }) => toQuote(description));
  const frameCount = sampleCount / samplesPerFrame;
  return [
    ...(skewed.length > 0 ? [`Leads were moved forward, as the header says, by samples: ${toListing(skewed)}.`] : []),
    ...(turned.length > 0 ? [`The file stores ${toListing(turned)} upside down and says so; it was turned back.`] : []),
    ...files
      .filter((file) => hasSurplus(file, frameCount))
      .map(({ file, heldCount }) => {
        return `${file.name} holds ${heldCount} samples per lead; only the ${frameCount} of the header were read.`;
      }),
  ];
}

function toSamplesPerFrame(signals: readonly WfdbSignal[], name: string): number {
  const [first, ...others] = signals;
  if (!first) return 1;
  const other = others.find(({ samplesPerFrame }) => samplesPerFrame !== first.samplesPerFrame);
  if (!other) return first.samplesPerFrame;
  const counts = [first, other].map((signal) => `${signal.samplesPerFrame} of ${toQuote(signal.description)}`);
  throw new Problem(`${name} stores ${counts.join(' but ')} a frame; only leads of one sampling rate can be read.`);
}

function requireSkewWithin(signals: readonly WfdbSignal[], frameCount: number, name: string): void {
  const beyond = signals.find(({ skew }) => skew > 0 && skew >= frameCount);
  if (!beyond) return;
  const moved = `${name} moves ${toQuote(beyond.description)} forward by a skew of ${beyond.skew} samples`;
  throw new Problem(`${moved}, although it has only ${frameCount}.`);
}

function toStoredSamples({ files }: OrdinaryRecord, signal: WfdbSignal, range: SampleRange): Int32Array | Float64Array {
  const file = files.find(({ signals }) => signals.includes(signal))!;
  return toWfdbSamples(file.sampleBytes, toSignalPlace(signal, file), range);
}

/** The part of a skewed stretch that the record holds. */
function toSkewedRange({ samplesPerFrame, sampleCount }: OrdinaryRecord, { skew }: WfdbSignal, range: SampleRange): SampleRange {
  const first = Math.min(sampleCount, range.first + skew * samplesPerFrame);
  return { first, count: Math.min(range.count, sampleCount - first) };
}

function markMissing(samples: Int32Array | Float64Array, invalid: number | undefined, count: number): Float64Array {
  const marked = new Float64Array(count).fill(NaN, samples.length);
  samples.forEach((sample, index) => (marked[index] = sample === invalid ? NaN : sample));
  return marked;
}
