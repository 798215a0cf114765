import { type PartialFile, readExactly } from '../../partialFile';
import { Problem } from '../../problem';
import { findDecimal } from '../fieldValue';
import type { EdfHeader, EdfSignal } from './header';
import { PART_BYTES } from './partBytes';

/** Data records that follow each other without a pause. */
export interface EdfStretch {
  readonly firstRecord: number;
  readonly recordCount: number;
  /** When it begins, in seconds from the beginning of the recording. */
  readonly startSeconds: number;
}

/** The data records of a file in time. */
export interface EdfTimeline {
  /** At least one, in the order of their times; what is between two is a pause. */
  readonly stretches: readonly EdfStretch[];
  /** What the reader should know: pauses, an end cut off, an unknown length. */
  readonly remarks: readonly string[];
}

const LEAST_SECONDS = 10;

/** A month: no ECG is recorded for longer at a time, so longer pauses are damage. */
const MOST_SECONDS = 31 * 24 * 3600;

/** A time-stamped list of annotations begins with its time, which one of these bytes ends. */
const TIME_ENDS = [0x14, 0x15];
const LONGEST_TIME_BYTES = 24;

/** Whether a signal holds annotations of EDF+ or BDF+ and no samples. */
export function isAnnotations({ label }: EdfSignal): boolean {
  return /^[EB]DF Annotations$/.test(label);
}

/**
 * When the data records that the file holds whole were recorded: one after the other, or in a recording with pauses
 * (EDF+D, BDF+D) as their annotations say.
 * @throws Problem where there is no whole record, a record does not say when it began or begins too early or too late, or
 *   nothing of 10 s is without a pause.
 */
export async function readTimeline(file: PartialFile, header: EdfHeader): Promise<EdfTimeline> {
  const { name, headerBytes, recordBytes } = header;
  const byteCount = file.size - headerBytes;
  const held = recordBytes === 0 ? 0 : Math.floor(byteCount / recordBytes);
  if (held === 0) {
    throw new Problem(`${name} holds no whole data record: ${byteCount} bytes follow its header, a record takes ${recordBytes}.`);
  }
  const recordCount = Math.min(held, header.recordCount ?? held);
  await requireWholeRecords(file, header);
  const remarks = toLengthRemarks(byteCount, held, header);
  if (!header.format.endsWith('+D')) return { stretches: [{ firstRecord: 0, recordCount, startSeconds: 0 }], remarks };
  const stretches = toStretches(await readRecordStarts(file, recordCount, header), header);
  return { stretches, remarks: [...remarks, ...toPauseRemarks(stretches, header)] };
}

/** Fewer zeros may be the last samples, which are small. */
const LEAST_PADDING_BYTES = 64;

/**
 * Where bytes are left over, some may have come in between, and every sample behind them would be read askew. Many zeros at
 * the end are a disk's padding.
 */
async function requireWholeRecords(file: PartialFile, { name, headerBytes, recordBytes, recordCount }: EdfHeader): Promise<void> {
  const byteCount = file.size - headerBytes;
  const surplus = byteCount % recordBytes;
  if (surplus === 0 || recordCount === undefined || recordCount * recordBytes > byteCount) return;
  const last = await file.read(file.size - surplus, surplus);
  if (surplus >= LEAST_PADDING_BYTES && last.every((byte) => byte === 0)) return;
  const records = `${recordCount} data records of ${recordBytes} bytes`;
  const left = surplus === 1 ? '1 byte fits' : `${surplus} bytes fit`;
  throw new Problem(`${name} announces ${records}, and ${left} into none: it was altered, or holds other samples than its header says.`);
}

function toLengthRemarks(byteCount: number, held: number, { recordBytes, recordCount }: EdfHeader): string[] {
  if (recordCount === undefined) return ['The file does not say how long it is; all whole data records were read.'];
  if (recordCount > held) return [`The file is cut off: it announces ${recordCount} data records and holds ${held} whole ones.`];
  const surplus = byteCount - recordCount * recordBytes;
  return surplus > 0 ? [`The ${surplus} bytes behind the ${recordCount} data records that the file announces were not read.`] : [];
}

/** Cuts data records where one begins later than the one before it ends. */
function toStretches(starts: Float64Array, header: EdfHeader): EdfStretch[] {
  const { name, recordSeconds, signals, toSamplingRateHz } = header;
  // Times are written in decimals, so they may be off by less than a sample.
  const tolerance = 1 / Math.max(...signals.filter((signal) => !isAnnotations(signal)).map(toSamplingRateHz), 1);
  const toPause = (record: number): number => starts[record]! - starts[record - 1]! - recordSeconds;
  const stretches: EdfStretch[] = [];
  let firstRecord = 0;
  let startSeconds = 0;
  for (let record = 1; record <= starts.length; record++) {
    const pause = record < starts.length ? toPause(record) : Infinity;
    if (pause < -tolerance) throw new Problem(`${name} is damaged: its data record ${record + 1} begins before the one before it ends.`);
    if (pause <= tolerance) continue;
    stretches.push({ firstRecord, recordCount: record - firstRecord, startSeconds });
    // Summed up, not taken from the times: so a clock that drifts within a stretch cannot make two of them overlap.
    startSeconds += (record - firstRecord) * recordSeconds + pause;
    firstRecord = record;
  }
  requireLengths(stretches, header);
  return stretches;
}

function requireLengths(stretches: readonly EdfStretch[], { name, recordSeconds }: EdfHeader): void {
  const longest = stretches.reduce((most, { recordCount }) => Math.max(most, recordCount), 0) * recordSeconds;
  if (longest < LEAST_SECONDS) {
    const pauses = stretches.length === 1 ? 'is' : 'pauses, and is without a pause';
    throw new Problem(`${name} ${pauses} at most ${toRounded(longest)} s long; at least ${LEAST_SECONDS} s are needed.`);
  }
  const days = stretches.at(-1)!.startSeconds / (24 * 3600);
  if (days * 24 * 3600 > MOST_SECONDS) {
    throw new Problem(`${name} is damaged: with its pauses it would last ${Math.round(days)} days.`);
  }
}

function toPauseRemarks(stretches: readonly EdfStretch[], { recordSeconds }: EdfHeader): string[] {
  if (stretches.length === 1) return [];
  const recorded = stretches.reduce((sum, { recordCount }) => sum + recordCount, 0) * recordSeconds;
  const { startSeconds, recordCount } = stretches.at(-1)!;
  const paused = toRounded(startSeconds + recordCount * recordSeconds - recorded);
  const pauses = stretches.length - 1;
  return [`The recording pauses ${pauses === 1 ? 'once' : `${pauses} times`}, for ${paused} s in all, of which nothing was recorded.`];
}

/** When each data record begins, in seconds: the first time in its first annotations. */
async function readRecordStarts(file: PartialFile, recordCount: number, header: EdfHeader): Promise<Float64Array> {
  const { name, format, headerBytes, recordBytes, sampleBytes, signals } = header;
  const annotations = signals.find(isAnnotations);
  if (!annotations) throw new Problem(`${name} is of the kind ${format}, which has pauses, but does not say when (it has no annotations).`);
  const starts = new Float64Array(recordCount);
  const width = Math.min(annotations.samplesPerRecord * sampleBytes, LONGEST_TIME_BYTES);
  const atOnce = Math.max(1, Math.floor(PART_BYTES / recordBytes));
  for (let first = 0; first < recordCount; first += atOnce) {
    const count = Math.min(atOnce, recordCount - first);
    const offset = headerBytes + first * recordBytes + annotations.firstInRecord * sampleBytes;
    const bytes = await readExactly(file, offset, (count - 1) * recordBytes + width);
    for (let index = 0; index < count; index++) {
      const seconds = findTime(bytes.subarray(index * recordBytes, index * recordBytes + width));
      if (seconds === undefined) {
        throw new Problem(`${name} is of the kind ${format}, which has pauses, but does not say when its data record ${first + index + 1} began.`);
      }
      starts[first + index] = seconds;
    }
  }
  return starts;
}

function findTime(bytes: Uint8Array): number | undefined {
  const end = bytes.findIndex((byte) => TIME_ENDS.includes(byte));
  return end < 0 ? undefined : findDecimal(String.fromCharCode(...bytes.subarray(0, end)));
}

function toRounded(seconds: number): number {
  return Number(seconds.toFixed(3));
}
