import type { Ecg } from '../../src/ecg/ecg';
import { Problem } from '../../src/ecg/problem';
import type { Manifest, RecordManifest } from '../../src/model/manifest';
import { RECORDS_PER_SHARD } from '../../src/model/recordShard';
import type { PtbxlRecord } from './ptbxl';

/** One microvolt: finer than any electrocardiograph, and ±32 mV still fit. */
export const MILLIVOLTS_PER_UNIT = 0.001;

/** Packs raw millivolts into int16 shards that can be loaded one at a time. */
export function createShards(
  records: readonly { readonly record: PtbxlRecord; readonly ecg: Ecg }[],
  input: Manifest['input'],
): { entries: RecordManifest[]; files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>();
  const entries: RecordManifest[] = [];
  const recordSize = input.leadOrder.length * input.sampleCount;
  for (let first = 0; first < records.length; first += RECORDS_PER_SHARD) {
    const members = records.slice(first, first + RECORDS_PER_SHARD);
    const shard = `records-${String(first / RECORDS_PER_SHARD).padStart(3, '0')}.bin`;
    const bytes = new Uint8Array(members.length * recordSize * 2);
    const view = new DataView(bytes.buffer);
    members.forEach(({ record, ecg }, position) => {
      writeRecord(view, position * recordSize, record.ecgId, ecg, input);
      const { ageYears, sex, statements } = record;
      entries.push({ id: String(record.ecgId), ageYears, sex, statements: { ...statements }, shard, position });
    });
    files.set(shard, bytes);
  }
  return { entries, files };
}

function writeRecord(view: DataView, first: number, ecgId: number, ecg: Ecg, input: Manifest['input']): void {
  if (ecg.samplingRateHz !== input.samplingRateHz || ecg.sampleCount < input.sampleCount) {
    throw new Problem(
      `The record ${ecgId} has ${ecg.sampleCount} samples at ${ecg.samplingRateHz} Hz; the model reads ${input.sampleCount} at ${input.samplingRateHz} Hz.`,
    );
  }
  input.leadOrder.forEach((lead, row) => {
    for (let i = 0; i < input.sampleCount; i++) {
      const units = Math.round(ecg.leads[lead][i] / MILLIVOLTS_PER_UNIT);
      if (!(Math.abs(units) < 2 ** 15)) {
        throw new Problem(`The record ${ecgId} holds ${ecg.leads[lead][i]} mV in lead ${lead}, which a pack cannot store.`);
      }
      view.setInt16(2 * (first + row * input.sampleCount + i), units, true);
    }
  });
}
