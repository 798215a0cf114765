import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { readInputFile } from '../cli';

/** One recording as named on the command line, with the files that belong to it. */
export interface Recording {
  /** The path as the user gave it. */
  readonly file: string;
  /** Its bytes and those of its companions. */
  readonly files: () => Promise<EcgFile[]>;
}

/** Endings of the files of one WFDB record. */
const WFDB_ENDINGS = ['.hea', '.dat', '.mat'];

/**
 * One recording for each path. A WFDB record may be named by its header, by its signal file or by both; companions that
 * lie beside it are found by their name.
 */
export function readRecordings(paths: readonly string[]): Recording[] {
  const seen = new Set<string>();
  return paths.flatMap((path) => {
    const companions = findCompanions(path);
    const key = [...companions].sort().join('\n');
    if (seen.has(key)) return [];
    seen.add(key);
    const files = () =>
      Promise.all(companions.map(async (name) => ({ name: basename(name), bytes: await readInputFile(name) })));
    return [{ file: path, files }];
  });
}

function findCompanions(path: string): string[] {
  const ending = extname(path);
  if (!WFDB_ENDINGS.includes(ending.toLowerCase()) || !existsSync(path)) return [path];
  const stem = basename(path, ending);
  const folder = dirname(path);
  const siblings = readdirSync(folder).filter(
    (name) => basename(name, extname(name)) === stem && WFDB_ENDINGS.includes(extname(name).toLowerCase()),
  );
  return siblings.map((name) => join(folder, name));
}
