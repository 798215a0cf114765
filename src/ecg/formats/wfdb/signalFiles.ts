import type { EcgFile } from '../../ecgFile';
import { toListing } from '../../listing';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { toBaseName } from '../baseName';
import { findMatlab4Matrix, isMatlab5 } from '../matlab4';
import { NULL_FORMAT, type WfdbHeader, type WfdbSignal } from './header';
import { countWfdbSamples, type SignalPlace, toBlockLength, WFDB_FORMATS } from './samples';

/** A signal file of a record and the signals that share it, frame by frame in turn. */
export interface WfdbSignalFile {
  readonly file: EcgFile;
  /** The file's signals in the order in which their samples are stored. */
  readonly signals: readonly WfdbSignal[];
  /** Samples of all of them in a frame. */
  readonly frameLength: number;
  /** The file's bytes from its first sample on. */
  readonly sampleBytes: Uint8Array;
  /** Whole frames that the file holds. */
  readonly heldCount: number;
  /** Whether the samples are wrapped in a MATLAB matrix. */
  readonly isMatlab: boolean;
}

/** The formats of signal(5) that are compressed as FLAC audio. */
const FLAC_FORMATS = [508, 516, 524];

/**
 * The signal files that hold the wanted signals of a record, found by base name whatever the case, and made sure to
 * hold as many frames as announced. Nothing is allocated before that is known.
 * @param frameCount frames that the record should have, where that is known.
 * @throws Problem that says which file to add, or why one cannot be read.
 */
export function toSignalFiles(
  { signals }: WfdbHeader,
  frameCount: number | undefined,
  wanted: readonly WfdbSignal[],
  files: readonly EcgFile[],
  headerName: string,
): WfdbSignalFile[] {
  return toGroups(signals, headerName)
    .filter((group) => group.some((signal) => wanted.includes(signal)))
    .map((group) => {
      requireReadable(group, headerName);
      return toSignalFile(group, frameCount, files, headerName);
    });
}

/** Where a signal lies in its file. */
export function toSignalPlace(signal: WfdbSignal, { signals, frameLength }: WfdbSignalFile): SignalPlace {
  const before = signals.slice(0, signals.indexOf(signal));
  const { format, samplesPerFrame, initialValue = 0 } = signal;
  return { format, frameLength, firstInFrame: countInFrame(before), samplesPerFrame, initialValue };
}

/** Whether a file holds more frames than so many, other than what fills its last block. */
export function hasSurplus({ signals, frameLength, sampleBytes, heldCount }: WfdbSignalFile, frameCount: number): boolean {
  const { format } = signals[0]!;
  const surplus = countWfdbSamples(format, sampleBytes.length) - frameCount * frameLength;
  return heldCount > frameCount && surplus >= toBlockLength(format);
}

function countInFrame(signals: readonly WfdbSignal[]): number {
  return signals.reduce((sum, { samplesPerFrame }) => sum + samplesPerFrame, 0);
}

/** Neighbouring signals that name the same file share it; header(5) allows no other arrangement. */
function toGroups(signals: readonly WfdbSignal[], headerName: string): WfdbSignal[][] {
  const groups: WfdbSignal[][] = [];
  for (const signal of signals.filter(({ format }) => format !== NULL_FORMAT)) {
    const last = groups.at(-1);
    if (last && toBaseName(last[0]!.fileName) === toBaseName(signal.fileName)) last.push(signal);
    else groups.push([signal]);
  }
  const names = groups.map(([first]) => toBaseName(first!.fileName));
  const scattered = names.find((name, index) => names.indexOf(name) !== index);
  if (scattered !== undefined) {
    throw new Problem(`${headerName} scatters the signals of ${toQuote(scattered)} between those of other files.`);
  }
  return groups;
}

function requireReadable(group: readonly WfdbSignal[], headerName: string): void {
  const { format, byteOffset } = group[0]!;
  const fileName = toQuote(group[0]!.fileName);
  if (group.some((signal) => signal.format !== format || signal.byteOffset !== byteOffset)) {
    throw new Problem(
      `${headerName} gives the signals of ${fileName} different storage formats, which one file cannot have.`,
    );
  }
  if (WFDB_FORMATS.includes(format)) return;
  const how = FLAC_FORMATS.includes(format) ? 'compressed as FLAC audio (' : 'in ';
  const what = `WFDB format ${format}${FLAC_FORMATS.includes(format) ? ')' : ''}`;
  throw new Problem(
    `${headerName} stores its samples ${how}${what}, which cannot be read; ${toListing(WFDB_FORMATS.map(String))} can.`,
  );
}

function toSignalFile(
  signals: readonly WfdbSignal[],
  frameCount: number | undefined,
  files: readonly EcgFile[],
  headerName: string,
): WfdbSignalFile {
  const { fileName, format, byteOffset } = signals[0]!;
  const file = files.find(({ name }) => toBaseName(name) === toBaseName(fileName));
  if (!file) throw new Problem(`${headerName} keeps its samples in ${toQuote(fileName)}: add that file too.`);
  if (file.bytes.length === 0) throw new Problem(`${file.name} is empty.`);
  const isMatlab = requireMatlabAgrees(file, signals, frameCount, headerName);
  const sampleBytes = file.bytes.subarray(Math.min(byteOffset, file.bytes.length));
  const frameLength = countInFrame(signals);
  const heldCount = Math.floor(countWfdbSamples(format, sampleBytes.length) / frameLength);
  if (frameCount !== undefined && heldCount < frameCount) {
    throw new Problem(
      `${file.name} is cut off: it holds ${heldCount} samples per lead, but its header announces ${frameCount}.`,
    );
  }
  return { file, signals, frameLength, sampleBytes, heldCount, isMatlab };
}

/** Whether a signal file is a MATLAB matrix; if it is, the matrix and the header must describe the same samples. */
function requireMatlabAgrees(
  file: EcgFile,
  signals: readonly WfdbSignal[],
  frameCount: number | undefined,
  headerName: string,
): boolean {
  const { format, byteOffset } = signals[0]!;
  if (isMatlab5(file.bytes)) {
    throw new Problem(
      `${file.name} is a newer MATLAB file than the level 4 that WFDB records use, which cannot be read yet.`,
    );
  }
  if (!/\.mat$/i.test(file.name)) return false;
  const matrix = findMatlab4Matrix(file.bytes);
  if (!matrix) {
    throw new Problem(`${file.name} is no MATLAB level 4 file, although ${headerName} refers to it as one.`);
  }
  const { rows, columns, prefixBytes, wfdbFormat } = matrix;
  if (wfdbFormat !== format || prefixBytes !== byteOffset) {
    const said = `format ${format} after ${byteOffset} bytes`;
    throw new Problem(`${file.name} holds its numbers in another way than ${headerName} says (${said}).`);
  }
  if (rows !== countInFrame(signals) || (frameCount !== undefined && columns !== frameCount)) {
    const announced = `${signals.length} signals of ${frameCount ?? 'any number of'} samples`;
    throw new Problem(`${file.name} is a matrix of ${rows} × ${columns}, but ${headerName} announces ${announced}.`);
  }
  return true;
}
