import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePackFiles, manifestOf, type PackFiles } from '../../tools/synthetic/packFiles';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { STANDARD_LEADS } from '../ecg/lead';
import type { LoadedPack } from './protocol';
import { readPrototypeRecord } from './prototypeRecord';

let files: PackFiles;
let pack: LoadedPack;
let packNumber = 0;
const fetched = vi.fn<typeof fetch>();

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  files = await makePackFiles();
});

beforeEach(() => {
  // Shards are remembered by pack, so every test loads a pack of its own name.
  pack = {
    url: 'https://host.example/p/',
    manifest: manifestOf(files),
    sha256: `pack ${packNumber++}`,
    fusion: { weights: new Float32Array(), bias: new Float32Array() },
    similarityReference: null,
    backend: { backend: 'cpu', passedOver: [], selfCheck: { similarity: 0, probability: 0 } },
  };
  fetched.mockImplementation((url) => {
    const name = String(url).split('/').at(-1)!;
    return Promise.resolve(new Response(files.get(name) as Uint8Array<ArrayBuffer>));
  });
  vi.stubGlobal('fetch', fetched);
});

afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

const recordIn = (shard: string, after = 0) => manifestOf(files).records.filter((record) => record.shard === shard)[after].id;

describe('the record that a prototype comes from', () => {
  it.each(['records-000.bin', 'records-001.bin'])('is the very ECG, to half a microvolt (%s)', async (shard) => {
    const id = recordIn(shard, 1);
    const ecg = await readPrototypeRecord(pack, id);
    const number = Number(id);
    const original = createSyntheticEcg({ seed: number, samplingRateHz: 100, heartRatePerMinute: 55 + ((number * 7) % 60) });
    expect([ecg.samplingRateHz, ecg.sampleCount]).toEqual([100, 1000]);
    for (const lead of STANDARD_LEADS) {
      const difference = ecg.leads[lead].reduce((most, value, i) => Math.max(most, Math.abs(value - original.leads[lead][i])), 0);
      // Written at 1 µV a unit into the record and again into the shard.
      expect(difference).toBeLessThan(0.5001e-3);
    }
    expect(ecg.scale).toBe('1 LSB = 1 µV, from the model pack');
  });

  it('loads a shard once for all its records, also at the same time', async () => {
    const [a, b] = [recordIn('records-000.bin'), recordIn('records-000.bin', 1)];
    await Promise.all([readPrototypeRecord(pack, a), readPrototypeRecord(pack, b)]);
    await readPrototypeRecord(pack, a);
    expect(fetched).toHaveBeenCalledTimes(1);
    await readPrototypeRecord(pack, recordIn('records-001.bin'));
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is loaded again after a failure', async () => {
    const id = recordIn('records-000.bin');
    fetched.mockResolvedValueOnce(new Response('', { status: 503 }));
    expect(await sentenceOf(() => readPrototypeRecord(pack, id))).toBe(
      'The pack file records-000.bin could not be loaded from https://host.example/p/ (503).',
    );
    expect((await readPrototypeRecord(pack, id)).sampleCount).toBe(1000);
  });

  it('is not shown from an altered shard, and not remembered', async () => {
    const altered = files.get('records-000.bin')!.slice();
    altered[12_345] ^= 4;
    const id = recordIn('records-000.bin');
    fetched.mockResolvedValueOnce(new Response(altered));
    expect(await sentenceOf(() => readPrototypeRecord(pack, id))).toBe(
      'The pack file records-000.bin was altered: its SHA-256 is not the one in the manifest; it is not used.',
    );
    await readPrototypeRecord(pack, id);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('is refused where the pack does not have it', async () => {
    expect(await sentenceOf(() => readPrototypeRecord(pack, '99999'))).toBe('The model pack has no record 99999.');
    expect(fetched).not.toHaveBeenCalled();
  });
});
