import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ledgerFileSchema } from '../src/explanation/ledgerFile';
import { readerFileSchema } from '../src/review/readerFile';
import { studySchema } from '../src/review/study';
import { type SchemaNode, toJsonSchema } from './jsonSchema';

/** A file under docs/ that says in JSON Schema what files of one format hold. */
interface SchemaFile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly schema: unknown;
}

/** The formats of JSON files that the program reads and writes. */
export const SCHEMA_FILES: readonly SchemaFile[] = [
  {
    name: 'ledger.schema.json',
    title: 'ProtoECG ledger',
    description: 'An ECG, what a ProtoECGNet model computed of it, and the whole sum behind one statement.',
    schema: ledgerFileSchema,
  },
  {
    name: 'study.schema.json',
    title: 'ProtoECG study',
    description: 'What readers are asked: about the prototypes of a ProtoECGNet model, or about ECGs without, then with its explanation.',
    schema: studySchema,
  },
  {
    name: 'answers.schema.json',
    title: 'ProtoECG answers',
    description: 'What one reader answered in one study: an append-only log, each entry chained to the one before.',
    schema: readerFileSchema,
  },
];

/** The text of such a file. */
export function toSchemaText({ title, description, schema }: SchemaFile): string {
  const head = { $schema: 'https://json-schema.org/draft/2020-12/schema', title, description };
  return `${JSON.stringify({ ...head, ...toJsonSchema(schema as SchemaNode) }, null, 2)}\n`;
}

// npx tsx tools/schemaFiles.ts
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const file of SCHEMA_FILES) writeFileSync(new URL(`../docs/${file.name}`, import.meta.url), toSchemaText(file));
}
