import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EcgFile } from '../src/ecg/ecgFile';
import { writeGzip } from './synthetic/archives/gzipWriter';
import { writeZip } from './synthetic/archives/zipWriter';
import { createSyntheticEcg } from './synthetic/ecg';
import { writeEdf } from './synthetic/edf/edfWriter';
import { runTool } from './synthetic/runTool';
import { writeWfdbRecord } from './synthetic/wfdbWriter';

let folder: string;
const at = (name: string) => join(folder, name);
const ecg = createSyntheticEcg({ seed: 4 });
const edf = writeEdf(ecg);
const record = writeWfdbRecord(ecg, { recordName: 'ward' }).files;
const note: EcgFile = { name: 'LICENSE', bytes: new TextEncoder().encode('You may copy these ECGs.') };

const read = (...args: string[]) => runTool('read', args);
const linesOf = (stdout: string) => stdout.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-test-'));
  const save = (file: EcgFile, name = file.name) => writeFile(at(name), file.bytes);
  await mkdir(at('headers'));
  await Promise.all(record.map((file) => save(file)));
  await save(record[0]!, 'headers/other.hea');
  await save(record[1]!, 'headers/ward.dat');
  await save(writeGzip(edf));
  await save(note);
  await save({ ...edf, bytes: edf.bytes.slice(0, 300) }, 'cut.edf');
  const inside = record.map(({ name, bytes }) => ({ name: `a/${name}`, bytes }));
  await save(await writeZip([...inside, writeGzip(edf), note]));
  await save(await writeZip([note], { name: 'notes.zip' }));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.concurrent('npm run read', () => {
  it('prints one JSON object a line with --json', async () => {
    const { code, stdout, stderr } = await read('--json', at('ward.dat'), at('ecg.edf.gz'));
    expect([code, stderr]).toEqual([0, '']);
    const [wfdb, gzipped] = linesOf(stdout);
    expect(wfdb).toMatchObject({ file: at('ward.dat'), format: 'WFDB (format 16)', samplingRateHz: 500, durationSeconds: 10 });
    expect(gzipped).toMatchObject({ file: at('ecg.edf.gz'), format: 'EDF' });
    const leads = wfdb!['leads'] as { name: string; firstMv: number[]; minMv: number }[];
    expect(leads.map(({ name }) => name)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']);
    leads[7]!.firstMv.forEach((value, i) => expect(Math.abs(value - ecg.leads.V2[i]!)).toBeLessThan(0.0006));
    expect(leads[7]!.minMv).toBeCloseTo(Math.min(...ecg.leads.V2), 2);
  });

  it('prints every recording of an archive with the path inside it, and what else it holds on stderr', async () => {
    const { code, stdout, stderr } = await read('--json', at('records.zip'));
    expect(code).toBe(0);
    expect(linesOf(stdout).map(({ file }) => file)).toEqual([at('records.zip/a/ward.hea'), at('records.zip/ecg.edf')]);
    expect(stderr).toBe('“records.zip” holds files beside its ECGs that were not read: “LICENSE” (plain text).\n');
  });

  it('prints what is wrong with a file beside what is right with others, and ends with 1', async () => {
    const { code, stdout, stderr } = await read('--json', at('cut.edf'), at('ward.hea'), at('notes.zip'), at('none.edf'), at('headers'));
    expect([code, stderr]).toEqual([1, '']);
    const [cut, good, notes, none, headers] = linesOf(stdout);
    expect(Object.keys(cut!)).toEqual(['file', 'error']);
    expect(cut).toMatchObject({ file: at('cut.edf'), error: expect.stringMatching(/^cut\.edf .+\.$/) as string });
    expect(good).toMatchObject({ format: 'WFDB (format 16)' });
    expect(notes).toEqual({ file: at('notes.zip'), error: '“notes.zip” holds no ECG that can be read, but “LICENSE” (plain text).' });
    expect(none).toEqual({ file: at('none.edf'), error: `There is no file ${at('none.edf')}.` });
    expect(headers).toEqual({ file: at('headers'), error: `${at('headers')} is a folder, not a file.` });
  });

  it('prints text without --json', async () => {
    const { code, stdout } = await read(at('ward.hea'), at('ward.dat'), at('cut.edf'));
    expect(code).toBe(1);
    expect(stdout).toMatch(/^\S+ward\.hea\n {2}WFDB \(format 16\), 500 Hz, 10 s\n {2}1 LSB = /);
    expect(stdout).toMatch(/\n\S+cut\.edf\n {2}not read: cut\.edf .+\.\n$/);
    // The record was named by both of its files.
    expect(stdout.match(/WFDB/g)).toHaveLength(1);
  });

  it('finds the files that a header names', async () => {
    const { code, stdout } = await read('--json', at('headers/other.hea'));
    expect([code, linesOf(stdout)[0]]).toMatchObject([0, { file: at('headers/other.hea'), format: 'WFDB (format 16)' }]);
  });

  it('refuses what it cannot do', async () => {
    const usage = 'npm run read -- [--json] [--rate HZ] [--unit mV] [--leads I,II,…] FILE…\n';
    expect(await read()).toEqual({ code: 1, stdout: '', stderr: `Name at least one ECG file.\n${usage}` });
    expect(await read('--xml', 'a')).toEqual({ code: 1, stdout: '', stderr: `Unknown option '--xml'.\n${usage}` });
    expect((await read('--rate', 'x', 'a')).stderr).toBe('--rate is a number of hertz such as 500, not "x".\n');
  });
});
