import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import type { Manifest, RecordManifest } from './manifest';

/** Records a shard holds: few enough to load one quickly, many enough to keep the number of files small. */
export const RECORDS_PER_SHARD = 16;

/** The size of a shard of `recordCount` records. */
export function shardBytes(manifest: Manifest, recordCount: number): number {
  return recordCount * manifest.input.leadOrder.length * manifest.input.sampleCount * 2;
}

/**
 * One record of a shard: `12 × sampleCount` little-endian int16 samples, lead by lead in the pack's order.
 *
 * @param shard the whole shard, already verified.
 */
export function readShardRecord(
  shard: Uint8Array,
  record: Pick<RecordManifest, 'position'>,
  manifest: Pick<Manifest, 'input' | 'recordMillivoltsPerUnit'>,
): Ecg {
  const { leadOrder, sampleCount, samplingRateHz } = manifest.input;
  const view = new DataView(shard.buffer, shard.byteOffset, shard.byteLength);
  const leads = {} as Record<LeadName, Float32Array>;
  leadOrder.forEach((lead, row) => {
    const first = (record.position * leadOrder.length + row) * sampleCount;
    leads[lead] = Float32Array.from(
      { length: sampleCount },
      (_, i) => view.getInt16(2 * (first + i), true) * manifest.recordMillivoltsPerUnit,
    );
  });
  return {
    samplingRateHz,
    sampleCount,
    leads,
    format: 'model pack',
    scale: `1 LSB = ${manifest.recordMillivoltsPerUnit * 1000} µV, from the model pack`,
    remarks: [],
  };
}
