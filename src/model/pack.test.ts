import { beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createMemorySource,
  editManifest,
  type LooseManifest,
  makePackFiles,
  manifestOf,
  type PackFiles,
  replaceFile,
} from '../../tools/synthetic/packFiles';
import { createRandom } from '../../tools/synthetic/random';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { Problem } from '../ecg/problem';
import { sha256Hex } from '../ecg/sha256';
import { readManifest, readPack, readVerifiedFile } from './pack';
import { type PackTensor, readSafetensors, writeSafetensors } from './safetensors';

let files: PackFiles;

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  files = await makePackFiles();
});

const refusal = (changed: PackFiles) => sentenceOf(() => readPack(createMemorySource(changed)));
const edited = (edit: (manifest: LooseManifest) => void) => refusal(editManifest(files, edit));
const without = (name: string): PackFiles => new Map([...files].filter(([other]) => other !== name));
const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array): PackFiles =>
  new Map([...files, [name, change(files.get(name)!)] as const]);
const flip = (bytes: Uint8Array, bit: number): Uint8Array => {
  const flipped = bytes.slice();
  flipped[bit >> 3] ^= 1 << (bit & 7);
  return flipped;
};

/** The pack with one tensor replaced, its hashes as if it had been packed so. */
function withTensor(file: string, name: string, change: (tensor: PackTensor) => PackTensor | undefined): PackFiles {
  const tensors = new Map(Array.from(readSafetensors(files.get(file)!, file), ([key, value]) => [key, { ...value, dtype: 'F32' as const }]));
  const replaced = change(tensors.get(name)!);
  if (replaced) tensors.set(name, { ...replaced, dtype: 'F32' });
  else tensors.delete(name);
  return replaceFile(files, file, writeSafetensors(tensors));
}

/** The offset of a tensor's first number in its file. */
function offsetOf(file: string, name: string): number {
  const bytes = files.get(file)!;
  const headerBytes = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerBytes))) as Record<string, { data_offsets: number[] }>;
  return 8 + headerBytes + header[name].data_offsets[0];
}

describe('a whole pack', () => {
  it('is read, and named by the SHA-256 of its manifest', async () => {
    const progress: [number, number][] = [];
    const pack = await readPack(createMemorySource(files), (loaded, total) => progress.push([loaded, total]));
    expect(pack.manifest).toEqual(manifestOf(files));
    expect(pack.sha256).toBe(await sha256Hex(files.get('manifest.json')!));
    expect(pack.manifest.branches.map(({ prototypeCount }) => prototypeCount)).toEqual([32, 104, 6]);
    expect(pack.weights.fusion.weights).toHaveLength(71 * 142);
    expect(pack.golden.input).toHaveLength(12_000);
    expect(pack.golden.similarities).toHaveLength(142);
    expect(progress).toHaveLength(5);
    expect(progress.at(-1)![0]).toBe(progress.at(-1)![1]);
  });

  it('describes two shards whose every byte is verified before it is shown', async () => {
    const { manifest } = await readManifest(createMemorySource(files));
    const shards = [...new Set(manifest.records.map(({ shard }) => shard))];
    expect(shards).toHaveLength(2);
    for (const shard of shards) {
      expect(await readVerifiedFile(createMemorySource(files), manifest, shard)).toEqual(files.get(shard));
    }
  });
});

describe('a file that is missing, cut short or altered', () => {
  const names = [
    'fusion.safetensors',
    'global.safetensors',
    'morphology.safetensors',
    'rhythm.safetensors',
    'selfcheck.safetensors',
    'records-000.bin',
    'records-001.bin',
  ];

  it('covers every file but the manifest', () => {
    expect([...files.keys()].filter((name) => name !== 'manifest.json').sort()).toEqual([...names].sort());
    expect(Object.keys(manifestOf(files).files).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s is not used', async (name) => {
    const manifest = manifestOf(files);
    const isShard = name.endsWith('.bin');
    const attempt = (damaged: PackFiles) =>
      isShard ? sentenceOf(() => readVerifiedFile(createMemorySource(damaged), manifest, name)) : refusal(damaged);
    const size = files.get(name)!.length;

    expect(await attempt(without(name))).toBe(`There is no file ${name}.`);
    expect(await attempt(changed(name, (bytes) => bytes.subarray(0, -1)))).toBe(
      `The pack file ${name} has ${size - 1} bytes instead of ${size}; it is not used.`,
    );
    expect(await attempt(changed(name, (bytes) => Uint8Array.of(...bytes.subarray(0, 9), 0, ...bytes.subarray(9, 20))))).toMatch(
      new RegExp(`^The pack file ${name} has \\d+ bytes instead of ${size}; it is not used\\.$`),
    );
    for (const bit of [0, 8 * (size >> 1) + 3, 8 * size - 1]) {
      expect(await attempt(changed(name, (bytes) => flip(bytes, bit)))).toBe(
        `The pack file ${name} was altered: its SHA-256 is not the one in the manifest; it is not used.`,
      );
    }
  });

  it('is not used where the manifest does not list it', async () => {
    for (const name of ['other.bin', 'constructor']) {
      expect(await sentenceOf(() => readVerifiedFile(createMemorySource(files), manifestOf(files), name))).toBe(
        `The model pack's manifest does not list the file ${name}.`,
      );
    }
    expect(await edited((manifest) => delete manifest.files['fusion.safetensors'])).toBe(
      "The model pack's manifest does not list the file fusion.safetensors.",
    );
  });
});

describe('the manifest', () => {
  it('is refused where it is missing or cut anywhere', async () => {
    expect(await refusal(without('manifest.json'))).toBe('There is no file manifest.json.');
    const { length } = files.get('manifest.json')!;
    for (const cut of [1, 2, 100, length >> 1, length]) {
      expect(await refusal(changed('manifest.json', (bytes) => bytes.subarray(0, length - cut)))).toBe(
        'The manifest of the model pack at memory is damaged: it is not valid JSON.',
      );
    }
  });

  it('is refused, or names another pack, wherever a bit of it flips', async () => {
    const original = (await readManifest(createMemorySource(files))).sha256;
    const bytes = files.get('manifest.json')!;
    const random = createRandom(8);
    let refused = 0;
    for (let i = 0; i < 200; i++) {
      const bit = Math.floor(random.uniform(0, 8 * bytes.length));
      try {
        const { sha256 } = await readManifest(createMemorySource(changed('manifest.json', () => flip(bytes, bit))));
        expect(sha256).not.toBe(original);
      } catch (error) {
        expect(error).toBeInstanceOf(Problem);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(100);
  });

  it('is refused in another format version, before anything else is judged', async () => {
    expect(await edited((manifest) => Object.assign(manifest, { formatVersion: 2, novelty: true }))).toBe(
      'The model pack at memory has format version 2; this program reads version 1.',
    );
    expect(await edited((manifest) => delete manifest.formatVersion)).toMatch(/has format version undefined; this/);
  });

  it.each<[string, (manifest: LooseManifest) => void, string]>([
    ['an unknown field', (m) => (m.novelty = 1), 'novelty'],
    ['an unknown field within', (m) => (m.branches[0].pooling = 'max'), 'branches.0.pooling'],
    ['a missing field', (m) => delete m.modelCard.simulated, 'modelCard.simulated'],
    ['a metric without its value', (m) => (m.modelCard.metrics = [{ name: 'AUROC', of: 'x' }]), 'modelCard.metrics.0.value'],
    ['an unknown lead', (m) => (m.input.leadOrder[3] = 'V7'), 'input.leadOrder.3'],
    ['eleven leads', (m) => m.input.leadOrder.pop(), 'input.leadOrder'],
    ['an unknown filter', (m) => (m.input.preprocessing.kind = 'median'), 'input.preprocessing.kind'],
    ['a threshold above 1', (m) => (m.statements[5].threshold = 1.5), 'statements.5.threshold'],
    ['a hash that is none', (m) => (m.files['fusion.safetensors'].sha256 = 'abc'), 'files.fusion.safetensors.sha256'],
    ['a file in another folder', (m) => (m.fusionFile = '../fusion.safetensors'), 'fusionFile'],
    ['a file on another site', (m) => (m.records[0].shard = 'https://example.org/x'), 'records.0.shard'],
    ['an empty segment', (m) => (m.prototypes.morphology[0].window = [93, 93]), 'prototypes.morphology.0.window'],
    ['half a sample', (m) => (m.prototypes.morphology[0].window = [0.5, 93]), 'prototypes.morphology.0.window.0'],
    ['no number', (m) => (m.prototypes.global[1].recordedSimilarity = null), 'prototypes.global.1.recordedSimilarity'],
    ['two branches', (m) => m.branches.pop(), 'branches'],
  ])('is refused with %s, and the place is named', async (_what, edit, place) => {
    const sentence = await edited(edit);
    expect(sentence).toContain(`The manifest of the model pack at memory is damaged at ${place}: `);
    expect(sentence).toMatch(/[^.]\.$/);
    expect(sentence).not.toContain('\n');
  });

  it.each<[string, (manifest: LooseManifest) => void, string]>([
    ['branches in another order', (m) => m.branches.reverse(), 'branches must be rhythm, morphology, global'],
    ['one branch twice', (m) => (m.branches[2] = m.branches[1]), 'branches must be rhythm, morphology, global'],
    ['fewer prototypes than it says', (m) => m.prototypes.global.pop(), 'global has 6 prototypes but describes 5'],
    ['windows that do not fit', (m) => (m.branches[1].windowCount = 32), 'morphology cannot have 32 windows'],
    ['windows of a whole record', (m) => (m.branches[0].windowCount = 2), 'rhythm cannot have 2 windows'],
    ['a statement twice', (m) => (m.statements[1].code = m.statements[0].code), 'a statement occurs twice'],
    ['a record twice', (m) => (m.records[1].id = m.records[0].id), 'a record occurs twice'],
    ['a lead twice', (m) => (m.input.leadOrder[1] = 'I'), 'a lead occurs twice'],
    ['a class that is no statement', (m) => (m.branches[2].classes[0] = 'XYZ'), 'global has the unknown statement XYZ'],
    [
      'a prototype of an unknown class',
      (m) => (m.prototypes.rhythm[3].classes = ['XYZ']),
      'a rhythm prototype names XYZ, which is no class of this branch',
    ],
    [
      'a prototype of another branch',
      (m) => (m.prototypes.rhythm[3].classes = ['NORM']),
      'a rhythm prototype names NORM, which is no class of this branch',
    ],
    [
      'a label of another branch',
      (m) => (m.prototypes.rhythm[3].sourceLabels = ['IMI']),
      'a rhythm prototype names IMI, which is no class of this branch',
    ],
    ['an unknown record', (m) => (m.prototypes.morphology[9].record = '999'), 'a morphology prototype comes from the unlisted record 999'],
    ['a segment beyond the record', (m) => (m.prototypes.morphology[7].window = [950, 1043]), 'the segment of morphology/7 cannot be'],
    ['no segment', (m) => (m.prototypes.morphology[0].window = null), 'the segment of morphology/0 cannot be'],
    ['a segment of a whole record', (m) => (m.prototypes.rhythm[1].window = [0, 93]), 'the segment of rhythm/1 cannot be'],
    ['a shard that is not listed', (m) => delete m.files['records-001.bin'], 'the file records-001.bin is not listed'],
    ['a shard with the name of an inherited property', (m) => (m.records[0].shard = 'constructor'), 'the file constructor is not listed'],
    ['a shard that is too short', (m) => (m.files['records-000.bin'].bytes -= 1), ''],
  ])('is refused where it contradicts itself: %s', async (_what, edit, why) => {
    const sentence = await edited(edit);
    if (why) expect(sentence).toBe(`The manifest of the model pack at memory contradicts itself: ${why}.`);
    else expect(sentence).toMatch(/contradicts itself: records-000\.bin is too short for the record \d+\.$/);
  });
});

describe('weights that do not fit, though every hash is right', () => {
  it.each(['rhythm', 'morphology', 'global', 'fusion', 'selfcheck'])('%s with a number that is not finite is refused', async (part) => {
    const file = `${part}.safetensors`;
    const name = part === 'fusion' ? 'weights' : part === 'selfcheck' ? 'input' : 'stem.bias';
    const bytes = files.get(file)!.slice();
    const view = new DataView(bytes.buffer);
    for (const value of [Number.NaN, Infinity]) {
      view.setFloat32(offsetOf(file, name), value, true);
      expect(await refusal(replaceFile(files, file, bytes))).toBe(
        `The weights in ${file} cannot be used: the tensor ${name} holds a number that is not finite.`,
      );
    }
  });

  it('a tensor that is missing or has another shape is refused', async () => {
    expect(await refusal(withTensor('rhythm.safetensors', 'layer3.0.conv2.kernel', () => undefined))).toBe(
      'The pack file rhythm.safetensors has no tensor "layer3.0.conv2.kernel".',
    );
    expect(await refusal(withTensor('global.safetensors', 'addOn2.bias', () => undefined))).toBe(
      'The pack file global.safetensors has no tensor "addOn2.bias".',
    );
    expect(await refusal(withTensor('fusion.safetensors', 'weights', ({ values }) => ({ shape: [142, 71], values })))).toBe(
      'In the pack file fusion.safetensors, "weights" is 142 × 71 instead of 71 × 142.',
    );
    expect(await refusal(withTensor('morphology.safetensors', 'stem.bias', () => ({ shape: [1], values: new Float32Array(1) })))).toBe(
      'In the pack file morphology.safetensors, "stem.bias" is 1 instead of 4.',
    );
    expect(await refusal(withTensor('morphology.safetensors', 'stem.kernel', ({ values }) => ({ shape: [values.length], values })))).toBe(
      'In the pack file morphology.safetensors, "stem.kernel" is 336 instead of 1 × width × in × out.',
    );
  });
});
