import type { DroppedFile } from '../../store/droppedFile';

/** Folders in folders are followed no deeper than this. */
const DEEPEST = 5;

/**
 * The files that were dropped, those in dropped folders included, each with the folder that it lies in. Hidden files of
 * the computer are left out.
 *
 * To be called while the drop is told of: the browser forgets its folders right after.
 */
export async function readDroppedFiles(data: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...(data.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  // A browser that tells nothing of folders gives the files alone.
  if (!entries.some(({ isDirectory }) => isDirectory)) return [...data.files];
  return (await Promise.all(entries.map((entry) => readEntryFiles(entry, '', DEEPEST)))).flat();
}

async function readEntryFiles(entry: FileSystemEntry, folder: string, depth: number): Promise<readonly DroppedFile[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) return [withFolder(await toFile(entry as FileSystemFileEntry), folder)];
  if (depth === 0) return [];
  const inside = await listFolder(entry as FileSystemDirectoryEntry);
  const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
  return (await Promise.all(inside.map((other) => readEntryFiles(other, path, depth - 1)))).flat();
}

function withFolder(file: File, folder: string): DroppedFile {
  // Still a file, of which parts can be read.
  return Object.assign(file, { folder });
}

function toFile(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder tells of its entries in parts, the last of which is empty. */
async function listFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return found;
    found.push(...part);
  }
}
