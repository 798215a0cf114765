import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readEcg } from '../../src/ecg/formats/registry';
import { Problem } from '../../src/ecg/problem';
import { readArguments, readInputFile, runCommand } from '../../tools/cli';
import { type NoiseLevels, toNoiseLevels } from './nuisance/noiseLevels';

const usage = 'npx tsx training/simulator/compareNoise.ts FOLDER …  (each with WFDB records, at any depth)';

const PERCENTILES = [10, 25, 50, 75, 90, 100];

await runCommand(async () => {
  const { positionals: folders } = readArguments({}, usage);
  if (folders.length === 0) throw new Problem(usage);
  for (const folder of folders) {
    const levels = await measureFolder(folder);
    console.log(`\n${folder}: ${levels.length} ECGs, percentiles ${PERCENTILES.join(', ')}`);
    for (const name of Object.keys(levels[0]!) as (keyof NoiseLevels)[]) {
      const sorted = levels.map((one) => one[name]).sort((a, b) => a - b);
      const shown = PERCENTILES.map((one) => sorted[Math.round(((sorted.length - 1) * one) / 100)]!.toFixed(1));
      console.log(`| ${name.padEnd(18)} | ${shown.map((value) => value.padStart(6)).join(' | ')} |`);
    }
  }
});

async function measureFolder(folder: string): Promise<NoiseLevels[]> {
  const headers = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.hea')).sort();
  if (headers.length === 0) throw new Problem(`${folder} holds no WFDB records.`);
  const levels: NoiseLevels[] = [];
  for (const header of headers) {
    const stem = header.replace(/\.hea$/, '');
    const files = ['.hea', '.dat'].map(async (ending) => ({
      name: stem.split(/[\\/]/).at(-1)! + ending,
      bytes: await readInputFile(join(folder, stem + ending)),
    }));
    levels.push(toNoiseLevels(await readEcg(await Promise.all(files))));
  }
  return levels;
}
