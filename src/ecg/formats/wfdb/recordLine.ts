import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { toDecimal, toInteger } from './headerNumber';

/** What the first line of a WFDB header says. */
export interface WfdbRecordLine {
  /** Segments of a multi-segment record; undefined of an ordinary record. */
  readonly segmentCount: number | undefined;
  readonly signalCount: number;
  /** Frames per second, each with one or several samples of a signal; undefined where not given. */
  readonly frameRateHz: number | undefined;
  /** Frames; undefined where the header leaves the length open. */
  readonly frameCount: number | undefined;
}

/** Record name, number of segments, number of signals, the rest. */
const RECORD_LINE = /^([^\s/]+)(?:\/(\d+))?\s+(\d+)(?:\s+(.*))?$/;

/** The meaningful lines of a header: neither empty nor a comment. */
export function toHeaderLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Which kind of record a line opens as the first of a header; undefined where it opens none. */
export function findRecordKind(line: string): 'ordinary' | 'segmented' | undefined {
  const parts = RECORD_LINE.exec(line);
  if (!parts) return undefined;
  return parts[2] === undefined ? 'ordinary' : 'segmented';
}

/**
 * Parses a record line. header(5) would take 250 Hz where no rate is given; here it stays open, to be asked for.
 * @param name the header's file name, for the sentence.
 * @throws Problem that quotes the line or the value that is wrong.
 */
export function toRecordLine(line: string, name: string): WfdbRecordLine {
  const [, recordName, segments, signalCount, rest = ''] = RECORD_LINE.exec(line) ?? [];
  if (recordName === undefined) {
    const expected = "its first line should give the record's name and number of signals";
    throw new Problem(`${name} is no WFDB header: ${expected}, but reads ${toQuote(line)}.`);
  }
  const [rateText = '', countText = '0'] = rest.split(/\s+/);
  // A counter frequency may hang on the rate behind a slash.
  const frameRateHz = rateText === '' ? undefined : toDecimal(rateText.split('/')[0]!, 'sampling rate', name);
  if (frameRateHz !== undefined && frameRateHz <= 0) {
    throw new Problem(`${name} gives the impossible sampling rate ${toQuote(rateText)}.`);
  }
  const frameCount = toInteger(countText, 'number of samples', name);
  if (frameCount < 0) throw new Problem(`${name} gives the impossible number of samples ${toQuote(countText)}.`);
  return {
    segmentCount: segments === undefined ? undefined : Number(segments),
    signalCount: Number(signalCount),
    frameRateHz,
    frameCount: frameCount === 0 ? undefined : frameCount,
  };
}
