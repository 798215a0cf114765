import { Problem } from '../../problem';
import { findDecimal } from '../fieldValue';
import type { EdfHeader, EdfSignal } from './header';

/** Data records that follow each other without a pause. */
export interface EdfStretch {
  readonly firstRecord: number;
  readonly recordCount: number;
  /** What the reader should know: pauses, an end cut off, an unknown length. */
  readonly remarks: readonly string[];
}

const LEAST_SECONDS = 10;

/** A time-stamped list of annotations begins with its time, which one of these bytes ends. */
const TIME_ENDS = [0x14, 0x15];
const LONGEST_TIME_BYTES = 24;

/** Whether a signal holds annotations of EDF+ or BDF+ and no samples. */
export function isAnnotations({ label }: EdfSignal): boolean {
  return /^[EB]DF Annotations$/.test(label);
}

/**
 * The data records to read: all that the file holds whole; of a recording with pauses (EDF+D, BDF+D) the first stretch
 * of 10 s without one.
 * @param records the bytes behind the header.
 * @throws Problem where there is no whole record, no time of a record, or no such stretch.
 */
export function toStretch(records: Uint8Array, header: EdfHeader): EdfStretch {
  const { name, recordBytes } = header;
  const held = recordBytes === 0 ? 0 : Math.floor(records.length / recordBytes);
  if (held === 0) {
    throw new Problem(`${name} holds no whole data record: ${records.length} bytes follow its header, a record takes ${recordBytes}.`);
  }
  const recordCount = Math.min(held, header.recordCount ?? held);
  const remarks = toLengthRemarks(records.length, held, header);
  if (!header.format.endsWith('+D')) return { firstRecord: 0, recordCount, remarks };
  const { pause, ...stretch } = toUnbrokenStretch(records, recordCount, header);
  return { ...stretch, remarks: [...remarks, ...pause] };
}

function toLengthRemarks(byteCount: number, held: number, { recordBytes, recordCount }: EdfHeader): string[] {
  if (recordCount === undefined) return ['The file does not say how long it is; all whole data records were read.'];
  if (recordCount > held) return [`The file is cut off: it announces ${recordCount} data records and holds ${held} whole ones.`];
  const surplus = byteCount - recordCount * recordBytes;
  return surplus > 0 ? [`The ${surplus} bytes behind the ${recordCount} data records that the file announces were not read.`] : [];
}

function toUnbrokenStretch(records: Uint8Array, recordCount: number, header: EdfHeader) {
  const { name, recordSeconds } = header;
  const starts = toRecordStarts(records, recordCount, header);
  // Times are written in decimals, so they may be off by less than a sample.
  const tolerance = 1 / Math.max(...header.signals.filter((signal) => !isAnnotations(signal)).map(header.toSamplingRateHz), 1);
  const isBreak = (record: number): boolean => record > 0 && Math.abs(starts[record]! - starts[record - 1]! - recordSeconds) > tolerance;
  const breaks = Array.from(starts.keys()).filter(isBreak);
  const firsts = [0, ...breaks];
  const lengths = firsts.map((first, index) => (firsts[index + 1] ?? recordCount) - first);
  const found = lengths.findIndex((length) => length * recordSeconds >= LEAST_SECONDS);
  if (found < 0) {
    const longest = Number((lengths.reduce((most, length) => Math.max(most, length)) * recordSeconds).toFixed(3));
    const pauses = breaks.length === 0 ? 'is' : 'pauses, and is without a pause';
    throw new Problem(`${name} ${pauses} at most ${longest} s long; at least ${LEAST_SECONDS} s are needed.`);
  }
  const [firstRecord, length] = [firsts[found]!, lengths[found]!];
  const times = [starts[firstRecord]! - starts[0]!, starts[firstRecord]! - starts[0]! + length * recordSeconds];
  const [from, to] = times.map((seconds) => Number(seconds.toFixed(3)));
  return {
    firstRecord,
    recordCount: length,
    pause: breaks.length === 0 ? [] : [`The recording has pauses; what was read is ${from} s to ${to} s, which has none.`],
  };
}

/** When each data record begins, in seconds: the first time in its first annotations. */
function toRecordStarts(records: Uint8Array, recordCount: number, header: EdfHeader): Float64Array {
  const { name, format, recordBytes, sampleBytes, signals } = header;
  const annotations = signals.find(isAnnotations);
  if (!annotations) throw new Problem(`${name} is of the kind ${format}, which has pauses, but does not say when (it has no annotations).`);
  const starts = new Float64Array(recordCount);
  const width = Math.min(annotations.samplesPerRecord * sampleBytes, LONGEST_TIME_BYTES);
  for (let record = 0; record < recordCount; record++) {
    const start = record * recordBytes + annotations.firstInRecord * sampleBytes;
    const bytes = records.subarray(start, start + width);
    const end = bytes.findIndex((byte) => TIME_ENDS.includes(byte));
    const seconds = end < 0 ? undefined : findDecimal(String.fromCharCode(...bytes.subarray(0, end)));
    if (seconds === undefined) {
      throw new Problem(`${name} is of the kind ${format}, which has pauses, but does not say when its data record ${record + 1} began.`);
    }
    starts[record] = seconds;
  }
  return starts;
}
