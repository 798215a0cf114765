import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../../tools/synthetic/archiveWriter';
import { type CheckpointLayout, writeCheckpoint } from '../../../tools/synthetic/checkpointWriter';
import { pythonName, reduced, tuple, writePickle } from '../../../tools/synthetic/pickleWriter';
import { pickledView, storageReference, writeRawCheckpoint } from '../../../tools/synthetic/rawCheckpoint';
import { storedTensor } from '../../../tools/synthetic/storedTensor';
import { Problem } from '../../ecg/problem';
import { readCheckpoint } from './readCheckpoint';

const tiny = new Map([
  ['classifier.weight', storedTensor([2, 3], [1, 2, 3, 4, 5, 6])],
  ['classifier.bias', storedTensor([3], [1, -2, 0.5])],
]);
const bare: CheckpointLayout = { wrapping: 'bare' };

const text = (content: string) => new TextEncoder().encode(content);

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

async function sentenceOf(bytes: Uint8Array): Promise<string> {
  const thrown: unknown = await readCheckpoint(bytes).then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Problem);
  return (thrown as Problem).message;
}

describe('what is no PyTorch checkpoint', () => {
  const tar = () => {
    const header = new Uint8Array(1024);
    header.set(text('storages'));
    header.set(text('        '), 148);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.set(text(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
    return header;
  };
  const ustar = () => {
    const header = new Uint8Array(512);
    header.set(text('ustar'), 257);
    return header;
  };
  const legacyTar =
    'This is a tar archive, the format of checkpoints before PyTorch 0.2: load it and save it again with torch.save of PyTorch 1.6 or newer.';

  it.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'The checkpoint file is empty.'],
    [
      'a picture',
      text('GIF89a'),
      'This is not a PyTorch checkpoint: a checkpoint is a zip archive and begins with 50 4b 03 04, this file begins with 47 49 46 38.',
    ],
    [
      'the format before PyTorch 1.6',
      Uint8Array.of(0x80, 2, 0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e),
      'This checkpoint has the format that torch.save wrote before PyTorch 1.6: load it and save it again with torch.save of PyTorch 1.6 or newer.',
    ],
    ['a tar archive with a magic word', ustar(), legacyTar],
    ['a tar archive without one', tar(), legacyTar],
    [
      'a plain pickle',
      writePickle([1, 2]),
      'This is a Python pickle that torch.save did not write: save the model’s state_dict() with torch.save.',
    ],
    [
      'safetensors',
      Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0x7d),
      'This is a safetensors file, not a PyTorch checkpoint: load it in PyTorch and save its tensors with torch.save.',
    ],
    [
      'ONNX',
      Uint8Array.of(8, 7, 0x12, 7, ...text('pytorch')),
      'This is an ONNX model, not a PyTorch checkpoint: hand over the checkpoint that it was exported from.',
    ],
    [
      'HDF5',
      Uint8Array.of(0x89, ...text('HDF\r\n'), 0x1a, 0x0a),
      'This is an HDF5 file (as Keras writes), not a PyTorch checkpoint: a checkpoint is written by torch.save.',
    ],
  ])('refuses %s', async (_, bytes, sentence) => {
    expect(await sentenceOf(bytes)).toBe(sentence);
  });

  it('refuses other zip archives', async () => {
    expect(await sentenceOf(await writeArchive(new Map([['word/document.xml', text('<w/>')]])))).toBe(
      'This zip archive is no PyTorch checkpoint: it has no record named data.pkl, and its first record is “word/document.xml”.',
    );
    const two = new Map([
      ['a/data.pkl', writePickle(null)],
      ['b/data.pkl', writePickle(null)],
    ]);
    expect(await sentenceOf(await writeArchive(two))).toBe(
      'This zip archive is no PyTorch checkpoint: it has 2 records named data.pkl, and its first record is “a/data.pkl”.',
    );
  });

  it('refuses TorchScript', async () => {
    const sentence =
      'This is a TorchScript archive, a compiled program instead of a checkpoint: save the model’s state_dict() with torch.save.';
    for (const mark of ['net/code/__torch__.py', 'net/constants.pkl']) {
      const records = new Map([
        ['net/data.pkl', writePickle(null)],
        [mark, text('')],
      ]);
      expect(await sentenceOf(await writeArchive(records))).toBe(sentence);
    }
  });

  it('refuses a checkpoint without named tensors', async () => {
    const sentence =
      'The checkpoint holds no named tensors: save the model’s state_dict(), not the model itself, with torch.save.';
    const model = reduced(pythonName('protoecgnet', 'Fusion'));
    for (const root of [model, [1], null, new Map([['epoch', 3]])]) {
      expect(await sentenceOf(await writeArchive(new Map([['m/data.pkl', writePickle(root)]])))).toBe(sentence);
    }
  });

  it('refuses a compressed, encrypted or divided archive', async () => {
    const records = new Map([['m/data.pkl', writePickle(new Array<number>(99).fill(1))]]);
    expect(await sentenceOf(await writeArchive(records, { level: 6 }))).toBe(
      'The record “data.pkl” of the checkpoint is compressed, which torch.save never does: hand over the file as torch.save wrote it.',
    );
    expect(await sentenceOf(await writeArchive(records, { password: 'x', zipCrypto: true }))).toBe(
      'The record “data.pkl” of the checkpoint is encrypted: hand over the file without a password.',
    );
    const divided = await writeArchive(records);
    divided[divided.length - 18] = 1; // the number of this part, in the end of central directory record
    divided[divided.length - 16] = 1;
    expect(await sentenceOf(divided)).toBe(
      'This file is one part of a zip archive in several parts: join the parts first.',
    );
  });

  it('refuses a byte order other than little', async () => {
    expect(await sentenceOf(await writeCheckpoint(tiny, { wrapping: 'bare', byteOrder: 'big' }))).toBe(
      'The checkpoint’s byte order is “big”: save it again on a little-endian machine, as nearly all are.',
    );
  });
});

describe('what is damaged', () => {
  const indexOf = (bytes: Uint8Array, pattern: Uint8Array): number =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(pattern);

  it('says that a file is cut off', async () => {
    const bytes = await writeCheckpoint(tiny, bare);
    expect(await sentenceOf(bytes.subarray(0, 600))).toBe(
      'The checkpoint is cut off: its 600 bytes lack the end of the zip archive, so copy or download the file again.',
    );
  });

  it('names the record whose checksum does not match', async () => {
    const bytes = await writeCheckpoint(tiny, bare);
    bytes[indexOf(bytes, floats(1, -2, 0.5)) + 2] ^= 1;
    expect(await sentenceOf(bytes)).toBe(
      'The record “data/1” of the checkpoint is damaged (its checksum does not match), so copy or download the file again.',
    );
  });

  it('names the record that its own header contradicts', async () => {
    const bytes = await writeCheckpoint(tiny, bare);
    bytes[indexOf(bytes, text('archive/data/1')) + 13] ^= 1;
    expect(await sentenceOf(bytes)).toBe(
      'The record “data/1” of the checkpoint is damaged (it differs from the archive’s directory), so copy or download the file again.',
    );
  });

  it('says that the directory is damaged', async () => {
    const bytes = await writeCheckpoint(tiny, bare);
    bytes[indexOf(bytes, Uint8Array.of(0x50, 0x4b, 1, 2))] = 0;
    expect(await sentenceOf(bytes)).toBe(
      'The directory of the checkpoint’s zip archive is damaged, so copy or download the file again.',
    );
  });

  it('names a record that is missing, or there twice', async () => {
    const x = pickledView(storageReference('FloatStorage', '0', 1), 0, [1], [1]);
    expect(await sentenceOf(await writeRawCheckpoint(x, {}))).toBe(
      'The checkpoint lacks the record “data/0”, so copy or download the file again.',
    );
    const bytes = await writeCheckpoint(tiny, bare);
    const name = Buffer.from(bytes.buffer).lastIndexOf('archive/data/1');
    bytes[name + 13] ^= 1;
    expect(await sentenceOf(bytes)).toBe(
      'The checkpoint has two records named “data/0”, so copy or download the file again.',
    );
  });

  it('refuses a record of another size than its storage', async () => {
    const x = pickledView(storageReference('HalfStorage', '0', 4), 0, [1], [1]);
    expect(await sentenceOf(await writeRawCheckpoint(x, { 'data/0': floats(1, 2, 3) }))).toBe(
      'The record “data/0” of the checkpoint has 12 bytes instead of the 8 that the tensor “x” needs.',
    );
  });

  it('refuses a view beyond its storage', async () => {
    const x = pickledView(storageReference('FloatStorage', '0', 4), 1, [2, 2], [2, 1]);
    expect(await sentenceOf(await writeRawCheckpoint(x, { 'data/0': floats(1, 2, 3, 4) }))).toBe(
      'The tensor “x” reaches beyond its storage: it ends at number 5 of 4.',
    );
  });

  it('refuses a view that repeats few numbers beyond all measure', async () => {
    const x = pickledView(storageReference('FloatStorage', '0', 1), 0, [100000, 100000], [0, 0]);
    expect(await sentenceOf(await writeRawCheckpoint(x, { 'data/0': floats(1) }))).toBe(
      'The tensor “x” claims 10000000000 numbers, more than the whole file could hold.',
    );
  });

  it('refuses tensors that are no arrays of real numbers', async () => {
    const sparse = reduced(pythonName('torch._utils', '_rebuild_sparse_tensor'), null, tuple());
    expect(await sentenceOf(await writeRawCheckpoint(sparse, {}))).toBe(
      'The tensor “x” is no plain array of numbers (PyTorch restores it with “_rebuild_sparse_tensor”): save it as a dense tensor.',
    );
    const complex = pickledView(storageReference('ComplexFloatStorage', '0', 1), 0, [1], [1]);
    expect(await sentenceOf(await writeRawCheckpoint(complex, { 'data/0': floats(1, 2) }))).toBe(
      'The tensor “x” is stored as “ComplexFloatStorage”, which is no type of real numbers: save it as float32.',
    );
  });

  it('refuses records that overlap', async () => {
    const values = Float32Array.from({ length: 400 }, (_, i) => i);
    const bytes = await writeCheckpoint(
      new Map(['a', 'b', 'c'].map((name) => [name, storedTensor([400], values)])),
      bare,
    );
    // Cut the second and third copy of the numbers out and let the directory point all three records at the first.
    const start = indexOf(bytes, text('archive/data/0')) - 30;
    const length = 30 + 'archive/data/0'.length + 1600;
    const end = start + 3 * length;
    const cut = Buffer.concat([bytes.subarray(0, start + length), bytes.subarray(end)]);
    const directory = cut.indexOf(Uint8Array.of(0x50, 0x4b, 1, 2));
    cut.writeUInt32LE(directory, cut.length - 6);
    for (const key of ['0', '1', '2']) {
      const entry = cut.lastIndexOf(`archive/data/${key}`) - 46;
      cut.writeUInt32LE(start, entry + 42);
    }
    const version = cut.lastIndexOf('archive/version') - 46;
    cut.writeUInt32LE(cut.readUInt32LE(version + 42) - 2 * length, version + 42);
    expect(await sentenceOf(new Uint8Array(cut))).toBe(
      `The checkpoint’s records overlap: they claim 4800 bytes of a file of ${cut.length} bytes.`,
    );
  });
});
