import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';
import { toBaseName } from './baseName';
import { findContents } from './contents';
import type { EcgFormat } from './format';
import { toReadLength } from './longRecording';
import { readExcerpt, requireFacts } from './wfdb/excerpt';
import { toOrdinaryRecording, toSegmentedRecording } from './wfdb/recording';
import { isSegmentedHeader, isWfdbHeader, toReferences } from './wfdb/segmentedHeader';

/** A header is a few hundred bytes; what is longer than this is something else. */
const LONGEST_HEADER_BYTES = 2 ** 20;

/**
 * Records of the WaveForm DataBase: a header `.hea` that names its signal files, `.dat` or (as in the PhysioNet/CinC
 * challenges) MATLAB level 4 `.mat`, or the headers of its segments. Sources: header(5) and signal(5) of the WFDB
 * Applications Guide; "Multi-Segment Records" of the WFDB Programmer's Guide.
 */
export const wfdb: EcgFormat = {
  description: 'a WFDB record (the .hea file together with its .dat or .mat file)',
  match: (files) => files.some(isHeader) || files.some(isPartByName),
  read: readWfdb,
  findReferences: (file) => {
    if (isHeader(file)) return toReferences(toText(file.bytes));
    return /\.hea$/i.test(file.name) ? [] : undefined;
  },
};

function readWfdb(files: readonly EcgFile[], stated: StatedFacts): Ecg {
  const { name, bytes } = toHeaderFile(files);
  const text = toText(bytes);
  const recording = isSegmentedHeader(text)
    ? toSegmentedRecording(text, name, files, toText)
    : toOrdinaryRecording(text, name, files);
  const samplingRateHz = requireFacts(recording, stated);
  const { sampleCount, remarks } = toReadLength(recording.sampleCount, samplingRateHz);
  const ecg = readExcerpt(recording, samplingRateHz, stated, { first: 0, count: sampleCount });
  return { ...ecg, remarks: [...remarks, ...ecg.remarks] };
}

function isHeader({ bytes }: EcgFile): boolean {
  return bytes.length <= LONGEST_HEADER_BYTES && findContents(bytes) === undefined && isWfdbHeader(toText(bytes));
}

/** Bare samples and broken headers say nothing about themselves; their names do. */
function isPartByName({ name, bytes }: EcgFile): boolean {
  return /\.(?:hea|dat|mat)$/i.test(name) && findContents(bytes) === undefined;
}

function toText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Older headers write the µ of a unit in Latin-1.
    return new TextDecoder('latin1').decode(bytes);
  }
}

function toHeaderFile(files: readonly EcgFile[]): EcgFile {
  const headers = files.filter(isHeader);
  const segmentNames = toSegmentNames(headers);
  const leading = headers.filter(({ name }) => !segmentNames.has(toBaseName(name)));
  if (leading.length > 1) {
    const names = toListing(leading.map(({ name }) => name));
    throw new Problem(`These are ${leading.length} records (${names}): open them one by one.`);
  }
  const header = leading[0] ?? files.find(({ name }) => /\.hea$/i.test(name));
  if (!header) throw new Problem(toOrphanSentence(files.find(isPartByName)!));
  if (header.bytes.length === 0) throw new Problem(`${header.name} is empty.`);
  if (header.bytes.length > LONGEST_HEADER_BYTES) {
    throw new Problem(
      `${header.name} is no WFDB header: it is ${header.bytes.length} bytes long, a header a few hundred.`,
    );
  }
  return header;
}

/** The base names of the headers of segments. */
function toSegmentNames(headers: readonly EcgFile[]): ReadonlySet<string> {
  const texts = headers.map(({ bytes }) => toText(bytes));
  return new Set(texts.filter(isSegmentedHeader).flatMap(toReferences));
}

function toOrphanSentence({ name, bytes }: EcgFile): string {
  if (bytes.length === 0) return `${name} is empty.`;
  return `${name} holds samples without lead names, sampling rate and gain: add its header ${name.replace(/\.\w+$/, '.hea')} too.`;
}
