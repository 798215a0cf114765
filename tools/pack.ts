import { basename, resolve } from 'node:path';
import { Problem } from '../src/ecg/problem';
import { readArguments, runCommand } from './cli';
import { buildPack } from './pack/buildPack';
import { readModelCard } from './pack/modelCard';
import { addToIndex, requireWritablePlace, writePackFolder } from './packFolder';

const usage = `npm run pack -- --fusion F.ckpt [--rhythm R.pth --morphology M.pth --global G.pth]
  --metadata RHYTHM.json MORPHOLOGY.json GLOBAL.json --ptbxl DIR --out DIR
  [--dtype float16|float32] [--name NAME] [--card CARD.json]
  [--thresholds T.json] [--similarity-reference S.json] [--allow-mismatch]`;

const options = {
  fusion: { type: 'string' },
  rhythm: { type: 'string' },
  morphology: { type: 'string' },
  global: { type: 'string' },
  metadata: { type: 'string' },
  ptbxl: { type: 'string' },
  out: { type: 'string' },
  dtype: { type: 'string', default: 'float16' },
  name: { type: 'string' },
  card: { type: 'string' },
  thresholds: { type: 'string' },
  'similarity-reference': { type: 'string' },
  'allow-mismatch': { type: 'boolean', default: false },
} as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  const { fusion, rhythm, morphology, global, metadata, ptbxl, out, dtype } = values;
  // `--metadata A B C`: the parser gives the first to the option and leaves two.
  if (!fusion || !metadata || positionals.length !== 2 || !ptbxl || !out) {
    throw new Problem(`A pack needs --fusion, --metadata with three files, --ptbxl and --out.\n${usage}`);
  }
  if (dtype !== 'float16' && dtype !== 'float32') {
    throw new Problem(`--dtype is float16 or float32, not "${dtype}".`);
  }
  const name = values.name ?? basename(resolve(out));
  await requireWritablePlace(out);
  const files = await buildPack({
    fusion,
    branchFiles: { ...(rhythm && { rhythm }), ...(morphology && { morphology }), ...(global && { global }) },
    metadata: { rhythm: metadata, morphology: positionals[0], global: positionals[1] },
    ptbxl,
    dtype,
    name,
    card: await readModelCard(values.card, name),
    ...(values.thresholds && { thresholds: values.thresholds }),
    ...(values['similarity-reference'] && { similarityReference: values['similarity-reference'] }),
    allowMismatch: values['allow-mismatch'],
  });
  await writePackFolder(out, files);
  const bytes = [...files.values()].reduce((total, content) => total + content.length, 0);
  console.log(`Wrote ${out}: ${files.size} files, ${(bytes / 1e6).toFixed(1)} MB.`);
  if (await addToIndex(out)) console.log(`The page offers it as "${basename(resolve(out))}".`);
});
