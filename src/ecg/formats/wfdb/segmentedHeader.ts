import { toBaseName } from '../baseName';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { isStorage } from './header';
import { toInteger } from './headerNumber';
import { findRecordKind, toHeaderLines, toRecordLine } from './recordLine';

/** A segment of a multi-segment record. */
export interface WfdbSegment {
  /** The base name of the segment's header, in lower case; undefined of a null segment, a time without samples. */
  readonly headerName: string | undefined;
  readonly frameCount: number;
}

/** The header of a multi-segment record. */
export interface WfdbSegmentedHeader {
  /** Frames per second; undefined where not given. */
  readonly frameRateHz: number | undefined;
  /** In the order of time, without the layout segment, which has no samples. */
  readonly segments: readonly WfdbSegment[];
}

/** What stands for a segment or a signal file that does not exist. */
const NOTHING = '~';

/** Whether text opens as a WFDB header does: a record line, then a line that describes a signal or a segment. */
export function isWfdbHeader(text: string): boolean {
  const [firstLine = '', secondLine = ''] = toHeaderLines(text);
  const kind = findRecordKind(firstLine);
  const words = secondLine.split(/\s+/);
  // A letter tells a file name from a number, a header from a table of samples; so does a rate behind two numbers.
  if (kind === 'segmented') return /\p{L}|\s.*\s/u.test(firstLine) && words.length === 2 && /^\d+$/.test(words[1]!);
  return kind === 'ordinary' && /\p{L}|^~$/u.test(words[0]!) && isStorage(words[1] ?? '');
}

/** Whether a header is that of a multi-segment record. */
export function isSegmentedHeader(text: string): boolean {
  const [firstLine = ''] = toHeaderLines(text);
  return findRecordKind(firstLine) === 'segmented';
}

/** The base names of the files that a header's lines name: signal files, or of a multi-segment record the segments' headers. */
export function toReferences(text: string): readonly string[] {
  const [firstLine = '', ...lines] = toHeaderLines(text);
  const names = lines.map((line) => line.split(/\s+/)[0]!).filter((name) => name !== NOTHING);
  const isSegmented = findRecordKind(firstLine) === 'segmented';
  return [...new Set(names.map((name) => (isSegmented ? toSegmentHeaderName(name) : toBaseName(name))))];
}

/**
 * Parses the header of a multi-segment record by the rules of header(5). A first segment of length 0 is the layout of
 * the others, whose own headers say the same of themselves.
 * @param name the header's file name, for the sentence.
 * @throws Problem that quotes what is wrong, also where the lengths of the segments do not add up.
 */
export function toSegmentedHeader(text: string, name: string): WfdbSegmentedHeader {
  const [firstLine = '', ...lines] = toHeaderLines(text);
  const { segmentCount = 0, frameRateHz, frameCount } = toRecordLine(firstLine, name);
  if (segmentCount < 1) throw new Problem(`${name} announces a record of 0 segments.`);
  if (segmentCount > lines.length) {
    throw new Problem(`${name} announces ${segmentCount} segments but lists only ${lines.length}.`);
  }
  const all = lines.slice(0, segmentCount).map((line) => toSegment(line, name));
  const segments = all[0]!.frameCount === 0 ? all.slice(1) : all;
  const empty = segments.findIndex((segment) => segment.frameCount === 0);
  if (empty >= 0) throw new Problem(`${name} lists a segment without samples: ${toQuote(lines[empty + all.length - segments.length]!)}.`);
  const sum = segments.reduce((total, segment) => total + segment.frameCount, 0);
  if (frameCount !== undefined && frameCount !== sum) {
    throw new Problem(`${name} announces ${frameCount} samples, but its segments together have ${sum}.`);
  }
  return { frameRateHz, segments };
}

function toSegment(line: string, name: string): WfdbSegment {
  const [recordName, lengthText, ...more] = line.split(/\s+/);
  if (lengthText === undefined || more.length > 0) {
    throw new Problem(`${name} has a line that describes no segment: ${toQuote(line)}.`);
  }
  const frameCount = toInteger(lengthText, 'length of a segment', name);
  if (frameCount < 0) throw new Problem(`${name} gives the impossible length of a segment ${toQuote(lengthText)}.`);
  return { headerName: recordName === NOTHING ? undefined : toSegmentHeaderName(recordName!), frameCount };
}

function toSegmentHeaderName(recordName: string): string {
  return `${toBaseName(recordName)}.hea`;
}
