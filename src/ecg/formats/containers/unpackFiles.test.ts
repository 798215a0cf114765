import { describe, expect, it, vi } from 'vitest';
import { writeGzip } from '../../../../tools/synthetic/archives/gzipWriter';
import { writeZip } from '../../../../tools/synthetic/archives/zipWriter';
import { createSyntheticEcg } from '../../../../tools/synthetic/ecg';
import { writeEdf } from '../../../../tools/synthetic/edf/edfWriter';
import { toUnreadFile } from '../../../../tools/synthetic/toUnreadFile';
import { writeWfdbRecord } from '../../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../../ecgFile';
import { groupFiles, type UnreadFile } from '../groupFiles';
import { readEcg } from '../registry';
import { unpackFiles } from './unpackFiles';

const ecg = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const edf = writeEdf(ecg);
const record = writeWfdbRecord(ecg, { recordName: 'ward' }).files;
const note: EcgFile = { name: 'LICENSE.txt', bytes: new TextEncoder().encode('You may copy these ECGs.') };

const within = (folder: string, { name, bytes }: EcgFile): EcgFile => ({ name: `${folder}/${name}`, bytes });
const pathOf = ({ name, folder }: UnreadFile): string => (folder === undefined ? name : `${folder}/${name}`);
const bytesOf = async (file: UnreadFile): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
const unpack = (...files: readonly EcgFile[]) => unpackFiles(files.map((file) => toUnreadFile(file)));

async function pathsOf(files: readonly UnreadFile[]): Promise<readonly (readonly string[])[]> {
  return (await groupFiles(files)).map((recording) => recording.map(pathOf));
}

describe('unpackFiles', () => {
  it('opens a zip archive of several recordings in folders, and puts each together', async () => {
    const zip = await writeZip([...record.map((file) => within('a', file)), ...record.map((file) => within('b', file)), edf]);
    const files = await unpack(zip);
    expect(await pathsOf(files)).toEqual([
      ['records.zip/a/ward.hea', 'records.zip/a/ward.dat'],
      ['records.zip/b/ward.hea', 'records.zip/b/ward.dat'],
      ['records.zip/ecg.edf'],
    ]);
    expect(await bytesOf(files.at(-1)!)).toEqual(edf.bytes);
  });

  it.each([
    ['stored plainly', { level: 0 }],
    ['deflated', { level: 9 }],
    ['with sizes behind the data', { dataDescriptor: true }],
    ['with 64-bit sizes', { zip64: true }],
  ])('reads the same ECG from an archive %s', async (_, options) => {
    const [file] = await unpack(await writeZip([edf], options));
    expect(await readEcg([{ name: file!.name, bytes: await bytesOf(file!) }])).toEqual(await readEcg([edf]));
  });

  it('unpacks gzip files by themselves, together and inside a zip archive', async () => {
    const packed = record.map(writeGzip);
    expect(await pathsOf(await unpack(...packed, edf))).toEqual([['ecg.edf'], ['ward.hea', 'ward.dat']]);
    const files = await unpack(await writeZip([writeGzip(edf)]));
    expect(files.map(pathOf)).toEqual(['records.zip/ecg.edf']);
    expect(await bytesOf(files[0]!)).toEqual(edf.bytes);
  });

  it('knows an archive by its content, whatever it is called', async () => {
    const zip = await writeZip([edf], { name: 'archive.bin' });
    const named = { ...writeGzip(edf), name: 'holter' };
    const files = await unpack(zip, named, { ...edf, name: 'ecg.zip' });
    expect(files.map(pathOf)).toEqual(['archive.bin/ecg.edf', 'holter', 'ecg.zip']);
    for (const file of files) expect(await bytesOf(file)).toEqual(edf.bytes);
  });

  it('keeps the folder that an archive came in', async () => {
    const files = await unpackFiles([toUnreadFile(await writeZip([within('x/y', edf)]), 'monday'), toUnreadFile(writeGzip(edf), 'monday')]);
    expect(files.map(pathOf)).toEqual(['monday/records.zip/x/y/ecg.edf', 'monday/ecg.edf']);
  });

  it('leaves out what computers add for themselves', async () => {
    const own = ['__MACOSX/._ecg.edf', '.DS_Store', 'a/.DS_Store', 'a/._ecg.edf', '.git/config', 'Thumbs.db', 'a/desktop.ini'];
    const zip = await writeZip([...own.map((name) => ({ name, bytes: note.bytes })), within('./a', edf)]);
    expect((await unpack(zip)).map(pathOf)).toEqual(['records.zip/a/ecg.edf']);
  });

  it('tells in one sentence what lies beside the ECGs, and reads the ECGs', async () => {
    const picture = { name: 'scan.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) };
    const { name, bytes } = await writeZip([note, edf, { ...edf, name: 'zzz/ecg.edf' }, picture]);
    // A browser's own file, whose properties are not its own.
    const files = await unpackFiles([new File([bytes.slice()], name)]);
    const recordings = await groupFiles(files);
    expect(recordings.map(([first]) => first!.name)).toEqual(['ecg.edf', 'ecg.edf', 'records.zip']);
    await expect(recordings[2]![0]!.arrayBuffer()).rejects.toThrow(
      '“records.zip” holds files beside its ECGs that were not read: “LICENSE.txt” (plain text) and “scan.png” (a PNG picture).',
    );
  });

  it('keeps what the page itself writes', async () => {
    const study = { name: 'study.json', bytes: new TextEncoder().encode('\n{"kind": "study"}') };
    expect((await unpack(await writeZip([study, edf]))).map(pathOf)).toEqual(['records.zip/study.json', 'records.zip/ecg.edf']);
  });

  it('hands on what is no archive, unopened but for its first bytes', async () => {
    const file = toUnreadFile(edf);
    const arrayBuffer = vi.fn(file.arrayBuffer);
    const folder: UnreadFile = { name: 'folder', arrayBuffer: () => Promise.reject(new Error('no file')) };
    const files = [{ ...file, arrayBuffer }, folder];
    expect(await unpackFiles(files)).toEqual(files);
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('opens an archive that is handed over whole', async () => {
    const { name, arrayBuffer } = toUnreadFile(await writeZip([edf]));
    const [file] = await unpackFiles([{ name, arrayBuffer }]);
    expect(await bytesOf(file!)).toEqual(edf.bytes);
  });

  it('unpacks one file of an archive at a time', async () => {
    const zip = toUnreadFile(await writeZip(Array.from({ length: 9 }, (_, index) => within(`${index}`, edf))));
    let open = 0;
    let most = 0;
    const slice = (from: number, to: number) => ({
      arrayBuffer: async () => {
        most = Math.max(most, ++open);
        const bytes = await zip.slice!(from, to).arrayBuffer();
        open--;
        return bytes;
      },
    });
    const files = await unpackFiles([{ ...zip, slice }]);
    await Promise.all(files.map((file) => file.arrayBuffer()));
    expect([files.length, most]).toEqual([9, 1]);
  });
});
