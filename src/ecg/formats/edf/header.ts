import type { PartialFile } from '../../partialFile';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal, toPositive } from '../fieldValue';

/** One signal as the header describes it. Texts are trimmed; numbers are checked when they are used. */
export interface EdfSignal {
  readonly label: string;
  readonly unit: string;
  readonly physicalMinimum: string;
  readonly physicalMaximum: string;
  readonly digitalMinimum: string;
  readonly digitalMaximum: string;
  /** Samples in every data record. */
  readonly samplesPerRecord: number;
  /** Where its samples begin in a data record, in samples of all signals. */
  readonly firstInRecord: number;
}

/** What the header of an EDF or BDF file says of its data records. */
export interface EdfHeader {
  readonly name: string;
  /** "EDF", "EDF+C", "EDF+D", "BDF", "BDF+C" or "BDF+D". */
  readonly format: string;
  /** Bytes of a sample: 2 in EDF, 3 in BDF. */
  readonly sampleBytes: 2 | 3;
  readonly headerBytes: number;
  /** Data records; undefined where the header leaves it open (−1), as while recording. */
  readonly recordCount: number | undefined;
  readonly recordSeconds: number;
  readonly recordBytes: number;
  /** Samples a second of a signal, in hertz. */
  readonly toSamplingRateHz: (signal: EdfSignal) => number;
  readonly signals: readonly EdfSignal[];
}

const BLOCK_BYTES = 256;
/** The number of signals has four digits. */
const LONGEST_HEADER_BYTES = BLOCK_BYTES * 10_000;
const EDF_MARK = '0       ';
const BDF_MARK = '\u00ffBIOSEMI';

/** Widths of the fields that follow each other for every signal. */
const FIELDS = [
  ['label', 16],
  ['transducer', 80],
  ['unit', 8],
  ['physicalMinimum', 8],
  ['physicalMaximum', 8],
  ['digitalMinimum', 8],
  ['digitalMaximum', 8],
  ['prefilter', 80],
  ['samplesPerRecord', 8],
] as const;

/** Whether bytes begin as EDF or BDF; a table of numbers that begins with 0 has line ends where the header has none. */
export function isEdf(bytes: Uint8Array): boolean {
  const mark = toText(bytes, 0, EDF_MARK.length);
  return mark === BDF_MARK || (mark === EDF_MARK && !/[\n\r]/.test(toText(bytes, 0, BLOCK_BYTES)));
}

/**
 * The header of an EDF or BDF file. Who the patient is and when it was recorded is not looked at.
 * @throws Problem that quotes a field that cannot be.
 */
export async function readEdfHeader(file: PartialFile): Promise<EdfHeader> {
  const { name } = file;
  const bytes = await file.read(0, LONGEST_HEADER_BYTES);
  if (bytes.length < BLOCK_BYTES) throw new Problem(`${name} is cut off within its header, after ${bytes.length} bytes.`);
  const kind = toText(bytes, 0, EDF_MARK.length) === BDF_MARK ? 'BDF' : 'EDF';
  const sampleBytes = kind === 'BDF' ? 3 : 2;
  const signalCount = toCount(toField(bytes, 252, 4), 'the number of signals', name);
  const headerBytes = BLOCK_BYTES * (signalCount + 1);
  const announced = toField(bytes, 184, 8);
  if (findDecimal(announced) !== headerBytes) {
    throw new Problem(`${name} announces a header of ${toQuote(announced)} bytes, although that of ${signalCount} signals takes ${headerBytes}.`);
  }
  if (bytes.length < headerBytes) throw new Problem(`${name} is cut off within its header, after ${bytes.length} bytes.`);
  const signals = toSignals(bytes, signalCount, name);
  const recordSamples = signals.reduce((sum, { samplesPerRecord }) => sum + samplesPerRecord, 0);
  const duration = toField(bytes, 244, 8);
  const recordSeconds = toPositive(duration, 'the duration of a data record', name);
  const announcedRecords = toField(bytes, 236, 8);
  return {
    name,
    format: kind + (/^[EB]DF(\+[CD])/.exec(toField(bytes, 192, 44))?.[1] ?? ''),
    sampleBytes,
    headerBytes,
    recordCount: announcedRecords === '-1' ? undefined : toCount(announcedRecords, 'the number of data records', name),
    recordSeconds,
    recordBytes: recordSamples * sampleBytes,
    toSamplingRateHz: ({ samplesPerRecord }) => divide(samplesPerRecord, duration),
    signals,
  };
}

function toSignals(bytes: Uint8Array, count: number, name: string): EdfSignal[] {
  const starts = FIELDS.map((_, index) => FIELDS.slice(0, index).reduce((sum, [, width]) => sum + width, 0));
  let firstInRecord = 0;
  return Array.from({ length: count }, (_, signal) => {
    const texts = Object.fromEntries(
      FIELDS.map(([field, width], index) => [field, toField(bytes, BLOCK_BYTES + starts[index]! * count + width * signal, width)]),
    ) as Record<(typeof FIELDS)[number][0], string>;
    const { label, unit, physicalMinimum, physicalMaximum, digitalMinimum, digitalMaximum } = texts;
    const samplesPerRecord = findDecimal(texts.samplesPerRecord) ?? NaN;
    if (!Number.isInteger(samplesPerRecord) || samplesPerRecord < 0) {
      const found = `${toQuote(texts.samplesPerRecord)} samples of ${toQuote(label)}`;
      throw new Problem(`${name} announces ${found} in a data record, which it cannot hold.`);
    }
    firstInRecord += samplesPerRecord;
    return {
      label,
      unit,
      physicalMinimum,
      physicalMaximum,
      digitalMinimum,
      digitalMaximum,
      samplesPerRecord,
      firstInRecord: firstInRecord - samplesPerRecord,
    };
  });
}

function toCount(text: string, field: string, name: string): number {
  const count = toPositive(text, field, name);
  if (!Number.isInteger(count)) throw new Problem(`${name} gives ${field} as ${toQuote(text)}, which it cannot be.`);
  return count;
}

/** Divides by a number as it is written, so that 3 samples in "0.006" s are 500 a second and not a little more. */
function divide(count: number, decimal: string): number {
  const written = /^\d*(?:\.(\d*))?$/.exec(decimal);
  if (!written) return count / Number(decimal);
  const factor = 10 ** (written[1]?.length ?? 0);
  return (count * factor) / Math.round(Number(decimal) * factor);
}

/** Fields are padded with spaces; some writers pad with zero bytes. */
function toField(bytes: Uint8Array, start: number, length: number): string {
  return toText(bytes, start, length).replaceAll('\0', ' ').trim();
}

/** Latin-1, character by character: a decoder of that name would read the Windows code page. */
function toText(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}
