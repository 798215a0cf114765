import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCorpusFiles } from './corpusFiles';

/** Writes the corpus anew: `npx tsx tools/corpus/createCorpus.ts`. What its files hold is told by corpus.test.ts. */
const folder = fileURLToPath(new URL('../../src/ecg/formats/fixtures/corpus', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of await createCorpusFiles()) writeFileSync(join(folder, name), bytes);
