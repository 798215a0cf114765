import type { EdfHeader, EdfSignal } from './header';

/** A stretch of a recording, in samples of one lead. */
export interface SampleRange {
  readonly first: number;
  readonly count: number;
}

/**
 * Some samples of a signal, in whole steps: 16 or 24 bits, low byte first, one signal after the other in each data record.
 * @param records the bytes of data records; the first sample is that of the first of them. They must hold the range.
 */
export function toEdfSamples(
  records: Uint8Array,
  { recordBytes, sampleBytes }: EdfHeader,
  { firstInRecord, samplesPerRecord }: EdfSignal,
  { first, count }: SampleRange,
): Int16Array | Int32Array {
  const view = new DataView(records.buffer, records.byteOffset, records.byteLength);
  const samples = sampleBytes === 2 ? new Int16Array(count) : new Int32Array(count);
  let record = Math.floor(first / samplesPerRecord);
  let index = first % samplesPerRecord;
  for (let read = 0; read < count; record++, index = 0) {
    let at = record * recordBytes + (firstInRecord + index) * sampleBytes;
    for (; index < samplesPerRecord && read < count; index++, read++, at += sampleBytes) {
      samples[read] = sampleBytes === 2 ? view.getInt16(at, true) : view.getUint16(at, true) | (view.getInt8(at + 2) << 16);
    }
  }
  return samples;
}
