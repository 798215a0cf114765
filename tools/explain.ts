import { basename } from 'node:path';
import { readEcg } from '../src/ecg/formats/registry';
import { Problem, toSentence } from '../src/ecg/problem';
import { explainStatement } from '../src/explanation/explainStatement';
import { toModelInput } from '../src/model/modelInput';
import type { Network } from '../src/model/network';
import { type Pack, readPack } from '../src/model/pack';
import { type BackendName, BACKENDS } from '../src/model/protocol';
import { startNetwork } from '../src/model/startNetwork';
import { readArguments, runCommand } from './cli';
import { type Recording, readRecordings } from './explain/recordings';
import { type FileExplanation, toJson, toText } from './explain/output';
import { NODE_WASM_FILES, prepareNodeBackend } from './nodeBackend';
import { createFolderSource } from './packFolder';

const usage = 'npm run explain -- --pack DIR [--backend wasm|webgpu|cpu] [--json] [--all] FILE…';

const options = {
  pack: { type: 'string' },
  backend: { type: 'string', default: 'wasm' },
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
} as const;

function toBackend(text: string): BackendName {
  const backend = BACKENDS.find((name) => name === text);
  if (!backend) throw new Problem(`--backend is ${BACKENDS.join(', ')}, not "${text}".`);
  return backend;
}

async function explainRecording(
  { file, files }: Recording,
  pack: Pack,
  network: Network,
  backend: BackendName,
): Promise<FileExplanation> {
  const start = performance.now();
  const ecg = await readEcg(await files());
  const input = toModelInput(ecg, pack.manifest.input);
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
    prediction,
    statements,
    timingMs: { read: read - start, predict: predicted - read, explain: explained - predicted },
  };
}

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  if (!values.pack || positionals.length === 0) throw new Problem(`Name a pack and at least one ECG file.\n${usage}`);
  const backend = toBackend(values.backend);
  const pack = await readPack(createFolderSource(values.pack));
  await prepareNodeBackend(backend);
  const { network } = await startNetwork(pack, [backend], NODE_WASM_FILES);
  for (const recording of readRecordings(positionals)) {
    try {
      const explanation = await explainRecording(recording, pack, network, backend);
      console.log(values.json ? toJson(explanation, values.all) : toText(explanation));
    } catch (error) {
      console.error(`${basename(recording.file)}: ${toSentence(error)}`);
      process.exitCode = 1;
    }
  }
  network.dispose();
});
