import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../tools/cli';
import { createGallery } from './gallery/gallery';

await runCommand(async () => {
  const folder = fileURLToPath(new URL('../../public/samples', import.meta.url));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const files = createGallery();
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  console.log(`Wrote ${folder}: ${files.size} files, ${(total / 1e6).toFixed(1)} MB.`);
});
