import type { Ecg } from '../ecg/ecg';
import { Problem } from '../ecg/problem';
import { createFetchSource } from './fetchSource';
import { readVerifiedFile } from './pack';
import type { LoadedPack } from './protocol';
import { readShardRecord } from './recordShard';

/** Shards being loaded or loaded, by pack and file, so that neighbours do not load one twice. */
const shards = new Map<string, Promise<Uint8Array>>();

/**
 * The whole ECG that a prototype was projected onto, in raw millivolts at the pack's sampling rate.
 *
 * @throws Problem when the record is not in the pack, or its file is missing or altered.
 */
export async function readPrototypeRecord(pack: LoadedPack, recordId: string): Promise<Ecg> {
  const record = pack.manifest.records.find(({ id }) => id === recordId);
  if (!record) throw new Problem(`The model pack has no record ${recordId}.`);
  const key = `${pack.sha256}/${record.shard}`;
  let shard = shards.get(key);
  if (!shard) {
    shard = readVerifiedFile(createFetchSource(pack.url), pack.manifest, record.shard);
    shards.set(key, shard);
    // A failed load may succeed when it is tried again.
    shard.catch(() => shards.delete(key));
  }
  return readShardRecord(await shard, record, pack.manifest);
}
