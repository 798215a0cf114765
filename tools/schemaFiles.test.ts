import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SCHEMA_FILES, toSchemaText } from './schemaFiles';

it.each(SCHEMA_FILES)('docs/$name says what the program reads and writes', (file) => {
  // To renew it: npx tsx tools/schemaFiles.ts
  expect(readFileSync(new URL(`../docs/${file.name}`, import.meta.url), 'utf8')).toBe(toSchemaText(file));
});
