import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** What the samples depend on outside of the simulator. */
const BORROWED = ['src/signal/resample.ts', 'src/model/statements.ts', 'tools/synthetic/random.ts', 'tools/synthetic/wfdbWriter.ts'];

/** What of the simulator they do not depend on. */
const isAside = (name: string) => name.endsWith('.test.ts') || name.startsWith('gallery') || name === 'createGallery.ts';

/** SHA-256 of the simulator's source, in hexadecimal: a data set begun with one simulator is not finished by another. */
export async function toSourceFingerprint(): Promise<string> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const simulator = (await readdir(`${root}/training/simulator`, { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts') && !isAside(name))
    .map((name) => `training/simulator/${name}`);
  const hash = createHash('sha256');
  for (const name of [...simulator.sort(), ...BORROWED]) hash.update(name).update(await readFile(`${root}/${name}`));
  return hash.digest('hex');
}
