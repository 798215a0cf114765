import { describe, expect, it } from 'vitest';
import { PUBLISHED_INPUT } from '../../src/model/convert/convertModel';
import type { Manifest } from '../../src/model/manifest';
import { readShardRecord } from '../../src/model/recordShard';
import { createSyntheticEcg } from '../synthetic/ecg';
import { sentenceOf } from '../synthetic/sentenceOf';
import type { PtbxlRecord } from './ptbxl';
import { createShards, MILLIVOLTS_PER_UNIT } from './shards';

const member = (ecgId: number, ecg = createSyntheticEcg({ seed: ecgId, samplingRateHz: 100 })) => ({
  ecg,
  record: { ecgId, ageYears: null, sex: 'female', statements: { SR: 0 } } as unknown as PtbxlRecord,
});

describe('shards of records', () => {
  it('hold sixteen each, and give every record back to half a microvolt', () => {
    const members = Array.from({ length: 18 }, (_, i) => member(100 + i));
    const { entries, files } = createShards(members, PUBLISHED_INPUT);
    expect([...files].map(([name, bytes]) => [name, bytes.length])).toEqual([
      ['records-000.bin', 16 * 24_000],
      ['records-001.bin', 2 * 24_000],
    ]);
    expect(entries[17]).toEqual({ id: '117', ageYears: null, sex: 'female', statements: { SR: 0 }, shard: 'records-001.bin', position: 1 });
    const manifest = { input: PUBLISHED_INPUT, recordMillivoltsPerUnit: MILLIVOLTS_PER_UNIT } as Manifest;
    for (const i of [0, 15, 16, 17]) {
      const read = readShardRecord(files.get(entries[i].shard)!, entries[i], manifest);
      for (const lead of PUBLISHED_INPUT.leadOrder) {
        expect(Math.max(...read.leads[lead].map((value, k) => Math.abs(value - members[i].ecg.leads[lead][k])))).toBeLessThan(0.5001e-3);
      }
    }
  });

  it.each([32.768, -33, Number.NaN])('refuse %d mV', async (amplitudeMv) => {
    const extreme = member(5);
    extreme.ecg.leads.V2[17] = amplitudeMv;
    expect(await sentenceOf(() => createShards([extreme], PUBLISHED_INPUT))).toBe(
      `The record 5 holds ${Math.fround(amplitudeMv)} mV in lead V2, which a pack cannot store.`,
    );
  });

  it('refuse a record of another rate or length', async () => {
    expect(await sentenceOf(() => createShards([member(5, createSyntheticEcg({ seed: 5 }))], PUBLISHED_INPUT))).toBe(
      'The record 5 has 5000 samples at 500 Hz; the model reads 1000 at 100 Hz.',
    );
    expect(await sentenceOf(() => createShards([member(5, createSyntheticEcg({ seed: 5, samplingRateHz: 100, seconds: 9 }))], PUBLISHED_INPUT))).toBe(
      'The record 5 has 900 samples at 100 Hz; the model reads 1000 at 100 Hz.',
    );
  });
});
