import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { toDecimal, toInteger } from './headerNumber';
import { toHeaderLines, toRecordLine } from './recordLine';

/** One signal of a WFDB record, as its line in the header describes it. */
export interface WfdbSignal {
  /** The signal file as the header writes it. */
  readonly fileName: string;
  /** Storage format, signal(5). */
  readonly format: number;
  /** Samples of the signal in each frame of the record. */
  readonly samplesPerFrame: number;
  /** Frames of the signal that precede frame 0 of the record. */
  readonly skew: number;
  /** Bytes in the signal file before the first sample. */
  readonly byteOffset: number;
  /** ADC units per physical unit; undefined where the header says that it is uncalibrated. */
  readonly gain: number | undefined;
  /** ADC value of 0 physical units. */
  readonly baseline: number;
  /** Physical unit as the header writes it; undefined where it does not, which means mV. */
  readonly unit: string | undefined;
  /** ADC value of the first sample, or of that before the first difference, where given. */
  readonly initialValue: number | undefined;
  /** Sum of all samples modulo 65536, where given. */
  readonly checksum: number | undefined;
  /** What the signal is, usually the lead's name. */
  readonly description: string;
}

/** The header of an ordinary WFDB record, which is one segment. */
export interface WfdbHeader {
  /** Frames per second; undefined where not given. */
  readonly frameRateHz: number | undefined;
  /** Frames; undefined where the header leaves the length open. */
  readonly frameCount: number | undefined;
  readonly signals: readonly WfdbSignal[];
}

/** The format of signals of which nothing is stored. */
export const NULL_FORMAT = 0;

/** The format of first differences, which count from the initial value. */
export const DIFFERENCE_FORMAT = 8;

const STORAGE = /^(\d+)(?:x(\d+))?(?::(\d+))?(?:\+(\d+))?$/;
const CALIBRATION = /^([^()/]+)(?:\(([^()]*)\))?(?:\/(.+))?$/;

/** Whether a word gives a storage format with its modifiers: "16", "16x4:3+24". */
export function isStorage(word: string): boolean {
  return STORAGE.test(word);
}

/**
 * Parses the header of an ordinary record by the rules of header(5): gain 0 or absent means uncalibrated, the baseline
 * defaults to the ADC zero. Lines after the last signal are left alone.
 * @param name the header's file name, for the sentence.
 * @throws Problem that quotes the line or the value that is wrong.
 */
export function toWfdbHeader(text: string, name: string): WfdbHeader {
  const [firstLine = '', ...lines] = toHeaderLines(text);
  const { segmentCount, signalCount, frameRateHz, frameCount } = toRecordLine(firstLine, name);
  if (segmentCount !== undefined) {
    throw new Problem(`${name} is itself a record of several segments, which a segment cannot be.`);
  }
  if (signalCount > lines.length) {
    throw new Problem(`${name} announces ${signalCount} signals but describes only ${lines.length}.`);
  }
  return { frameRateHz, frameCount, signals: lines.slice(0, signalCount).map((line) => toSignal(line, name)) };
}

function toSignal(line: string, name: string): WfdbSignal {
  const [fileName, storage, calibration, , adcZeroText, initialText, checksumText, , ...description] =
    line.split(/\s+/);
  const stored = STORAGE.exec(storage ?? '');
  if (!stored) throw new Problem(`${name} has a line that describes no signal: ${toQuote(line)}.`);
  const [format, samplesPerFrame = 1, skew = 0, byteOffset = 0] = stored
    .slice(1)
    .map((digits) => (digits === undefined ? undefined : toInteger(digits, 'storage format', name)));
  if (samplesPerFrame < 1) throw new Problem(`${name} has a signal of 0 samples a frame: ${toQuote(line)}.`);
  const adcZero = adcZeroText === undefined ? 0 : toInteger(adcZeroText, 'ADC zero', name);
  const [, gainText, baselineText, unit] = CALIBRATION.exec(calibration ?? '0') ?? [];
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
