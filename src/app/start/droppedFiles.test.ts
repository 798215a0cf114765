import { expect, it } from 'vitest';
import { readDroppedFiles } from './droppedFiles';

const file = (name: string) => new File(['x'], name);

function fileEntry(name: string): FileSystemEntry {
  const isFile = { isFile: true, isDirectory: false, name };
  return { ...isFile, file: (resolve: (found: File) => void) => resolve(file(name)) } as unknown as FileSystemEntry;
}

/** A folder that tells of its entries one at a time, as long ones do in parts. */
function folderEntry(name: string, ...inside: FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    const rest = [...inside];
    return { readEntries: (resolve: (part: FileSystemEntry[]) => void) => resolve(rest.splice(0, 1)) };
  };
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry;
}

function drop(...entries: FileSystemEntry[]): DataTransfer {
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files: entries.map(({ name }) => file(name)) } as unknown as DataTransfer;
}

it('takes what lies in dropped folders, each file with its folder, and no hidden file', async () => {
  const ward = folderEntry('ward', fileEntry('1.hea'), fileEntry('.DS_Store'), folderEntry('old', fileEntry('1.hea')));
  const files = await readDroppedFiles(drop(ward, fileEntry('2.hea')));
  expect(files.map(({ name, folder }) => [folder, name])).toEqual([['ward', '1.hea'], ['ward/old', '1.hea'], ['', '2.hea']]);
  expect((await files[0]!.arrayBuffer()).byteLength).toBe(1);
});

it('takes plain files as they are, also where a browser tells nothing of folders', async () => {
  const plain = drop(fileEntry('1.hea'), fileEntry('1.dat'));
  expect(await readDroppedFiles(plain)).toEqual([...plain.files]);
  const { files } = plain;
  expect(await readDroppedFiles({ files } as unknown as DataTransfer)).toEqual([...files]);
});

it('does not follow folders without end', async () => {
  let deep = folderEntry('last', fileEntry('1.hea'));
  for (let depth = 0; depth < 6; depth++) deep = folderEntry(`${depth}`, deep);
  expect(await readDroppedFiles(drop(deep))).toEqual([]);
});
