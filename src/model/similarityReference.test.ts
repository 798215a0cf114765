import { beforeAll, expect, it, vi } from 'vitest';
import { createMemorySource, editManifest, makePackFiles, type PackFiles, replaceFile } from '../../tools/synthetic/packFiles';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { readPack } from './pack';
import { writeSafetensors } from './safetensors';

const COUNTS = { rhythm: 32, morphology: 104, global: 6 };
/** Count, mean, SD and the similarities at 5, 50 and 95 %. */
const WITH = [40, 0.6, 0.125, 0.25, 0.5, 0.75];
const WITHOUT = [500, 0.25, 0.125, 0, 0.125, 0.5];
const file = 'similarity-reference.safetensors';
let files: PackFiles;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  files = await makePackFiles();
});

/** The pack with a reference whose last row of `global.with` is as given. */
function withReference(lastRow: readonly number[], percentiles = [5, 50, 95]): PackFiles {
  const tensors = new Map(
    Object.entries(COUNTS).flatMap(([branch, count]) =>
      [WITH, WITHOUT].map((row, i) => {
        const rows = Array.from({ length: count }, (_, prototype) => (branch === 'global' && i === 0 && prototype === 5 ? lastRow : row));
        const tensor = { shape: [count, lastRow.length], values: Float32Array.from(rows.flat()), dtype: 'F32' as const };
        return [`${branch}.${i === 0 ? 'with' : 'without'}`, tensor] as const;
      }),
    ),
  );
  const described = editManifest(files, (manifest) => (manifest.similarityReference = { file, percentiles }));
  return replaceFile(described, file, writeSafetensors(tensors));
}

it('comes with the pack: for each prototype how many ECGs there were and how similar', async () => {
  const { similarityReference } = await readPack(createMemorySource(withReference([7, 0.6, 0.125, 0.1, 0.2, 0.3])));
  expect(similarityReference!.percents).toEqual([5, 50, 95]);
  const { rhythm, morphology, global } = similarityReference!.prototypes;
  expect([rhythm.length, morphology.length, global.length]).toEqual([32, 104, 6]);
  expect(morphology[103]).toEqual({
    with: { count: 40, mean: Math.fround(0.6), similarities: [0.25, 0.5, 0.75] },
    without: { count: 500, mean: 0.25, similarities: [0, 0.125, 0.5] },
  });
  expect(global[4]!.with.count).toBe(40);
  expect(global[5]!.with).toEqual({ count: 7, mean: Math.fround(0.6), similarities: Array.from(Float32Array.of(0.1, 0.2, 0.3)) });
});

it('is null where nobody measured', async () => {
  expect((await readPack(createMemorySource(files))).similarityReference).toBeNull();
});

it('is refused where it does not fit the manifest or contradicts itself', async () => {
  const refusal = (changed: PackFiles) => sentenceOf(() => readPack(createMemorySource(changed)));
  expect(await refusal(withReference(WITH, [5, 50]))).toBe(
    `In the pack file ${file}, "rhythm.with" is 32 × 6 instead of 32 × 5.`,
  );
  expect(await refusal(withReference([40, 0.6, 0.1, 0.5, 0.25, 0.75]))).toBe(
    `In the pack file ${file}, the percentiles of prototype 5 of "global.with" fall.`,
  );
  expect(await refusal(withReference(WITH, [50, 5, 95]))).toBe(
    `The percentiles of the pack file ${file} are out of order: 50, 5, 95.`,
  );
});
