import type { EcgFile } from '../ecgFile';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toBaseName } from './baseName';
import { findMatlab4Matrix, isMatlab5 } from './matlab4';
import type { WfdbHeader, WfdbSignal } from './wfdbHeader';
import { countWfdbSamples, WFDB_FORMATS } from './wfdbSamples';

/** A signal file of a record and the signals that share it, sample by sample in turn. */
export interface WfdbSignalFile {
  readonly file: EcgFile;
  /** The file's signals in the order in which their samples are stored. */
  readonly signals: readonly WfdbSignal[];
  /** The file's bytes from its first sample on. */
  readonly sampleBytes: Uint8Array;
  /** Whole samples of each signal that the file holds. */
  readonly heldCount: number;
  /** Whether the samples are wrapped in a MATLAB matrix. */
  readonly isMatlab: boolean;
}

/**
 * The signal files that hold the wanted signals of a record, found by base name whatever the case, and made sure to
 * hold as many samples as the header announces. Nothing is allocated before that is known.
 * @throws Problem that says which file to add, or why one cannot be read.
 */
export function toSignalFiles(
  header: WfdbHeader,
  wanted: readonly WfdbSignal[],
  files: readonly EcgFile[],
  headerName: string,
): WfdbSignalFile[] {
  return toGroups(header.signals, headerName)
    .filter((group) => group.some((signal) => wanted.includes(signal)))
    .map((group) => {
      requireReadable(group, headerName);
      return toSignalFile(group, header.sampleCount, files, headerName);
    });
}

/** Neighbouring signals that name the same file share it; header(5) allows no other arrangement. */
function toGroups(signals: readonly WfdbSignal[], headerName: string): WfdbSignal[][] {
  const groups: WfdbSignal[][] = [];
  for (const signal of signals) {
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
  if (!WFDB_FORMATS.includes(format)) {
    const readable = toListing(WFDB_FORMATS.map(String));
    throw new Problem(
      `${headerName} stores its samples in WFDB format ${format}, which cannot be read yet; ${readable} can.`,
    );
  }
  const framed = group.find(({ samplesPerFrame }) => samplesPerFrame !== 1);
  if (framed) {
    const { samplesPerFrame } = framed;
    throw new Problem(
      `${headerName} stores ${samplesPerFrame} samples per frame of a signal in ${fileName}, which cannot be read yet.`,
    );
  }
  const skewed = group.find(({ skew }) => skew !== 0);
  if (skewed) {
    throw new Problem(
      `${headerName} shifts a signal in ${fileName} by a skew of ${skewed.skew} samples, which cannot be read yet.`,
    );
  }
}

function toSignalFile(
  signals: readonly WfdbSignal[],
  sampleCount: number | undefined,
  files: readonly EcgFile[],
  headerName: string,
): WfdbSignalFile {
  const { fileName, format, byteOffset } = signals[0]!;
  const file = files.find(({ name }) => toBaseName(name) === toBaseName(fileName));
  if (!file) throw new Problem(`${headerName} keeps its samples in ${toQuote(fileName)}: add that file too.`);
  if (file.bytes.length === 0) throw new Problem(`${file.name} is empty.`);
  const isMatlab = requireMatlabAgrees(file, signals, sampleCount, headerName);
  const sampleBytes = file.bytes.subarray(Math.min(byteOffset, file.bytes.length));
  const heldCount = Math.floor(countWfdbSamples(format, sampleBytes.length) / signals.length);
  if (sampleCount !== undefined && heldCount < sampleCount) {
    throw new Problem(
      `${file.name} is cut off: it holds ${heldCount} samples per lead, but its header announces ${sampleCount}.`,
    );
  }
  return { file, signals, sampleBytes, heldCount, isMatlab };
}

/** Whether a signal file is a MATLAB matrix; if it is, the matrix and the header must describe the same samples. */
function requireMatlabAgrees(
  file: EcgFile,
  signals: readonly WfdbSignal[],
  sampleCount: number | undefined,
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
  if (rows !== signals.length || (sampleCount !== undefined && columns !== sampleCount)) {
    const announced = `${signals.length} signals of ${sampleCount ?? 'any number of'} samples`;
    throw new Problem(`${file.name} is a matrix of ${rows} × ${columns}, but ${headerName} announces ${announced}.`);
  }
  return true;
}
