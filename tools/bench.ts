import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../src/ecg/problem';
import { type BackendFigures, type BrowserFigures, measureBrowser } from './bench/browser';
import type { Timing } from './bench/measure';
import { measureNode, type NodeFigures } from './bench/node';
import { readArguments, runCommand } from './cli';
import { buildPack } from './pack/buildPack';
import { writePackFolder } from './packFolder';
import { writeSyntheticModel } from './synthetic/model';
import { evenPrototypeClasses } from './synthetic/stateDict';

const usage = 'npm run bench -- [--pack DIR --fusion F.ckpt] [--runs N] [--json]';
const cache = fileURLToPath(new URL('../.cache/bench', import.meta.url));

const options = {
  pack: { type: 'string' },
  fusion: { type: 'string' },
  runs: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
} as const;

/** A model of the published sizes with random weights: as much work as a trained one. Made once. */
async function createPublishedSize(): Promise<{ pack: string; fusion: string }> {
  const [pack, folder] = [join(cache, 'pack'), join(cache, 'model')];
  const fusion = join(folder, 'fusion.ckpt');
  if (existsSync(pack) && existsSync(fusion)) return { pack, fusion };
  await mkdir(folder, { recursive: true });
  const sizes = {
    seed: 1,
    depth: 18,
    baseWidth: 64,
    prototypeClasses: evenPrototypeClasses({ rhythm: 5, morphology: 18, global: 7 }),
  } as const;
  const model = await writeSyntheticModel(folder, sizes, 25);
  const files = await buildPack({
    ...model,
    branchFiles: {},
    dtype: 'float16',
    name: 'bench',
    card: { title: 'Benchmark', trainingData: 'Random weights.', simulated: true },
    allowMismatch: false,
  });
  await writePackFolder(pack, files);
  return { pack, fusion: model.fusion };
}

const toMs = (ms: number) => `${ms < 10 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
const toText = ({ median, min, max }: Timing) => `${toMs(median)}  (${toMs(min)} to ${toMs(max)})`;
const toMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
const judge = (met: boolean) => (met ? 'met' : 'NOT MET');

/** The figures as lines of name, value and target. */
function toRows(node: NodeFigures, browser: BrowserFigures | string): string[][] {
  const backend = (name: string, figures: BackendFigures | string) =>
    typeof figures === 'string'
      ? [[`Chromium, ${name}`, figures, '']]
      : [
          [`Chromium, ${name}: load and check`, toMs(figures.load), ''],
          [`Chromium, ${name}: first prediction`, toMs(figures.first), ''],
          [`Chromium, ${name}: warm prediction`, toText(figures.warm), ''],
        ];
  return [
    ['weights', toMegabytes(node.packBytes.weights), `≤ 31 MB: ${judge(node.packBytes.weights <= 31e6)}`],
    ['prototype ECGs (loaded when shown)', toMegabytes(node.packBytes.records), ''],
    ['Node: load and verify the pack', toText(node.load), ''],
    ['Node, wasm: first prediction', toMs(node.wasm.first), ''],
    ['Node, wasm: warm prediction', toText(node.wasm.warm), ''],
    ['Node, wasm: direct port', toText(node.wasm.directPort), ''],
    [
      'Node, wasm: ratio to the direct port',
      `${node.wasm.ratio.median.toFixed(2)}  (${node.wasm.ratio.min.toFixed(2)} to ${node.wasm.ratio.max.toFixed(2)})`,
      `≤ 0.55: ${judge(node.wasm.ratio.median <= 0.55)}`,
    ],
    ...Object.entries(node.others).flatMap(([name, figures]) =>
      typeof figures === 'string'
        ? [[`Node, ${name}`, figures, '']]
        : [
            [`Node, ${name}: first prediction`, toMs(figures.first), ''],
            [`Node, ${name}: warm prediction`, toText(figures.warm), ''],
          ],
    ),
    [
      'explanation of one statement',
      toText(node.explanation.oneStatement),
      `≤ 5 ms: ${judge(node.explanation.oneStatement.median <= 5)}`,
    ],
    ['explanation of all statements', toText(node.explanation.allStatements), ''],
    ...(typeof browser === 'string'
      ? [['Chromium', browser, '']]
      : [
          ['Chromium: first contentful paint', toText(browser.firstContentfulPaint), 'before the model is ready'],
          ...Object.entries(browser.backends).flatMap(([name, figures]) => backend(name, figures)),
        ]),
  ];
}

await runCommand(async () => {
  const { pack, fusion, runs, json } = readArguments(options, usage).values;
  if ((pack === undefined) !== (fusion === undefined)) {
    throw new Problem(`--pack and --fusion belong together: the pack and the checkpoint it was made of.\n${usage}`);
  }
  const count = Number(runs);
  if (!Number.isInteger(count) || count < 1) throw new Problem(`--runs is a whole number of at least 1, not "${runs}".`);
  const model = pack !== undefined && fusion !== undefined ? { pack, fusion } : await createPublishedSize();
  const node = await measureNode(model.pack, model.fusion, count);
  const browser = await measureBrowser(model.pack, count);
  const [{ model: processor }] = cpus();
  const machine = { processor, cores: cpus().length, node: process.version };
  if (json) {
    console.log(JSON.stringify({ machine, model: pack ?? 'random weights of the published sizes', node, browser }, null, 2));
    return;
  }
  const rows = toRows(node, browser);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
  console.log(`${processor}, ${machine.cores} cores, Node ${process.version}; ${count} runs, median (range)`);
  for (const [name, value, target] of rows) {
    console.log(`${name.padEnd(widths[0])}  ${value.padEnd(widths[1])}  ${target}`.trimEnd());
  }
});
