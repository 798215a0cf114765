import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeCheckpoint } from './synthetic/checkpointWriter';
import { createPackCommand, type PackOptions } from './synthetic/packCommand';
import { type StoredTensor, storedTensor } from './synthetic/storedTensor';

const { folder, model, tensors, emptyFolder, pack, metadataWith, fileWith } = await createPackCommand();

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The sentence of a run that must fail, print nothing else and leave nothing behind. */
async function refusal(options: PackOptions): Promise<string> {
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
    const sentenceAndUsage = async (options: PackOptions) => {
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
