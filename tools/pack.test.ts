import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readPack } from '../src/model/pack';
import { createFolderSource } from './packFolder';
import { createPackCommand } from './synthetic/packCommand';
import { runTool } from './synthetic/runTool';

const { folder, model, tensors, emptyFolder, pack, metadataWith, fileWith } = await createPackCommand();

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('npm run pack', () => {
  it('prints the verification and writes a pack that can be explained with', async () => {
    const { code, stdout, stderr, out, left } = await pack();
    expect([code, stderr, left]).toEqual([0, '', ['out']]);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('branch      prototypes  as recorded  identical to source  mismatch  lowest similarity');
    expect(lines.slice(1, 4).map((line) => line.split(/ +/).slice(0, 5))).toEqual([
      ['rhythm', '32', '32', '0', '0'],
      ['morphology', '104', '104', '0', '0'],
      ['global', '6', '6', '0', '0'],
    ]);
    expect(lines[4]).toMatch(/^Wrote .+out: 7 files, 0\.\d MB\.$/);

    const { manifest } = await readPack(createFolderSource(out));
    expect(manifest.name).toBe('out');
    expect(manifest.modelCard).toMatchObject({ dtype: 'float16', verified: true, simulated: false, architecture: 'ProtoECGNet, ResNet-18' });
    expect(manifest.modelCard.verification).toMatch(/^142 of 142 prototypes are as similar/);
    expect(manifest.records.map(({ id, ageYears, sex }) => [id, ageYears, sex]).sort()).toEqual([
      ['1', 31, 'female'],
      ['2', 32, 'male'],
      ['3', 33, 'female'],
    ]);
    expect(manifest.records.find(({ id }) => id === '2')!.statements).toEqual({ SR: 0, DIG: 100 });
    for (const { window, recordedSimilarity, recomputedSimilarity } of manifest.prototypes.morphology) {
      expect(window![1] - window![0]).toBe(93);
      expect(Math.abs(recordedSimilarity - recomputedSimilarity)).toBeLessThan(1e-3);
    }
    expect(manifest.prototypes.rhythm[0].window).toBeNull();

    const file = join(model.ptbxl, 'records100/00000/00002_lr.hea');
    const explained = await runTool('explain', ['--pack', out, '--json', file]);
    expect([explained.code, explained.stderr]).toEqual([0, '']);
    // Every rhythm prototype of record 2 finds itself there.
    const own = manifest.prototypes.rhythm.findIndex(({ record }) => record === '2');
    const all = await runTool('explain', ['--pack', out, '--json', '--all', file]);
    const { similarities } = JSON.parse(all.stdout) as { similarities: { rhythm: number[] } };
    expect(similarities.rhythm[own]).toBeCloseTo(1, 3);
  });

  it('takes float32, a name, a card and branch files that are the very branches', async () => {
    const card = await fileWith('card.json', JSON.stringify({ title: 'Test model', trainingData: 'None.', simulated: true }));
    const { code, stderr, out } = await pack({ ...model.branchFiles, dtype: 'float32', name: 'Mine', card });
    expect([code, stderr]).toEqual([0, '']);
    const { manifest, weights } = await readPack(createFolderSource(out));
    expect(manifest.name).toBe('Mine');
    expect(manifest.modelCard).toMatchObject({ dtype: 'float32', title: 'Test model', simulated: true });
    expect(manifest.modelCard.verification).toContain('storing the weights as float32 moves a similarity by at most');
    const vectors = tensors.get('model1d.prototype_vectors')!.storage.values;
    expect([...weights.branches.rhythm.get('prototypes')!.values]).toEqual([...(vectors as Float32Array)]);
  });

  it('replaces an older pack, and offers it in the list beside it, once', async () => {
    const place = await emptyFolder();
    await writeFile(join(place, 'index.json'), '{"packs":["demo"]}');
    const out = join(place, 'mine');
    await mkdir(out);
    await writeFile(join(out, 'manifest.json'), '{"formatVersion":1}');
    await writeFile(join(out, 'stale.bin'), 'old');
    for (let i = 0; i < 2; i++) {
      const { code, stdout } = await pack({ out });
      expect(code).toBe(0);
      expect(stdout).toMatch(/\nThe page offers it as "mine"\.\n$/);
    }
    expect(await readdir(place)).toEqual(['index.json', 'mine']);
    expect(await readdir(out)).not.toContain('stale.bin');
    expect(JSON.parse(await readFile(join(place, 'index.json'), 'utf8'))).toEqual({ packs: ['demo', 'mine'] });
  });

  it('takes a prototype that is the very segment for verified, though its score was recorded before it moved there', async () => {
    const { code, stdout } = await pack({ metadata: await metadataWith((entries) => (entries['3'].similarity_score = 0.9)) });
    expect(code).toBe(0);
    expect(stdout).toMatch(/\nrhythm +32 +31 +1 +0 /);
  });
});

describe('prototypes that are not as similar as recorded', () => {
  const tampered = () => metadataWith((entries) => {
    entries['3'].similarity_score = 1.002;
    entries['17'].similarity_score = 1.5;
  });

  it('stop the packing, with the list of them', async () => {
    const { code, stdout, stderr, left } = await pack({ metadata: await tampered() });
    expect([code, left]).toEqual([1, []]);
    expect(stdout).toMatch(/\nrhythm +32 +30 +0 +2 /);
    const [sentence, ...list] = stderr.trimEnd().split('\n');
    expect(sentence).toMatch(/^2 prototypes are not as similar to their source record as recorded, so checkpoint, metadata /);
    expect(sentence).toMatch(/ and the records in .+ do not belong together \(--allow-mismatch .+\):$/);
    expect(list).toHaveLength(2);
    expect(list[0]).toMatch(/^ {2}rhythm\/3 on record \d: recorded 1\.0020, recomputed 1\.0000$/);
    expect(list[1]).toMatch(/^ {2}rhythm\/17 on record \d: recorded 1\.5000, recomputed 1\.0000$/);
  });

  it('are packed all the same where that is wanted, marked as unverified', async () => {
    const { code, out } = await pack({ metadata: await tampered(), 'allow-mismatch': true });
    expect(code).toBe(0);
    const { manifest } = await readPack(createFolderSource(out));
    expect(manifest.modelCard.verified).toBe(false);
    expect(manifest.modelCard.verification).toMatch(/^140 of 142 prototypes/);
    expect(manifest.prototypes.rhythm[17]).toMatchObject({ recordedSimilarity: 1.5 });
  });
});
