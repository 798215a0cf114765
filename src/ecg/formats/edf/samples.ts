import { type PartialFile, readExactly } from '../../partialFile';
import type { EdfHeader, EdfSignal } from './header';
import { PART_BYTES } from './partBytes';

/** Samples of a signal that follow each other in the file, its data records as one sequence. */
export interface SampleRange {
  readonly first: number;
  readonly count: number;
}

/** Whole steps of 16 or 24 bits. */
export type EdfSamples = Int16Array | Int32Array;

/**
 * Some samples of signals of one rate, in whole steps: low byte first, one signal after the other in each data record. No
 * more than 4 MB of the file are held at once.
 * @param range must lie in whole data records of the file.
 */
export async function readEdfSamples(
  file: PartialFile,
  header: EdfHeader,
  signals: readonly EdfSignal[],
  range: SampleRange,
): Promise<EdfSamples[]> {
  const all = signals.map((): EdfSamples => (header.sampleBytes === 2 ? new Int16Array(range.count) : new Int32Array(range.count)));
  const into = (index: number, first: number, count: number) => all[index]!.subarray(first - range.first, first - range.first + count);
  // Data records are read whole, but where one alone is too long, as of a file that is one record: then signal by signal.
  if (header.recordBytes <= PART_BYTES) {
    await eachRecords(file, header, signals[0]?.samplesPerRecord ?? 1, range, (bytes, part, firstOfBytes) => {
      signals.forEach((signal, index) =>
        decodeRecords(bytes, header, signal, part.first - firstOfBytes, into(index, part.first, part.count)),
      );
    });
  } else {
    for (const [index, signal] of signals.entries()) {
      await eachRun(file, header, signal, range, (bytes, part) => decodeRun(bytes, 0, header.sampleBytes, into(index, part.first, part.count)));
    }
  }
  return all;
}

/** Reads as many whole data records at a time as may be held. */
async function eachRecords(
  file: PartialFile,
  { headerBytes, recordBytes }: EdfHeader,
  samplesPerRecord: number,
  { first, count }: SampleRange,
  take: (bytes: DataView, part: SampleRange, firstOfBytes: number) => void,
): Promise<void> {
  const atOnce = Math.floor(PART_BYTES / recordBytes);
  for (let at = first, end = first + count; at < end; ) {
    const record = Math.floor(at / samplesPerRecord);
    const next = Math.min(end, (record + atOnce) * samplesPerRecord);
    const recordCount = Math.ceil(next / samplesPerRecord) - record;
    const bytes = await readExactly(file, headerBytes + record * recordBytes, recordCount * recordBytes);
    take(toView(bytes), { first: at, count: next - at }, record * samplesPerRecord);
    at = next;
  }
}

/** Reads of one signal as many samples of a data record at a time as may be held. */
async function eachRun(
  file: PartialFile,
  { headerBytes, recordBytes, sampleBytes }: EdfHeader,
  { firstInRecord, samplesPerRecord }: EdfSignal,
  { first, count }: SampleRange,
  take: (bytes: DataView, part: SampleRange) => void,
): Promise<void> {
  const atOnce = Math.floor(PART_BYTES / sampleBytes);
  for (let at = first, end = first + count; at < end; ) {
    const record = Math.floor(at / samplesPerRecord);
    const next = Math.min(end, (record + 1) * samplesPerRecord, at + atOnce);
    const offset = headerBytes + record * recordBytes + (firstInRecord + at - record * samplesPerRecord) * sampleBytes;
    take(toView(await readExactly(file, offset, (next - at) * sampleBytes)), { first: at, count: next - at });
    at = next;
  }
}

/** @param first the first sample to take, counted from the first data record in the bytes. */
function decodeRecords(
  bytes: DataView,
  { recordBytes, sampleBytes }: EdfHeader,
  { firstInRecord, samplesPerRecord }: EdfSignal,
  first: number,
  samples: EdfSamples,
): void {
  for (let read = 0; read < samples.length; ) {
    const record = Math.floor((first + read) / samplesPerRecord);
    const index = first + read - record * samplesPerRecord;
    const next = Math.min(samples.length, read + samplesPerRecord - index);
    decodeRun(bytes, record * recordBytes + (firstInRecord + index) * sampleBytes, sampleBytes, samples.subarray(read, next));
    read = next;
  }
}

function decodeRun(bytes: DataView, at: number, sampleBytes: 2 | 3, samples: EdfSamples): void {
  for (let index = 0; index < samples.length; index++, at += sampleBytes) {
    samples[index] = sampleBytes === 2 ? bytes.getInt16(at, true) : bytes.getUint16(at, true) | (bytes.getInt8(at + 2) << 16);
  }
}

function toView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
