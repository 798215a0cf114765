import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { toBaseName } from './baseName';
import { findContents } from './contents';
import type { EcgFormat } from './format';
import { findMatlab4Matrix, isMatlab5 } from './matlab4';
import { toMissingRemarks } from './missingRemarks';
import { toRecordingRemarks } from './recordingLimits';
import { toLeadPositions } from './standardLeads';
import { toVerificationRemarks } from './wfdbChecks';
import { isWfdbHeader, toReferences, toWfdbHeader } from './wfdbHeader';
import type { WfdbSignal } from './wfdbHeader';
import { invalidSample, toWfdbSamples } from './wfdbSamples';
import { toGainPerMv, toScaleSentence } from './wfdbScale';
import { toSignalFiles } from './wfdbSignalFiles';
import type { WfdbSignalFile } from './wfdbSignalFiles';

/** A header is a few hundred bytes; what is longer than this is something else. */
const LONGEST_HEADER_BYTES = 2 ** 20;

/**
 * Records of the WaveForm DataBase: a header `.hea` that names its signal files, `.dat` or (as in the PhysioNet/CinC
 * challenges) MATLAB level 4 `.mat`. Source: header(5) and signal(5) of the WFDB Applications Guide.
 */
export const wfdb: EcgFormat = {
  description: 'a WFDB record (the .hea file together with its .dat or .mat file)',
  match: (files) => files.some(isHeader) || files.some(isPartByName),
  read: readWfdb,
  findReferences: (file) => {
    if (isHeader(file)) return toReferences(toText(file.bytes)).map(toBaseName);
    return /\.hea$/i.test(file.name) ? [] : undefined;
  },
};

function readWfdb(files: readonly EcgFile[]): Ecg {
  const headerFile = toHeaderFile(files);
  const { name } = headerFile;
  const header = toWfdbHeader(toText(headerFile.bytes), name);
  const names = header.signals.map(({ description }) => description);
  const { positions, others } = toLeadPositions(names, name);
  const signals = mapLeads((lead) => header.signals[positions[lead]]!);
  const inOrder = STANDARD_LEADS.map((lead) => signals[lead]);
  const scale = toScaleSentence(inOrder, name);
  const signalFiles = toSignalFiles(header, inOrder, files, name);
  const sampleCount = header.sampleCount ?? Math.min(...signalFiles.map(({ heldCount }) => heldCount));
  const recordingRemarks = toRecordingRemarks(header.samplingRateHz, sampleCount, name);

  const stored = mapLeads((lead) => toStoredSamples(signals[lead], signalFiles, sampleCount));
  const leads = mapLeads((lead) => toMillivolts(stored[lead], signals[lead], name));
  const storedInOrder = STANDARD_LEADS.map((lead) => ({ signal: signals[lead], samples: stored[lead] }));
  return {
    samplingRateHz: header.samplingRateHz,
    sampleCount,
    leads,
    format: toFormatName(signalFiles),
    scale,
    remarks: [
      ...recordingRemarks,
      ...toVerificationRemarks(storedInOrder, header.sampleCount !== undefined),
      ...toUncalibratedRemarks(inOrder),
      ...toMissingRemarks(leads),
      ...toSurplusRemarks(signalFiles, sampleCount),
      ...toOtherSignalsRemarks(others),
    ],
  };
}

function mapLeads<T>(toValue: (lead: LeadName) => T): Record<LeadName, T> {
  return Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, toValue(lead)])) as Record<LeadName, T>;
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
  if (headers.length > 1) {
    const names = toListing(headers.map(({ name }) => name));
    throw new Problem(`These are ${headers.length} records (${names}): open them one by one.`);
  }
  const header = headers[0] ?? files.find(({ name }) => /\.hea$/i.test(name));
  if (!header) throw new Problem(toOrphanSentence(files.find(isPartByName)!));
  if (header.bytes.length === 0) throw new Problem(`${header.name} is empty.`);
  if (header.bytes.length > LONGEST_HEADER_BYTES) {
    throw new Problem(
      `${header.name} is no WFDB header: it is ${header.bytes.length} bytes long, a header a few hundred.`,
    );
  }
  return header;
}

function toOrphanSentence({ name, bytes }: EcgFile): string {
  if (bytes.length === 0) return `${name} is empty.`;
  const without = 'without lead names, sampling rate and gain';
  if (isMatlab5(bytes)) return `${name} is a MATLAB file ${without}, which cannot be read.`;
  const matrix = findMatlab4Matrix(bytes);
  const what = matrix ? `is a matrix of ${matrix.rows} × ${matrix.columns} numbers` : 'holds samples';
  return `${name} ${what} ${without}: add its header ${name.replace(/\.\w+$/, '.hea')} too.`;
}

function toStoredSamples(signal: WfdbSignal, files: readonly WfdbSignalFile[], sampleCount: number): Int32Array {
  const { sampleBytes, signals } = files.find((file) => file.signals.includes(signal))!;
  return toWfdbSamples(sampleBytes, signal.format, signals.indexOf(signal), signals.length, sampleCount);
}

function toMillivolts(samples: Int32Array, signal: WfdbSignal, headerName: string): Float32Array {
  const { baseline, description, format, gain, unit } = signal;
  const missing = invalidSample(format);
  const gainPerMv = toGainPerMv(signal, headerName);
  const millivolts = Float32Array.from(samples, (sample) =>
    sample === missing ? NaN : (sample - baseline) / gainPerMv,
  );
  if (millivolts.includes(Infinity) || millivolts.includes(-Infinity)) {
    throw new Problem(`${headerName} gives ${toQuote(description)} the impossible gain ${gain} per ${unit}.`);
  }
  return millivolts;
}

function toFormatName(files: readonly WfdbSignalFile[]): string {
  const formats = [...new Set(files.map(({ signals }) => String(signals[0]!.format)))];
  const wrapped = files.some(({ isMatlab }) => isMatlab) ? ', MATLAB file' : '';
  return `WFDB (${formats.length > 1 ? 'formats' : 'format'} ${toListing(formats)}${wrapped})`;
}

function toUncalibratedRemarks(signals: readonly WfdbSignal[]): string[] {
  const leads = signals.filter(({ gain }) => gain === undefined).map(({ description }) => toQuote(description));
  if (leads.length === 0) return [];
  return [`The header gives no gain for ${toListing(leads)}: amplitudes rest on an assumption and may be wrong.`];
}

function toOtherSignalsRemarks(names: readonly string[]): string[] {
  return names.length > 0 ? [`Signals beside the twelve leads were not read: ${toListing(names.map(toQuote))}.`] : [];
}

function toSurplusRemarks(files: readonly WfdbSignalFile[], sampleCount: number): string[] {
  return files
    .filter(({ heldCount }) => heldCount > sampleCount)
    .map(({ file, heldCount }) => {
      return `${file.name} holds ${heldCount} samples per lead; only the ${sampleCount} of the header were read.`;
    });
}
