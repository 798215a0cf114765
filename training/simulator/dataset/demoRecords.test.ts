import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import { readManifest, readVerifiedFile } from '../../../src/model/pack';
import { readShardRecord } from '../../../src/model/recordShard';
import { createFolderSource } from '../../../tools/packFolder';
import { createDatasetRecord } from './datasetRecord';

const folder = fileURLToPath(new URL('../../../public/models/demo', import.meta.url));

/** The seed of the data set that the demo model learned from (`training/README.md`). */
const DEMO_SEED = 1;

/** One prototype source in so many is simulated anew. */
const STRIDE = 40;

describe.skipIf(!existsSync(folder))('the ECGs in the demo pack (skipped where public/models/demo is absent)', () => {
  it('are those that the simulator makes: who changes it makes the pack anew', async () => {
    const source = createFolderSource(folder);
    const { manifest } = await readManifest(source);
    const chosen = manifest.records.filter((_, position) => position % STRIDE === 0);
    expect(chosen.length).toBeGreaterThan(10);
    for (const record of chosen) {
      const stored = readShardRecord(await readVerifiedFile(source, manifest, record.shard), record, manifest);
      const simulated = createDatasetRecord(DEMO_SEED, Number(record.id), 100);
      const dat = simulated.files.find(({ name }) => name.endsWith('.dat'))!.bytes;
      const samples = new Int16Array(dat.buffer, dat.byteOffset, dat.byteLength / 2);
      for (const [column, lead] of STANDARD_LEADS.entries()) {
        const expected = Float32Array.from({ length: stored.sampleCount }, (_, i) => samples[12 * i + column]! * manifest.recordMillivoltsPerUnit);
        expect(stored.leads[lead], `${lead} of ECG ${record.id}`).toEqual(expected);
      }
      for (const code of Object.keys(record.statements)) expect(simulated.row).toContain(`'${code}'`);
    }
  });
});
