import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { highPass } from '../../signal/highPass';
import { resample } from '../../signal/resample';
import { firstSeconds } from '../../signal/window';
import { durationSeconds } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { Problem } from '../problem';
import { WHAT_CAN_BE_READ } from './fixtures/whatCanBeRead';
import { readEcg } from './registry';

/**
 * Recordings that may not be redistributed lie beside the repository, where they are present at all. Everything that
 * these tests show is shown without them too, on synthetic records: wfdb.test.ts and wfdbScale.test.ts.
 */
const SHARED = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const SAMPLES = join(SHARED, 'samples');

const LOW_RATE = 'Sampled at 100 Hz: fine detail such as notches and pacing spikes may be lost.';
const NO_CHECKSUM = 'The header gives the checksum 0 for every lead, so it cannot tell whether the samples are unaltered.';

function readFiles(directory: string, names: readonly string[]): EcgFile[] {
  return names.map((name) => ({ name: basename(name), bytes: new Uint8Array(readFileSync(join(directory, name))) }));
}

/** The headers in a folder and the folders in it; none where it is absent. */
function findHeaders(directory: string): string[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hea'));
}

/** The sentence with which a recording is refused. */
async function toRefusal(files: readonly EcgFile[]): Promise<string> {
  const outcome = await readEcg(files).catch((thrown: unknown) => thrown);
  expect(outcome).toBeInstanceOf(Problem);
  return (outcome as Problem).message;
}

/** What an independent reader found in a sample file. */
interface Sample {
  readonly file: string;
  readonly companions: readonly string[];
  readonly fs_hz: number;
  readonly duration_s: number;
  readonly expected: {
    readonly n_samples: number;
    readonly mid_index: number;
    readonly first8_mv: Partial<Record<LeadName, number[]>>;
    readonly mid8_mv: Partial<Record<LeadName, number[]>>;
    readonly min_mv: Record<LeadName, number>;
    readonly max_mv: Record<LeadName, number>;
    readonly rms_mv: Record<LeadName, number>;
  };
}

/** Readable samples: how their format and scale are told, and what is remarked. */
const WHAT_CAN_BE_READ_SAMPLES: Readonly<Record<string, { format: string; scale: string; remarks: string[] }>> = {
  'wfdb/00002_lr.hea': { format: 'WFDB (format 16)', scale: scale(1, 1000), remarks: [LOW_RATE] },
  'wfdb/A0001.hea': { format: 'WFDB (format 16, MATLAB file)', scale: scale(1, 1000), remarks: [] },
  'wfdb/E00001.hea': { format: 'WFDB (format 16, MATLAB file)', scale: scale(1, 1000), remarks: [] },
  'wfdb/HR00001.hea': { format: 'WFDB (format 16, MATLAB file)', scale: scale(1, 1000, 'mv'), remarks: [] },
  'wfdb/JS20000.hea': { format: 'WFDB (format 16, MATLAB file)', scale: scale(1, 1000), remarks: [] },
  'wfdb/s0010_re.hea': {
    format: 'WFDB (format 16)',
    scale: scale(0.5, 2000, 'no unit'),
    remarks: ['Signals beside the twelve leads were not read: “vx”, “vy” and “vz”.'],
  },
  'wfdb/w16_257.hea': { format: 'WFDB (format 16)', scale: scale(3.268, 306, 'no unit'), remarks: [LOW_RATE.replace('100', '257')] },
  'wfdb/w212_500.hea': { format: 'WFDB (format 212)', scale: scale(2.5, 400, 'no unit'), remarks: [] },
};

/** Samples that must be refused, with the sentence that the user reads. */
const REFUSED_SAMPLES: readonly (readonly [files: readonly string[], sentence: string])[] = [
  [
    ['wfdb/A00001.hea', 'wfdb/A00001.mat'],
    'A00001.hea is no complete 12-lead ECG: it lacks the leads I, II, V1, V2, V3, V4, V5 and V6 and holds “ECG”.',
  ],
  [['wfdb/A0001.hea'], 'A0001.hea keeps its samples in “A0001.mat”: add that file too.'],
  [
    ['wfdb/A0001.mat'],
    'A0001.mat does not say at what rate it was sampled, in what unit its numbers are and in which order its leads stand; its header A0001.hea says it, so open both together.',
  ],
  [
    ['wfdb/w16_257.dat'],
    'w16_257.dat holds samples without lead names, sampling rate and gain: add its header w16_257.hea too.',
  ],
  [
    ['wfdb/w16_257.hea', 'wfdb/w212_500.hea', 'wfdb/w16_257.dat'],
    'These are 2 records (w16_257.hea and w212_500.hea): open them one by one.',
  ],
  [['contec-ecg/contec_0000053.ECG'], `No ECG that can be read was found: contec_0000053.ECG seems to be a Contec ECG file; ${WHAT_CAN_BE_READ}`],
];

function scale(microvolts: number, gain: number, unit = 'mV'): string {
  const from = `1 LSB = ${microvolts} µV, from the gain ${gain}`;
  return unit === 'no unit' ? `${from} in the header, per mV because it names no unit` : `${from} per ${unit} in the header`;
}

describe.skipIf(!existsSync(SAMPLES))('sample WFDB records (skipped where ../shared/samples is absent)', () => {
  const manifest = existsSync(SAMPLES)
    ? (JSON.parse(readFileSync(join(SAMPLES, 'manifest.json'), 'utf8')) as Sample[])
    : [];

  it('are all in one of the two tables', () => {
    const listed = [...Object.keys(WHAT_CAN_BE_READ_SAMPLES), ...REFUSED_SAMPLES.flatMap(([files]) => files)];
    const samples = manifest.map(({ file }) => file).filter((file) => file.startsWith('wfdb/'));
    expect(samples.filter((file) => !listed.includes(file))).toEqual([]);
    expect(samples).not.toEqual([]);
  });

  it.each(Object.entries(WHAT_CAN_BE_READ_SAMPLES))('%s holds what an independent reader found', async (file, told) => {
    const { companions, expected, ...sample } = manifest.find((one) => one.file === file)!;
    const ecg = await readEcg(readFiles(SAMPLES, [...companions, file]));
    expect(ecg).toMatchObject({ ...told, samplingRateHz: sample.fs_hz, sampleCount: expected.n_samples });
    expect(durationSeconds(ecg)).toBeCloseTo(sample.duration_s, 6);
    const expectClose = (actual: number, wanted: number) => expect(Math.abs(actual - wanted)).toBeLessThanOrEqual(1e-3);
    for (const lead of STANDARD_LEADS) {
      const samples = ecg.leads[lead];
      expectClose(Math.min(...samples), expected.min_mv[lead]);
      expectClose(Math.max(...samples), expected.max_mv[lead]);
      const rmsMv = Math.sqrt(samples.reduce((sum, value) => sum + value ** 2, 0) / samples.length);
      expectClose(rmsMv, expected.rms_mv[lead]);
      expected.first8_mv[lead]?.forEach((wanted, index) => expectClose(samples[index]!, wanted));
      expected.mid8_mv[lead]?.forEach((wanted, index) => expectClose(samples[expected.mid_index + index]!, wanted));
    }
  });

  it.each(REFUSED_SAMPLES)('%j is refused', async (files, sentence) => {
    expect(await toRefusal(readFiles(SAMPLES, files))).toBe(sentence);
  });
});

describe.each([
  { folder: 'ptbxl-mini/records100', samplingRateHz: 100, remarks: [LOW_RATE], einthovenMv: 0.003 },
  { folder: 'golden/ptbxl/records100', samplingRateHz: 100, remarks: [LOW_RATE], einthovenMv: 0.003 },
  // This database was denoised lead by lead, so that its limb leads no longer agree exactly.
  { folder: 'real', samplingRateHz: 500, remarks: [NO_CHECKSUM], einthovenMv: 0.03 },
])('records of $folder (skipped where that folder of ../shared is absent)', (database) => {
  const { folder, samplingRateHz, remarks, einthovenMv } = database;
  const directory = join(SHARED, folder);
  const headers = findHeaders(directory);

  it.skipIf(headers.length === 0)('are all read, verified where that is possible, and obey Einthoven', async () => {
    for (const header of headers) {
      const ecg = await readEcg(readFiles(directory, [header, header.replace(/hea$/, 'dat')]));
      const sampleCount = 10 * samplingRateHz;
      expect(ecg, header).toMatchObject({ samplingRateHz, sampleCount, scale: scale(1, 1000) });
      const disagreement = ecg.remarks.filter((remark) => remark.startsWith('The limb leads disagree'));
      expect(ecg.remarks, header).toEqual([...remarks, ...disagreement].sort((a, b) => ecg.remarks.indexOf(a) - ecg.remarks.indexOf(b)));
      if (einthovenMv < 0.01) expect(disagreement, header).toEqual([]);
      const { I, II, III } = ecg.leads;
      const errorsMv = III.map((sample, index) => Math.abs(sample - (II[index]! - I[index]!))).sort();
      expect(errorsMv[Math.floor(errorsMv.length / 2)], header).toBeLessThan(einthovenMv);
    }
  });
});

const GOLDEN = join(SHARED, 'golden');

describe.skipIf(!existsSync(GOLDEN))('the way to the model (skipped where ../shared/golden is absent)', () => {
  interface Golden {
    readonly records: Readonly<Record<string, { readonly input_first8_lead_II: readonly number[] }>>;
  }

  it('ends in the input that PyTorch was given, for every golden record', async () => {
    const golden = JSON.parse(readFileSync(join(GOLDEN, 'expected.json'), 'utf8')) as Golden;
    const directory = join(GOLDEN, 'ptbxl/records100');
    const headers = findHeaders(directory);
    expect(headers).toHaveLength(Object.keys(golden.records).length);
    for (const header of headers) {
      const ecgId = String(Number.parseInt(basename(header), 10));
      const { input_first8_lead_II: expected } = golden.records[ecgId]!;
      const ecg = await readEcg(readFiles(directory, [header, header.replace(/hea$/, 'dat')]));
      const input = highPass(resample(firstSeconds(ecg, 10).leads.II, 1, 1), 0.5, 100);
      const errors = expected.map((value, index) => Math.abs(input[index]! - value));
      expect(Math.max(...errors), ecgId).toBeLessThan(1e-5);
    }
  });
});
