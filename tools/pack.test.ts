import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../src/model/checkpoint/readCheckpoint';
import { readPack } from '../src/model/pack';
import { createFolderSource } from './packFolder';
import { writeCheckpoint } from './synthetic/checkpointWriter';
import { type SyntheticModel, writeSyntheticModel } from './synthetic/model';
import { SMALL_MODEL } from './synthetic/pack';
import { runTool } from './synthetic/runTool';
import { type StoredTensor, storedTensor } from './synthetic/storedTensor';

type Options = Record<string, string | readonly string[] | true | undefined>;
type Entry = Record<string, unknown> & { similarity_score: number };

let folder: string;
let model: SyntheticModel;
let tensors: Map<string, StoredTensor>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pack-test-'));
  model = await writeSyntheticModel(join(folder, 'model'), SMALL_MODEL, 3);
  const { tensors: read } = await readCheckpoint(new Uint8Array(await readFile(model.fusion)));
  tensors = new Map(Array.from(read, ([key, { shape, read: values }]) => [key, storedTensor(shape, values())]));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

let counter = 0;
/** A new folder with nothing in it. */
async function emptyFolder(): Promise<string> {
  const path = join(folder, `case-${counter++}`);
  await mkdir(path);
  return path;
}

/** Runs the command with everything that it needs, but for these options. */
async function pack(options: Options = {}) {
  const place = await emptyFolder();
  const out = typeof options.out === 'string' ? options.out : join(place, 'out');
  const all: Options = {
    fusion: model.fusion,
    metadata: [model.metadata.rhythm, model.metadata.morphology, model.metadata.global],
    ptbxl: model.ptbxl,
    ...options,
    out,
  };
  const args = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}`, ...[value].flat()],
  );
  return { ...(await runTool('pack', args)), out, left: await readdir(place) };
}

/** The sentence of a run that must fail, print nothing else and leave nothing behind. */
async function refusal(options: Options): Promise<string> {
  const { code, stdout, stderr, left } = await pack(options);
  expect(stderr).toMatch(/^[^\n]+[^.]\.\n$/);
  expect([code, stdout, left]).toEqual([1, '', []]);
  return stderr.trimEnd();
}

/** The fusion checkpoint with one tensor changed, as a file. */
async function fusionWith(key: string, change: (tensor: StoredTensor) => StoredTensor | undefined): Promise<string> {
  const changed = new Map(tensors);
  const replaced = change(changed.get(key)!);
  if (replaced) changed.set(key, replaced);
  else changed.delete(key);
  const path = join(await emptyFolder(), 'fusion.ckpt');
  await writeFile(path, await writeCheckpoint(changed, { wrapping: 'lightning', prefix: 'model.' }));
  return path;
}

/** The metadata of the rhythm branch changed, with the other two as they are. */
async function metadataWith(change: (entries: Record<string, Entry>) => void): Promise<string[]> {
  const entries = JSON.parse(await readFile(model.metadata.rhythm, 'utf8')) as Record<string, Entry>;
  change(entries);
  const path = join(await emptyFolder(), 'rhythm.json');
  await writeFile(path, JSON.stringify(entries));
  return [path, model.metadata.morphology, model.metadata.global];
}

async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await emptyFolder(), name);
  await writeFile(path, content);
  return path;
}

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

describe.concurrent('input that cannot become a pack', () => {
  it('no such file', async () => {
    expect(await refusal({ fusion: '/no/such/fusion.ckpt' })).toBe('There is no file /no/such/fusion.ckpt.');
    expect(await refusal({ fusion: folder })).toBe(`${folder} is a folder, not a file.`);
    expect(await refusal({ metadata: [model.metadata.rhythm, '/no/m.json', model.metadata.global] })).toBe('There is no file /no/m.json.');
    expect(await refusal({ global: '/no/g.pth' })).toBe('There is no file /no/g.pth.');
  });

  it('a file that is no zip, a tar file of old, a zip that is cut off', async () => {
    expect(await refusal({ fusion: await fileWith('notes.txt', 'Not a checkpoint.') })).toMatch(/^This is not a PyTorch checkpoint: /);
    const tar = new Uint8Array(1024);
    tar.set(new TextEncoder().encode('ustar'), 257);
    expect(await refusal({ fusion: await fileWith('old.pth', tar) })).toMatch(/^This is a tar archive, /);
    const whole = new Uint8Array(await readFile(model.fusion));
    expect(await refusal({ fusion: await fileWith('cut.ckpt', whole.subarray(0, -100)) })).toMatch(/^The checkpoint is cut off: /);
  });

  it('a checkpoint that lacks a tensor, or has one of another shape', async () => {
    const key = 'model1d.feature_extractor.layer2.0.conv1.weight';
    expect(await refusal({ fusion: await fusionWith(key, () => undefined) })).toBe(
      `fusion.ckpt has no tensor "${key}", so it is not a ProtoECGNet checkpoint.`,
    );
    expect(await refusal({ fusion: await fusionWith('classifier.weight', () => storedTensor([71, 3], new Float32Array(213))) })).toBe(
      'In fusion.ckpt, "classifier.weight" is 71 × 3 instead of 71 × 142.',
    );
    expect(await refusal({ fusion: model.branchFiles.rhythm })).toBe(
      'rhythm_projection.pth has no tensor "model1d.feature_extractor.conv1.weight", so it is not a ProtoECGNet checkpoint.',
    );
  });

  it('a branch file of another branch, or of another model', async () => {
    expect(await refusal({ morphology: model.branchFiles.global })).toMatch(
      /^global_projection\.pth is not the morphology branch that was fused: ".+" differs\.$/,
    );
    const bias = 'model2d_global.add_on_layers.2.bias';
    const fusion = await fusionWith(bias, ({ shape, storage }) =>
      storedTensor(shape, Float32Array.from(storage.values, (value) => value + 1)),
    );
    expect(await refusal({ fusion, global: model.branchFiles.global })).toBe(
      'global_projection.pth is not the global branch that was fused: "add_on_layers.2.bias" differs.',
    );
  });

  it('records that are not there, or no PTB-XL at all', async () => {
    const place = await emptyFolder();
    expect(await refusal({ ptbxl: place })).toBe(`${place} is not laid out as PTB-XL: there is no ptbxl_database.csv in it.`);
    const copy = join(place, 'ptbxl');
    await cp(model.ptbxl, copy, { recursive: true });
    await rm(join(copy, 'records100/00000/00002_lr.dat'));
    expect(await refusal({ ptbxl: copy })).toBe(`The record records100/00000/00002_lr is not in ${copy}.`);
    await writeFile(join(copy, 'records100/00000/00002_lr.dat'), 'short');
    expect(await refusal({ ptbxl: copy })).toMatch(/^The record records100\/00000\/00002_lr: .+\.$/);
    const table = await readFile(join(copy, 'ptbxl_database.csv'), 'utf8');
    await writeFile(join(copy, 'ptbxl_database.csv'), table.replace(/^2,.*\n/m, ''));
    expect(await refusal({ ptbxl: copy })).toBe(`The record 2, which a prototype comes from, is not in ${copy}.`);
    await writeFile(join(copy, 'ptbxl_database.csv'), table.replace('filename_lr', 'filename_hr'));
    expect(await refusal({ ptbxl: copy })).toBe(`${join(copy, 'ptbxl_database.csv')} has no column "filename_lr".`);
  });

  it('metadata of another model', async () => {
    const { rhythm, morphology, global } = model.metadata;
    expect(await refusal({ metadata: [morphology, rhythm, global] })).toBe(
      'morphology_prototype_metadata.json describes 104 prototypes, but the rhythm branch has 32: it belongs to another model.',
    );
    expect(await refusal({ metadata: await metadataWith((entries) => (entries['5'].prototype_class = 'AFLT')) })).toMatch(
      /^rhythm\.json says that rhythm\/5 stands for AFLT, the checkpoint says \S+: it belongs to another model\.$/,
    );
    expect(await refusal({ metadata: await metadataWith((entries) => ((entries['5'].true_labels as number[]).pop())) })).toBe(
      'rhythm.json has 15 labels for rhythm/5 instead of 16.',
    );
    const renumbered = await metadataWith((entries) => {
      entries['99'] = entries['5'];
      delete entries['5'];
    });
    expect(await refusal({ metadata: renumbered })).toBe('rhythm.json does not describe prototype 5 of the rhythm branch.');
  });

  it('metadata that is none', async () => {
    expect(await refusal({ metadata: [model.fusion, model.metadata.morphology, model.metadata.global] })).toBe(
      'fusion.ckpt is not valid JSON.',
    );
    expect(await refusal({ metadata: await metadataWith((entries) => (entries['0'].similarity_score = 'high' as never)) })).toBe(
      'rhythm.json is not prototype metadata: 0.similarity_score is not as expected.',
    );
  });

  it('options that the command does not have', async () => {
    expect(await refusal({ dtype: 'int8' })).toBe('--dtype is float16 or float32, not "int8".');
    const sentenceAndUsage = async (options: Options) => {
      const { code, stdout, stderr, left } = await pack(options);
      expect([code, stdout, left]).toEqual([1, '', []]);
      const [sentence, usage] = stderr.split('\n');
      expect(usage).toMatch(/^npm run pack -- --fusion/);
      return sentence;
    };
    expect(await sentenceAndUsage({ fast: true })).toBe("Unknown option '--fast'.");
    for (const incomplete of [{ 'allow-mismatch': 'yes' }, { metadata: [model.metadata.rhythm] }, { fusion: undefined }]) {
      expect(await sentenceAndUsage(incomplete)).toBe('A pack needs --fusion, --metadata with three files, --ptbxl and --out.');
    }
  });

  it('a place that holds something else, which stays as it is', async () => {
    const place = await emptyFolder();
    await writeFile(join(place, 'thesis.txt'), 'Do not delete.');
    await writeFile(join(place, 'manifest.json'), '{"name":"A web app"}');
    const { code, stderr } = await pack({ out: place });
    expect([code, stderr]).toEqual([1, `${place} exists and is no model pack; choose another place with --out.\n`]);
    expect(await readdir(place)).toEqual(['manifest.json', 'thesis.txt']);
  });

  it('a place whose name the page cannot offer, where it lists its packs', async () => {
    const place = await emptyFolder();
    await writeFile(join(place, 'index.json'), '{"packs":[]}');
    const { code, stderr } = await pack({ out: join(place, 'my pack') });
    expect([code, stderr]).toEqual([
      1,
      'The page cannot offer a pack from the folder "my pack": use letters, digits, dots, dashes and underscores.\n',
    ]);
    expect(await readdir(place)).toEqual(['index.json']);
  });
});
