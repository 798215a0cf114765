import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEcg } from '../../ecg/formats/registry';
import { measureEcg } from '../measure/measureEcg';
import { firstSeconds } from '../window';
import type { QualityFinding } from './quality';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));

/** What a recording that was accepted for a study must not be said to have; how often it is, docs/QUALITY.md tells. */
const GRAVE: readonly QualityFinding['kind'][] = [
  ...(['noQrs', 'electrodeOff', 'flat', 'railed', 'armSwap', 'armLegSwap', 'groundSwap', 'mirrored'] as const),
  ...(['chestOrder', 'identical', 'scale'] as const),
];

async function find(paths: readonly string[]): Promise<readonly QualityFinding[]> {
  const files = paths.map((path) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(path)) }));
  return measureEcg(firstSeconds(await readEcg(files), 10)).quality.findings;
}

describe.skipIf(!existsSync(shared))('findQuality on recorded ECGs (skipped where none lie beside the repository)', () => {
  it('says that V3 is off where a device stored it 17 mV below the line, and nothing else', async () => {
    const found = await find([join(shared, 'samples/philips-xml/tbj_ecg-example.xml')]);
    expect(found.filter(({ severity }) => severity !== 'note').map(({ kind, electrodes }) => [kind, electrodes])).toEqual([['electrodeOff', ['V3']]]);
  });

  it('finds no grave fault in accepted ECGs', async () => {
    const folder = join(shared, 'real');
    const stems = readdirSync(folder).filter((name) => name.endsWith('.hea')).map((name) => name.slice(0, -4));
    for (const stem of stems.filter((_, index) => index % 5 === 0)) {
      const found = await find([join(folder, `${stem}.hea`), join(folder, `${stem}.dat`)]);
      expect(found.map(({ kind }) => kind).filter((kind) => GRAVE.includes(kind))).toEqual([]);
    }
  });
});
