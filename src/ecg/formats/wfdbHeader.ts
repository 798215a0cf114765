import { Problem } from '../problem';
import { toQuote } from '../quote';

/** One signal of a WFDB record, as its line in the header describes it. */
export interface WfdbSignal {
  /** The signal file as the header writes it. */
  readonly fileName: string;
  /** Storage format, signal(5). */
  readonly format: number;
  readonly samplesPerFrame: number;
  /** Samples that precede sample 0 of the record. */
  readonly skew: number;
  /** Bytes in the signal file before the first sample. */
  readonly byteOffset: number;
  /** ADC units per physical unit; undefined where the header says that it is uncalibrated. */
  readonly gain: number | undefined;
  /** ADC value of 0 physical units. */
  readonly baseline: number;
  /** Physical unit as the header writes it; mV where it does not. */
  readonly unit: string;
  /** ADC value of the first sample, where given. */
  readonly initialValue: number | undefined;
  /** Sum of all samples modulo 65536, where given. */
  readonly checksum: number | undefined;
  /** What the signal is, usually the lead's name. */
  readonly description: string;
}

/** A WFDB header of one segment. */
export interface WfdbHeader {
  readonly samplingRateHz: number;
  /** Samples per signal; undefined where the header leaves it open. */
  readonly sampleCount: number | undefined;
  readonly signals: readonly WfdbSignal[];
}

const DEFAULT_SAMPLING_RATE_HZ = 250;
const RECORD_LINE = /^([^\s/]+)(?:\/(\d+))?\s+(\d+)(?:\s+(.*))?$/;
const STORAGE = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/;
const CALIBRATION = /^([^()/]+)(?:\(([^()]*)\))?(?:\/(.+))?$/;
const INTEGER = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * Whether text opens as a WFDB header does: a record line, then a line that names a signal file and its format (or,
 * in a record of several segments, a segment).
 */
export function isWfdbHeader(text: string): boolean {
  const [recordLine, signalLine] = toLines(text);
  if (recordLine === undefined || !RECORD_LINE.test(recordLine)) return false;
  const [fileName, storage] = signalLine?.split(/\s+/) ?? [];
  // A letter tells a file name from a number, a header from a table of samples.
  return /\p{L}/u.test(fileName ?? '') && STORAGE.test(storage ?? '');
}

/** The files that a header's signal lines name, or, of a record of several segments, the segments; each once. */
export function toReferences(text: string): readonly string[] {
  const [, ...lines] = toLines(text);
  return [...new Set(lines.map((line) => line.split(/\s+/)[0]!))];
}

/**
 * Parses a WFDB header by the rules of header(5): gain 0 or absent means uncalibrated, the baseline defaults to the ADC
 * zero, the unit to mV, the rate to 250 Hz. Lines after the last signal are left alone.
 * @param name the header's file name, for the sentence.
 * @throws Problem that quotes the line or the value that is wrong.
 */
export function toWfdbHeader(text: string, name: string): WfdbHeader {
  const [recordLine = '', ...lines] = toLines(text);
  const [, recordName, segments, signalCountText, rest = ''] = RECORD_LINE.exec(recordLine) ?? [];
  if (recordName === undefined) {
    const expected = "its first line should give the record's name and number of signals";
    throw new Problem(`${name} is no WFDB header: ${expected}, but reads ${toQuote(recordLine)}.`);
  }
  if (segments !== undefined) {
    throw new Problem(`${name} describes a record of several segments (${Number(segments)}), which cannot be read yet.`);
  }
  const signalCount = Number(signalCountText);
  if (signalCount > lines.length) {
    throw new Problem(`${name} announces ${signalCount} signals but describes only ${lines.length}.`);
  }
  const [rateText = '', countText] = rest.split(/\s+/);
  // A counter frequency may hang on the rate behind a slash.
  const samplingRateHz =
    rateText === '' ? DEFAULT_SAMPLING_RATE_HZ : toDecimal(rateText.split('/')[0]!, 'sampling rate', name);
  if (!(samplingRateHz > 0)) throw new Problem(`${name} gives the impossible sampling rate ${toQuote(rateText)}.`);
  const sampleCount = countText === undefined ? 0 : toInteger(countText, 'number of samples', name);
  if (sampleCount < 0) throw new Problem(`${name} gives the impossible number of samples ${toQuote(countText!)}.`);
  return {
    samplingRateHz,
    sampleCount: sampleCount === 0 ? undefined : sampleCount,
    signals: lines.slice(0, signalCount).map((line) => toSignal(line, name)),
  };
}

function toLines(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function toSignal(line: string, name: string): WfdbSignal {
  const [fileName, storage, calibration, , adcZeroText, initialText, checksumText, , ...description] =
    line.split(/\s+/);
  const stored = STORAGE.exec(storage ?? '');
  if (!stored) throw new Problem(`${name} has a line that describes no signal: ${toQuote(line)}.`);
  const [format, samplesPerFrame = 1, skew = 0, byteOffset = 0] = stored
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : toInteger(digits, 'storage format', name)));
  const adcZero = adcZeroText === undefined ? 0 : toInteger(adcZeroText, 'ADC zero', name);
  const [, gainText, baselineText, unit = 'mV'] = CALIBRATION.exec(calibration ?? '0') ?? [];
  if (gainText === undefined) throw new Problem(`${name} gives the unreadable gain ${toQuote(calibration!)}.`);
  const gain = toDecimal(gainText, 'gain', name);
  return {
    fileName: fileName!,
    format: format!,
    samplesPerFrame,
    skew,
    byteOffset,
    gain: gain === 0 ? undefined : gain,
    baseline: baselineText === undefined ? adcZero : toInteger(baselineText, 'baseline', name),
    unit,
    initialValue: initialText === undefined ? undefined : toInteger(initialText, 'initial value', name),
    checksum: checksumText === undefined ? undefined : toInteger(checksumText, 'checksum', name) & 0xffff,
    description: description.join(' '),
  };
}

function toInteger(text: string, what: string, name: string): number {
  if (!INTEGER.test(text)) throw new Problem(`${name} gives the ${what} ${toQuote(text)}, which is no whole number.`);
  return Number(text);
}

function toDecimal(text: string, what: string, name: string): number {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new Problem(`${name} gives the ${what} ${toQuote(text)}, which is no number.`);
  return value;
}
