import { cpus } from 'node:os';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { BRANCHES } from '../src/model/branch';
import type { Score } from '../src/review/answer';
import { simulateReader, simulateStudy } from '../src/review/fixtures/simulateReaders';
import { createMergeDesk } from '../src/review/merge/mergeDesk';
import { toTiming } from './bench/measure';
import { runCommand } from './cli';

/** The published sizes: prototypes of each branch, and statements. */
const PROTOTYPES = { rhythm: 80, morphology: 936, global: 21 };
const STATEMENTS = 71;
const READERS = 20;
const RUNS = 5;
const TARGET_MS = 2000;
/** Of a prototype in ten, a reader says that it is the best of its class or bad. */
const MARKED = 10;

function createFiles(): readonly Uint8Array[] {
  const generator = xoroshiro128plus(1);
  const draw = (end: number): number => uniformInt(generator, 0, end - 1);
  const drawScore = (): Score => (1 + draw(5)) as Score;
  const study = simulateStudy({
    items: BRANCHES.flatMap((branch) =>
      Array.from({ length: PROTOTYPES[branch] }, (_, index) => ({ prototype: `${branch}/${index}`, classes: [`S${index % STATEMENTS}`] })),
    ),
    repeatShare: 0.05,
  });
  return Array.from({ length: READERS }, (_, place) => {
    const file = simulateReader(study, {
      reader: { id: place.toString(16).padStart(16, '0'), role: 'cardiologist', years: place },
      answersTo: () => ({
        representativeness: drawScore(),
        clarity: drawScore(),
        ...(draw(MARKED) === 0 && { mark: draw(2) === 0 ? ('best' as const) : ('bad' as const) }),
      }),
    });
    return new TextEncoder().encode(JSON.stringify(file));
  });
}

/** Milliseconds from the bytes of all files to all results, and of that to the files being verified. */
function mergeOnce(files: readonly Uint8Array[]): { readonly readMs: number; readonly totalMs: number } {
  const desk = createMergeDesk();
  const startMs = performance.now();
  for (const [id, bytes] of files.entries()) desk.read(id, `${id}.json`, bytes);
  const readMs = performance.now() - startMs;
  const { files: merged } = desk.merge({ ids: [...files.keys()], withUnlocked: false });
  if (merged.readerCount !== READERS) throw new Error(`${merged.readerCount} of ${READERS} readers were merged.`);
  return { readMs, totalMs: performance.now() - startMs };
}

await runCommand(() => {
  const files = createFiles();
  const runs = Array.from({ length: RUNS }, () => mergeOnce(files));
  const total = toTiming(runs.map(({ totalMs }) => totalMs));
  const read = toTiming(runs.map(({ readMs }) => readMs));
  const megabytes = files.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  const [{ model: processor }] = cpus();
  const prototypeCount = Object.values(PROTOTYPES).reduce((sum, count) => sum + count, 0);
  console.log(`${processor}, ${cpus().length} cores`);
  console.log(
    `${READERS} readers × ${prototypeCount.toLocaleString('en-US')} prototypes, ${megabytes.toFixed(0)} MB: ${total.median.toFixed(0)} ms ` +
      `(${total.min.toFixed(0)} to ${total.max.toFixed(0)}), of which reading and verifying ${read.median.toFixed(0)} ms; ` +
      `≤ ${TARGET_MS} ms: ${total.median <= TARGET_MS ? 'met' : 'NOT MET'}`,
  );
  return Promise.resolve();
});
