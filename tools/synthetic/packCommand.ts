import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCheckpoint } from '../../src/model/checkpoint/readCheckpoint';
import { writeSyntheticModel } from './model';
import { SMALL_MODEL } from './pack';
import { runTool } from './runTool';
import { storedTensor } from './storedTensor';

/** Options of the command; undefined leaves one out that it needs. */
export type PackOptions = Record<string, string | readonly string[] | true | undefined>;
type Entry = Record<string, unknown> & { similarity_score: number };

/** The pack command and what it needs: a small synthetic model, in a folder that the caller removes. */
export async function createPackCommand() {
  const folder = await mkdtemp(join(tmpdir(), 'pack-test-'));
  const model = await writeSyntheticModel(join(folder, 'model'), SMALL_MODEL, 3);
  const checkpoint = await readCheckpoint(new Uint8Array(await readFile(model.fusion)));
  const tensors = new Map(Array.from(checkpoint.tensors, ([key, { shape, read }]) => [key, storedTensor(shape, read())]));

  let counter = 0;
  /** A new folder with nothing in it. */
  async function emptyFolder(): Promise<string> {
    const path = join(folder, `case-${counter++}`);
    await mkdir(path);
    return path;
  }

  /** Runs the command with everything that it needs, but for these options. */
  async function pack(options: PackOptions = {}) {
    const place = await emptyFolder();
    const out = typeof options.out === 'string' ? options.out : join(place, 'out');
    const all: PackOptions = {
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

  /** The metadata of the rhythm branch changed, with the other two as they are. */
  async function metadataWith(change: (entries: Record<string, Entry>) => void): Promise<string[]> {
    const entries = JSON.parse(await readFile(model.metadata.rhythm, 'utf8')) as Record<string, Entry>;
    change(entries);
    const path = join(await emptyFolder(), 'rhythm.json');
    await writeFile(path, JSON.stringify(entries));
    return [path, model.metadata.morphology, model.metadata.global];
  }

  /** A new file with this content. */
  async function fileWith(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(await emptyFolder(), name);
    await writeFile(path, content);
    return path;
  }

  return { folder, model, tensors, emptyFolder, pack, metadataWith, fileWith };
}
