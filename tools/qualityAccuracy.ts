import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCohort, createDepartment } from './accuracy/cohorts';
import { addFault, FAULTS } from './accuracy/faults';
import type { Ecg } from '../src/ecg/ecg';
import { coversSeconds } from '../src/ecg/coversSeconds';
import { readEcg } from '../src/ecg/formats/registry';
import { measureEcg } from '../src/signal/measure/measureEcg';
import { QUALITY_KINDS, type QualityFinding } from '../src/signal/quality/quality';
import { firstSeconds } from '../src/signal/window';
import { simulate } from '../training/simulator/simulate';

/** ECGs that each fault is put into, and simulated ones without a fault. */
const SPOILED = 40;
const CLEAN = 200;

const shared = fileURLToPath(new URL('../../shared', import.meta.url));
const find = (ecg: Ecg): readonly QualityFinding[] => measureEcg(ecg).quality.findings;
const toLine = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const toHead = (cells: readonly string[]): string => `${toLine(cells)}\n${toLine(cells.map(() => '---'))}`;

/** How often each fault is found, by its name, in ECGs of a department as in a clinic. */
function printSensitivity(): void {
  const clean = createDepartment(SPOILED, 'clinic').map((request) => simulate(request).ecg);
  console.log(toHead(['fault', `found in ${SPOILED}`]));
  for (const fault of FAULTS) {
    const found = clean.filter((ecg, seed) => find(addFault(ecg, fault, seed)).some(fault.isFound));
    console.log(toLine([fault.name, found.length]));
  }
}

/** How often each kind of finding is made in recordings in which no fault was planted. */
async function printFalseAlarms(): Promise<void> {
  const rows: readonly (readonly [string, readonly Ecg[]])[] = [
    ['simulated, without noise', createDepartment(CLEAN, 'none').map((request) => simulate(request).ecg)],
    ['simulated, as in a clinic', createDepartment(CLEAN, 'clinic').map((request) => simulate(request).ecg)],
    ['simulated, RVH and posterior fascicular block', createCohort(['RVH', 'LPFB', 'SR'], SPOILED, 'clinic').map((request) => simulate(request).ecg)],
    ['PTB-XL, 100 Hz', await readFolder(join(shared, 'ptbxl-mini'))],
    ['Chapman-Shaoxing, 500 Hz', await readFolder(join(shared, 'real'))],
    ['sample files of devices', await readSamples(join(shared, 'samples'))],
  ];
  console.log(`\n${toHead(['recordings', 'n', 'nothing found', ...QUALITY_KINDS])}`);
  for (const [name, ecgs] of rows) {
    const found = ecgs.map(find);
    const counts = QUALITY_KINDS.map((kind) => found.filter((findings) => findings.some((one) => one.kind === kind)).length || '');
    console.log(toLine([name, ecgs.length, found.filter((findings) => findings.length === 0).length, ...counts]));
  }
}

async function readFolder(folder: string): Promise<Ecg[]> {
  if (!existsSync(folder)) return [];
  const headers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hea'));
  return Promise.all(headers.sort().map((name) => readEcg([name, name.replace('.hea', '.dat')].map((path) => toFile(folder, path)))));
}

/** The sample files that are read, each alone; those in parts of several files, and those that are refused, are left out. */
async function readSamples(folder: string): Promise<Ecg[]> {
  if (!existsSync(folder)) return [];
  const list = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as readonly { readonly file: string }[];
  const read = await Promise.all(list.map(({ file }) => readEcg([toFile(folder, file)]).catch(() => null)));
  return read.flatMap((ecg) => (ecg && coversSeconds(ecg.sampleCount, ecg.samplingRateHz, 10) ? [firstSeconds(ecg, 10)] : []));
}

function toFile(folder: string, path: string): { readonly name: string; readonly bytes: Uint8Array } {
  return { name: basename(path), bytes: new Uint8Array(readFileSync(join(folder, path))) };
}

printSensitivity();
await printFalseAlarms();
