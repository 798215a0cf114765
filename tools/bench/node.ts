import { explainStatement } from '../../src/explanation/explainStatement';
import { timeLedger } from '../../src/explanation/timeLedger';
import { readCheckpoint } from '../../src/model/checkpoint/readCheckpoint';
import { createNetwork } from '../../src/model/network';
import { type Pack, readPack } from '../../src/model/pack';
import type { BackendName } from '../../src/model/protocol';
import { readInputFile } from '../cli';
import { startNodeBackend } from '../nodeBackend';
import { createFolderSource } from '../packFolder';
import { createDirectPort } from './directPort';
import { timeOnce, timePairs, type Timing, toTiming } from './measure';

/** What was measured in Node. Times in milliseconds. */
export interface NodeFigures {
  readonly packBytes: { readonly weights: number; readonly records: number; readonly total: number };
  readonly load: Timing;
  /** The app's network and the direct port on wasm, one ECG each in turn. */
  readonly wasm: { readonly first: number; readonly warm: Timing; readonly directPort: Timing; readonly ratio: Timing };
  /** Other backends; a sentence where one does not run here. */
  readonly others: Readonly<Partial<Record<BackendName, { first: number; warm: Timing } | string>>>;
  /** One statement with its time ledger, and all of one ECG; the network's work is done before. */
  readonly explanation: { readonly oneStatement: Timing; readonly allStatements: Timing };
}

/** Runs everything that needs no browser. */
export async function measureNode(packFolder: string, fusion: string, runs: number): Promise<NodeFigures> {
  const source = createFolderSource(packFolder);
  const loads: number[] = [];
  for (let i = 0; i < 3; i++) loads.push((await timeOnce(() => readPack(source))).ms);
  const pack = await readPack(source);
  return {
    packBytes: countBytes(pack),
    load: toTiming(loads),
    wasm: await compareOnWasm(pack, fusion, runs),
    others: { webgpu: await timeBackend(pack, 'webgpu', runs), cpu: await timeBackend(pack, 'cpu', 2) },
    explanation: await timeExplanation(pack, runs),
  };
}

function countBytes({ manifest }: Pack): NodeFigures['packBytes'] {
  const sizeOf = (names: Iterable<string>) => [...new Set(names)].reduce((sum, name) => sum + manifest.files[name].bytes, 0);
  return {
    weights: sizeOf([...manifest.branches.map(({ weightsFile }) => weightsFile), manifest.fusionFile]),
    records: sizeOf(manifest.records.map(({ shard }) => shard)),
    total: sizeOf(Object.keys(manifest.files)),
  };
}

async function compareOnWasm(pack: Pack, fusion: string, runs: number): Promise<NodeFigures['wasm']> {
  await startNodeBackend('wasm');
  const network = createNetwork(pack.manifest, pack.weights);
  const { input } = pack.golden;
  const { ms: first } = await timeOnce(() => network.predict([input]));
  const { tensors } = await readCheckpoint(await readInputFile(fusion));
  const port = createDirectPort(tensors);
  await port.predict(input);
  for (let i = 0; i < 3; i++) await network.predict([input]);
  const pairs = await timePairs(() => network.predict([input]), () => port.predict(input), runs);
  network.dispose();
  port.dispose();
  return { first, warm: pairs.a, directPort: pairs.b, ratio: pairs.ratio };
}

async function timeBackend(pack: Pack, backend: BackendName, runs: number) {
  try {
    await startNodeBackend(backend);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const network = createNetwork(pack.manifest, pack.weights);
  const { input } = pack.golden;
  const { ms: first } = await timeOnce(() => network.predict([input]));
  const times: number[] = [];
  for (let i = 0; i < runs; i++) times.push((await timeOnce(() => network.predict([input]))).ms);
  network.dispose();
  return { first, warm: toTiming(times) };
}

async function timeExplanation(pack: Pack, runs: number): Promise<NodeFigures['explanation']> {
  await startNodeBackend('wasm');
  const network = createNetwork(pack.manifest, pack.weights);
  const explainable = { manifest: pack.manifest, fusion: pack.weights.fusion };
  const one: number[] = [];
  const all: number[] = [];
  for (let i = 0; i < runs; i++) {
    // A fresh prediction each time, so that nothing kept from the last one helps.
    const [prediction] = await network.predict([pack.golden.input]);
    const statement = i % pack.manifest.statements.length;
    one.push(
      (await timeOnce(() => [explainStatement(explainable, prediction, statement), timeLedger(explainable, prediction, statement)])).ms,
    );
    const [again] = await network.predict([pack.golden.input]);
    all.push((await timeOnce(() => pack.manifest.statements.map((_, s) => explainStatement(explainable, again, s)))).ms);
  }
  network.dispose();
  return { oneStatement: toTiming(one), allStatements: toTiming(all) };
}
