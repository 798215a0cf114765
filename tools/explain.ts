import { basename } from 'node:path';
import { readEcg } from '../src/ecg/formats/registry';
import { Problem } from '../src/ecg/problem';
import type { StatedFacts } from '../src/ecg/statedFacts';
import { explainStatement } from '../src/explanation/explainStatement';
import { toModelInput } from '../src/model/modelInput';
import type { Network } from '../src/model/network';
import { type Pack, readPack } from '../src/model/pack';
import { type BackendName, BACKENDS } from '../src/model/protocol';
import { startNetwork } from '../src/model/startNetwork';
import { readArguments, runCommand } from './cli';
import { type FileExplanation, toJson, toText } from './explain/output';
import { readUsedPart } from './usedPart';
import { NODE_WASM_FILES, prepareNodeBackend } from './nodeBackend';
import { createFolderSource } from './packFolder';
import { type Recording, workThroughRecordings } from './recordings';
import { STATED_OPTIONS, STATED_USAGE, toStatedFacts } from './statedFlags';

const usage = `npm run explain -- --pack DIR [--backend wasm|webgpu|cpu] [--start SECONDS] [--json] [--all] ${STATED_USAGE} FILE…`;

const options = {
  pack: { type: 'string' },
  backend: { type: 'string', default: 'wasm' },
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  start: { type: 'string' },
  ...STATED_OPTIONS,
} as const;

function toBackend(text: string): BackendName {
  const backend = BACKENDS.find((name) => name === text);
  if (!backend) throw new Problem(`--backend is ${BACKENDS.join(', ')}, not "${text}".`);
  return backend;
}

/** When the ten seconds start that are explained; undefined where nobody says. */
function toStart(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+(\.\d+)?$/.test(text)) throw new Problem(`--start is a time in seconds, not "${text}".`);
  return Number(text);
}

async function explainRecording(
  { file, files }: Recording,
  { stated, startSeconds }: { readonly stated: StatedFacts; readonly startSeconds: number | undefined },
  pack: Pack,
  network: Network,
  backend: BackendName,
): Promise<FileExplanation> {
  const start = performance.now();
  const used = await readUsedPart(await readEcg(await files(), stated), startSeconds);
  const input = toModelInput(used.ecg, pack.manifest.input);
  const read = performance.now();
  const [prediction] = await network.predict([input]);
  const predicted = performance.now();
  const explainable = { manifest: pack.manifest, fusion: pack.weights.fusion };
  const statements = pack.manifest.statements.map((_, i) => explainStatement(explainable, prediction, i));
  const explained = performance.now();
  return {
    file,
    pack,
    backend,
    used,
    prediction,
    statements,
    timingMs: { read: read - start, predict: predicted - read, explain: explained - predicted },
  };
}

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  if (!values.pack || positionals.length === 0) throw new Problem(`Name a pack and at least one ECG file.\n${usage}`);
  const backend = toBackend(values.backend);
  const choices = { stated: toStatedFacts(values), startSeconds: toStart(values.start) };
  const pack = await readPack(createFolderSource(values.pack));
  await prepareNodeBackend(backend);
  const { network } = await startNetwork(pack, [backend], NODE_WASM_FILES);
  await workThroughRecordings(
    positionals,
    async (recording) => {
      const explanation = await explainRecording(recording, choices, pack, network, backend);
      console.log(values.json ? toJson(explanation, values.all) : toText(explanation));
    },
    (file, sentence) => console.error(`${basename(file)}: ${sentence}`),
  );
  network.dispose();
});
