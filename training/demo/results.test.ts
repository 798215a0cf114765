import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Manifest } from '../../src/model/manifest';
import type { ModelCard } from '../../src/model/modelCard';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const card = JSON.parse(read('card.json')) as ModelCard;
const { modelCard, statements } = JSON.parse(read('../../public/models/demo/manifest.json')) as Manifest;
const results = read('../RESULTS.md');

/** What the groups of a pattern stand for in RESULTS.md. */
function find(pattern: RegExp): string[] {
  const found = pattern.exec(results);
  if (!found) throw new Error(`RESULTS.md has no line like ${pattern.source}`);
  return found.slice(1);
}

it('the demo pack carries its card', () => {
  expect(modelCard).toMatchObject(card);
});

it('the card tells what RESULTS.md tells', () => {
  const [heldOut, simulated, all] = find(/^Held-out simulated ECGs: (\S+) ECGs, macro-AUROC (\S+) over (\d+) statements/m);
  const [ptbxl, real, some] = find(/^- PTB-XL: (\d+) ECGs, macro-AUROC (\S+) over (\d+) statements/m);
  const [chapman] = find(/^- Chapman-Shaoxing: (\d+) ECGs/m);
  const [ptbxlAfib, ptbxlAuroc] = find(/^\| AFIB \| PTB-XL \| (\d+) \| (\S+) /m);
  const [chapmanAfib, chapmanAuroc] = find(/^\| AFIB \| Chapman-Shaoxing \| (\d+) \| (\S+) /m);
  expect(card.metrics).toEqual([
    { name: 'macro-AUROC', value: Number(simulated), of: `${all} statements, ${heldOut} held-out simulated ECGs` },
    { name: 'macro-AUROC', value: Number(real), of: `${some} statements that occur in ${ptbxl} real ECGs of PTB-XL, never trained on` },
    { name: 'AUROC, atrial fibrillation', value: Number(ptbxlAuroc), of: `${ptbxl} real ECGs of PTB-XL, ${ptbxlAfib} with it` },
    { name: 'AUROC, atrial fibrillation', value: Number(chapmanAuroc), of: `${chapman} real ECGs of Chapman-Shaoxing, ${chapmanAfib} with it` },
  ]);
});

it('RESULTS.md measured this pack: each statement at its threshold, and the mean of all', () => {
  const rows = [...results.matchAll(/^\| (\S+) \| \d+ \| (\S+) \(\S+\) \| (\S+) \| \S+ \| \S+ \|$/gm)].map((row) => row.slice(1));
  expect(rows.map(([code, , threshold]) => [code, threshold])).toEqual(statements.map(({ code, threshold }) => [code, threshold.toFixed(3)]));
  const macro = rows.reduce((sum, [, auroc]) => sum + Number(auroc), 0) / rows.length;
  expect(macro).toBeCloseTo(card.metrics![0]!.value, 3);
});

it('README.md names the data it was trained on', () => {
  expect(read('../README.md')).toContain(`# SHA-256 of samples and labels: ${card.dataHash}\n`);
});
