import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Manifest } from '../src/model/manifest';
import { writeSyntheticPack } from './synthetic/pack';
import { runTool } from './synthetic/runTool';

let folder: string;
beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'sheets-'));
  await writeSyntheticPack(join(folder, 'pack'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('draws a sheet for each statement with all its prototypes, named by code, ECG and segment', async () => {
  const [pack, out] = [join(folder, 'pack'), join(folder, 'sheets')];
  const { code, stderr, stdout } = await runTool('contactSheets', ['--pack', pack, '--out', out]);
  expect([code, stderr, stdout]).toEqual([0, '', `Wrote ${out}: 71 contact sheets.\n`]);
  const names = await readdir(out);
  expect(names).toHaveLength(71);
  expect(names).toContain('morphology-LAO-LAE.svg');

  const { prototypes } = JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')) as Manifest;
  const own = prototypes.morphology.flatMap((prototype, index) => (prototype.classes.includes('LVH') ? [{ ...prototype, index }] : []));
  const sheet = await readFile(join(out, 'morphology-LVH.svg'), 'utf8');
  expect(sheet).toContain(`>LVH · Left ventricular hypertrophy · morphology, ${own.length} prototypes</text>`);
  for (const { index, record, window } of own) {
    const [start, end] = window!.map((sample) => (sample / 100).toFixed(2));
    expect(sheet).toContain(`>morphology/${index} · ECG ${record} · ${start}–${end} s</text>`);
  }
  expect(sheet.match(/class="paper-trace"/g)).toHaveLength(12 * own.length);
});

it('needs a pack and a place', async () => {
  const { code, stderr } = await runTool('contactSheets', ['--pack', folder]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Contact sheets need --pack and --out\.\n/);
});
