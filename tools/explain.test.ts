import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ecg } from '../src/ecg/ecg';
import { toExcerpt } from '../src/ecg/excerpt';
import { STATEMENTS } from '../src/model/statements';
import { createSyntheticEcg } from './synthetic/ecg';
import { withNoise } from './synthetic/noise';
import { writeSyntheticPack } from './synthetic/pack';
import { runTool } from './synthetic/runTool';
import { writeWfdbRecord } from './synthetic/wfdbWriter';

interface Line {
  file: string;
  pack: { name: string; sha256: string };
  backend: string;
  durationSeconds: number;
  usedSeconds: [number, number];
  statements: {
    code: string;
    logit: number;
    probability: number;
    predicted: boolean;
    bias: number;
    contributions: Record<string, number>;
    prototypes: {
      branch: string;
      index: number;
      classes: string[];
      similarity: number;
      maxSimilarity: number;
      weight: number;
      contribution: number;
      window: [number, number] | null;
      source: string;
    }[];
  }[];
  similarities?: Record<'rhythm' | 'morphology' | 'global', number[]>;
  timingMs: Record<string, number>;
}

let folder: string;
let pack: string;
const file = (name: string) => join(folder, name);
const explain = (...args: string[]) => runTool('explain', ['--pack', pack, ...args]);
const linesOf = (stdout: string) => stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

async function writeRecord(recordName: string, ecg: Ecg): Promise<void> {
  for (const { name, bytes } of writeWfdbRecord(ecg, { recordName }).files) await writeFile(file(name), bytes);
}

beforeAll(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  folder = await mkdtemp(join(tmpdir(), 'explain-test-'));
  pack = file('pack');
  await writeSyntheticPack(pack, { recordCount: 3 });
  for (const [recordName, options] of [
    ['first', { seed: 1, samplingRateHz: 100 }],
    ['second', { seed: 50, samplingRateHz: 500 }],
    ['short', { seed: 2, seconds: 4 }],
  ] as const) {
    await writeRecord(recordName, createSyntheticEcg(options));
  }
  const long = createSyntheticEcg({ seed: 3, samplingRateHz: 100, seconds: 38 });
  await writeRecord('long', withNoise(long, { startSeconds: 0, endSeconds: 12 }));
  await writeRecord('cut', toExcerpt(long, 1200, 1000));
  await writeFile(file('letter.txt'), 'Dear colleague');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('npm run explain', () => {
  it('explains of a long recording the ten seconds that are recorded best, and says which', async () => {
    const [best, cut] = await Promise.all(['long.hea', 'cut.hea'].map(async (name) => linesOf((await explain('--json', file(name))).stdout)[0]!));
    expect([best!.durationSeconds, best!.usedSeconds]).toEqual([38, [12, 22]]);
    expect([cut!.durationSeconds, cut!.usedSeconds]).toEqual([10, [0, 10]]);
    expect(best!.statements).toEqual(cut!.statements);
    const { stdout } = await explain(file('long.hea'));
    expect(stdout.split('\n')[1]).toBe('  0:12 to 0:22 of 0:38 used');
  });

  it('explains other ten seconds where told, and refuses those that are not inside', async () => {
    const { stdout } = await explain('--start', '3.5', '--json', file('long.hea'));
    expect(linesOf(stdout)[0]!.usedSeconds).toEqual([3.5, 13.5]);
    const late = await explain('--start', '29', file('long.hea'));
    expect([late.code, late.stderr]).toEqual([1, 'long.hea: --start is between 0 and 28 in a recording of 38 s, not 29.\n']);
    const word = await explain('--start', 'later', file('long.hea'));
    expect([word.code, word.stderr]).toEqual([1, '--start is a time in seconds, not "later".\n']);
  });

  it('prints the predicted statements, the most probable first, with what speaks for them', async () => {
    const { code, stdout, stderr } = await explain(file('second.hea'));
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe(`${file('second.hea')}  (synthetic, trained on simulated ECGs, wasm)`);
    expect(lines.at(-1)).toBe('  Research use. Not a medical device.');
    const headings = lines.slice(1, -1).filter((line) => /^ {2}\S/.test(line));
    const percents = headings.map((line) => Number(line.match(/ (\d+) %/)![1]));
    expect(percents.length).toBeGreaterThan(3);
    expect(percents).toEqual([...percents].sort((a, b) => b - a));
    expect(Math.min(...percents)).toBeGreaterThanOrEqual(50);
    expect(lines).toHaveLength(2 + 4 * headings.length);
    expect(lines[2]).toMatch(
      /^ +[+-]\d+\.\d\d {2}(rhythm|morphology|global)\/\d+ \(\S+\) of record \d: similarity \d\.\d\d of [\d.]+ × weight -?\d\.\d\d/,
    );
    expect(lines.filter((line) => line.includes('morphology/')).every((line) => /, best match \d\.\d\d-\d\.\d\d s$/.test(line))).toBe(true);
  });

  it('prints one JSON object a line with --json: 71 statements, ten prototypes each', async () => {
    const { code, stdout, stderr } = await explain('--json', file('first.hea'), file('second.dat'));
    expect([code, stderr]).toEqual([0, '']);
    const results = linesOf(stdout);
    expect(results.map((result) => result.file)).toEqual([file('first.hea'), file('second.dat')]);
    for (const result of results) {
      expect(Object.keys(result).sort()).toEqual(['backend', 'durationSeconds', 'file', 'pack', 'statements', 'timingMs', 'usedSeconds']);
      expect(Object.keys(result.pack)).toEqual(['name', 'sha256']);
      expect(result.pack).toMatchObject({ name: 'synthetic', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(result.backend).toBe('wasm');
      expect(Object.values(result.timingMs).every((milliseconds) => milliseconds >= 0)).toBe(true);
      expect(result.statements.map(({ code: scpCode }) => scpCode)).toEqual(STATEMENTS.map(({ code: scpCode }) => scpCode));
      for (const statement of result.statements) {
        expect(Object.keys(statement)).toEqual(['code', 'logit', 'probability', 'predicted', 'bias', 'contributions', 'prototypes']);
        expect(Object.keys(statement.contributions)).toEqual(['rhythm', 'morphology', 'global']);
        expect(statement.probability).toBeCloseTo(1 / (1 + Math.exp(-statement.logit)), 6);
        expect(statement.predicted).toBe(statement.probability >= 0.5);
        expect(Math.abs(statement.bias + sum(Object.values(statement.contributions)) - statement.logit)).toBeLessThan(1e-4);
        expect(statement.prototypes).toHaveLength(10);
        const sizes = statement.prototypes.map(({ contribution }) => Math.abs(contribution));
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
        for (const prototype of statement.prototypes) {
          expect(Object.keys(prototype)).toEqual([
            'branch', 'index', 'classes', 'similarity', 'maxSimilarity', 'weight', 'contribution', 'window', 'source',
          ]);
          expect(prototype.contribution).toBeCloseTo(prototype.weight * prototype.similarity, 9);
          if (prototype.branch === 'morphology') expect(prototype.window![1] - prototype.window![0]).toBeCloseTo(0.93, 9);
          else expect(prototype.window).toBeNull();
          expect(['1', '2', '3']).toContain(prototype.source);
        }
      }
    }
  });

  it('lists every prototype and all similarities with --all, and they add up to each logit', async () => {
    const [plain] = linesOf((await explain('--json', file('first.hea'))).stdout);
    const [result] = linesOf((await explain('--json', '--all', file('first.hea'))).stdout);
    const similarities = result.similarities!;
    expect([similarities.rhythm.length, similarities.morphology.length, similarities.global.length]).toEqual([32, 104, 6]);
    for (const [i, { bias, logit, prototypes, contributions }] of result.statements.entries()) {
      expect(prototypes).toHaveLength(142);
      expect(new Set(prototypes.map(({ branch, index }) => `${branch}/${index}`)).size).toBe(142);
      expect(Math.abs(bias + sum(prototypes.map(({ contribution }) => contribution)) - logit)).toBeLessThan(1e-4);
      for (const branch of ['rhythm', 'morphology', 'global'] as const) {
        const own = prototypes.filter((prototype) => prototype.branch === branch);
        expect(sum(own.map(({ contribution }) => contribution))).toBeCloseTo(contributions[branch], 9);
        expect(own.every(({ index, similarity }) => similarity === similarities[branch][index])).toBe(true);
      }
      expect(prototypes.slice(0, 10)).toEqual(plain.statements[i].prototypes);
    }
  });

  it('takes a record named by both of its files once', async () => {
    const { code, stdout } = await explain('--json', file('first.hea'), file('first.dat'));
    expect(code).toBe(0);
    expect(linesOf(stdout).map((result) => result.file)).toEqual([file('first.hea')]);
  });

  it('explains the good files, says what is wrong with the others, and ends with 1', async () => {
    const { code, stdout, stderr } = await explain('--json', file('nowhere.hea'), file('short.hea'), file('first.hea'), file('letter.txt'));
    expect(code).toBe(1);
    expect(linesOf(stdout).map((result) => result.file)).toEqual([file('first.hea')]);
    const sentences = stderr.trimEnd().split('\n');
    expect(sentences).toHaveLength(3);
    expect(sentences[0]).toBe(`nowhere.hea: There is no file ${file('nowhere.hea')}.`);
    expect(sentences[1]).toMatch(/^short\.hea: .*4 s long.*\.$/);
    expect(sentences[2]).toMatch(/^letter\.txt: .+\.$/);
  });

  it('gives the same on cpu as on wasm', async () => {
    const [wasm] = linesOf((await explain('--json', '--all', file('second.hea'))).stdout);
    const { code, stdout } = await explain('--json', '--all', '--backend', 'cpu', file('second.hea'));
    const [cpu] = linesOf(stdout);
    expect([code, cpu.backend, wasm.backend]).toEqual([0, 'cpu', 'wasm']);
    const all = ({ similarities }: Line) => Object.values(similarities!).flat();
    const difference = all(cpu).map((value, i) => Math.abs(value - all(wasm)[i]));
    expect(Math.max(...difference)).toBeLessThan(1e-4);
    cpu.statements.forEach(({ probability, predicted }, i) => {
      expect(probability).toBeCloseTo(wasm.statements[i].probability, 3);
      expect(predicted).toBe(wasm.statements[i].predicted);
    });
  });

  it('runs on webgpu, or says in one sentence why not', async () => {
    const { code, stdout, stderr } = await explain('--json', '--all', '--backend', 'webgpu', file('second.hea'));
    if (code === 0) {
      const [wasm] = linesOf((await explain('--json', '--all', file('second.hea'))).stdout);
      const [gpu] = linesOf(stdout);
      expect(gpu.backend).toBe('webgpu');
      gpu.statements.forEach(({ probability }, i) => expect(probability).toBeCloseTo(wasm.statements[i].probability, 3));
    } else {
      expect([code, stdout]).toEqual([1, '']);
      // Graphics drivers write warnings of their own before it.
      expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^No way to run the network was found\. [^\n]*WebGPU is not available here: [^\n]+[^.]\.$/);
    }
  });

  it('refuses what it does not have: backend, option, pack, files', async () => {
    const refusal = async (...args: string[]) => {
      const { code, stdout, stderr } = await runTool('explain', args);
      expect([code, stdout]).toEqual([1, '']);
      return stderr;
    };
    const usage = 'npm run explain -- --pack DIR [--backend wasm|webgpu|cpu] [--start SECONDS] [--json] [--all] [--rate HZ] [--unit mV] [--leads I,II,…] FILE…\n';
    expect(await refusal('--pack', pack, '--backend', 'tpu', file('first.hea'))).toBe('--backend is webgpu, wasm, cpu, not "tpu".\n');
    expect(await refusal('--pack', pack, '--xml', file('first.hea'))).toBe(`Unknown option '--xml'.\n${usage}`);
    expect(await refusal(file('first.hea'))).toBe(`Name a pack and at least one ECG file.\n${usage}`);
    expect(await refusal('--pack', pack)).toBe(`Name a pack and at least one ECG file.\n${usage}`);
    expect(await refusal('--pack', file('none'), file('first.hea'))).toBe(`There is no file ${file('none/manifest.json')}.\n`);
  });

  it('does not explain with a pack that was altered', async () => {
    const altered = file('altered');
    await cp(pack, altered, { recursive: true });
    const weights = await readFile(join(altered, 'morphology.safetensors'));
    weights[weights.length - 100] ^= 1;
    await writeFile(join(altered, 'morphology.safetensors'), weights);
    const { code, stdout, stderr } = await runTool('explain', ['--pack', altered, file('first.hea')]);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'The pack file morphology.safetensors was altered: its SHA-256 is not the one in the manifest; it is not used.\n',
    ]);
  });
});
