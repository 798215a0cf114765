import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ecg } from '../src/ecg/ecg';
import { Problem } from '../src/ecg/problem';
import type { Manifest, PrototypeManifest, StatementManifest } from '../src/model/manifest';
import { type PackSource, readManifest, readVerifiedFile } from '../src/model/pack';
import { readShardRecord } from '../src/model/recordShard';
import { formatSpan } from '../src/viewer/format';
import { createProgress, readArguments, runCommand } from './cli';
import { type Captioned, drawContactSheet } from './contactSheets/drawContactSheet';
import { drawPrototype } from './contactSheets/drawPrototype';
import { createFolderSource } from './packFolder';

const usage = `npx tsx tools/contactSheets.ts --pack DIR --out DIR
  draws the prototypes of each statement on one sheet, OUT/<branch>-<code>.svg`;

const options = { pack: { type: 'string' }, out: { type: 'string' } } as const;

await runCommand(async () => {
  const { values, positionals } = readArguments(options, usage);
  const { pack, out } = values;
  if (!pack || !out || positionals.length > 0) throw new Problem(`Contact sheets need --pack and --out.\n${usage}`);
  const source = createFolderSource(pack);
  const { manifest } = await readManifest(source);
  const readRecord = createRecordReader(source, manifest);
  await mkdir(out, { recursive: true });
  const progress = createProgress('Drawing contact sheets', manifest.statements.length);
  for (const [i, statement] of manifest.statements.entries()) {
    const { code, branch } = statement;
    // A slash, as in LAO/LAE, would be a folder.
    await writeFile(join(out, `${branch}-${code.replace('/', '-')}.svg`), await drawStatement(statement, manifest, readRecord));
    progress(i + 1);
  }
  console.log(`Wrote ${out}: ${manifest.statements.length} contact sheets.`);
});

type ReadRecord = (id: string) => Promise<Ecg>;

/** The prototypes of one statement, each with what it is and where it comes from. */
async function drawStatement({ code, description, branch }: StatementManifest, manifest: Manifest, readRecord: ReadRecord) {
  const own = manifest.prototypes[branch].flatMap((prototype, index) => (prototype.classes.includes(code) ? [{ prototype, index }] : []));
  const members = await Promise.all(
    own.map(async ({ prototype, index }): Promise<Captioned> => ({
      caption: [`${branch}/${index} · ECG ${prototype.record} · ${toSpan(prototype, manifest)}`, toPatient(prototype, manifest)],
      picture: drawPrototype(await readRecord(prototype.record), prototype),
    })),
  );
  return drawContactSheet(`${code} · ${description} · ${branch}, ${own.length} prototypes`, members, branch === 'morphology' ? 6 : 2);
}

function toSpan({ window }: PrototypeManifest, { input }: Manifest): string {
  return window ? formatSpan(window[0] / input.samplingRateHz, window[1] / input.samplingRateHz) : 'whole record';
}

function toPatient({ record: recordId }: PrototypeManifest, { records }: Manifest): string {
  const { ageYears, sex, statements } = records.find(({ id }) => id === recordId)!;
  return [sex, ageYears, Object.keys(statements).join(' ')].filter((fact) => fact !== null).join(', ');
}

/** Reads the source ECGs of prototypes, each shard once. */
function createRecordReader(source: PackSource, manifest: Manifest): ReadRecord {
  const shards = new Map<string, Promise<Uint8Array>>();
  return async (id) => {
    const record = manifest.records.find((own) => own.id === id)!;
    const shard = shards.get(record.shard) ?? readVerifiedFile(source, manifest, record.shard);
    shards.set(record.shard, shard);
    return readShardRecord(await shard, record, manifest);
  };
}
