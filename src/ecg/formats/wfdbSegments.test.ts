import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type WfdbSegmentPlan, writeSegmentedWfdbRecord } from '../../../tools/synthetic/wfdbSegments';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { Problem } from '../problem';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300, seconds: 20 });
const EXACT = { gainPerMv: 2048 };
const EIGHT: readonly LeadName[] = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'];

/** Files, of which the text of one is edited. */
function edited(files: readonly EcgFile[], name: string, edit: (text: string) => string): EcgFile[] {
  return files.map((file) => {
    if (file.name !== name) return file;
    const text = new TextDecoder().decode(file.bytes);
    if (edit(text) === text) throw new Error(`The edit changed nothing in ${name}.`);
    return { name, bytes: new TextEncoder().encode(edit(text)) };
  });
}

describe('a WFDB record of several segments', () => {
  const PLAN: readonly WfdbSegmentPlan[] = [
    { seconds: 6, options: EXACT },
    { seconds: 11, options: EXACT },
    { seconds: 3, options: EXACT },
  ];

  it.each([false, true])('is read as one, its segments in the order of the header (layout segment: %s)', async (layout) => {
    const { files } = writeSegmentedWfdbRecord(ecg, PLAN, { layout });
    const read = await readEcg(files.toReversed());
    expect(read).toMatchObject({ format: 'WFDB (format 16, 3 segments)', samplingRateHz: 300, sampleCount: 6000, remarks: [] });
    expect(read.leads).toEqual(ecg.leads);
    expect(read.scale).toBe('1 LSB = 0.4883 µV, from the gain 2048 per mV in the header');
  });

  it('may change format, gain, baseline, order and frames from segment to segment', async () => {
    const { files } = writeSegmentedWfdbRecord(ecg, [
      { seconds: 6, options: { gainPerMv: 200, format: 8, samplesPerFrame: 2 } },
      { seconds: 11, options: { gainPerMv: 400, baseline: 50, format: 212, samplesPerFrame: 2, leadOrder: STANDARD_LEADS.toReversed() } },
      { seconds: 3, options: { gainPerMv: 1000, samplesPerFrame: 2, toLeadText: (lead) => `ECG ${lead.toUpperCase()}` } },
    ]);
    const read = await readEcg(files);
    expect(read).toMatchObject({ format: 'WFDB (formats 8, 212 and 16, 3 segments)', samplingRateHz: 300, sampleCount: 6000 });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0025 + 1e-6);
    expect(read.scale).toBe(
      [
        '1 LSB = 5 µV, from the gain 200 per mV in the header',
        '1 LSB = 2.5 µV, from the gain 400 per mV in the header',
        '1 LSB = 1 µV, from the gain 1000 per mV in the header',
      ]
        .map((scale) => `${scale} (I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5 and V6)`)
        .join('; '),
    );
  });

  it('has gaps where nothing was recorded, which are told', async () => {
    const plan = [PLAN[0]!, { seconds: 11, isPause: true }, PLAN[2]!];
    const read = await readEcg(writeSegmentedWfdbRecord(ecg, plan, { layout: true }).files);
    for (const lead of STANDARD_LEADS) {
      const expected = ecg.leads[lead].map((sample, index) => (index >= 1800 && index < 5100 ? NaN : sample));
      expect(read.leads[lead]).toEqual(expected);
    }
    expect(read.remarks[0]).toBe('Nothing was recorded from 6 s to 17 s.');
    expect(read.remarks[1]).toMatch(/^Samples that the file marks as missing: 3300 in I, .* and 3300 in V6\.$/);
  });

  it('may lack leads in a segment, which are then missing there', async () => {
    const plan = [PLAN[0]!, { seconds: 11, options: { ...EXACT, leadOrder: EIGHT } }, PLAN[2]!];
    const read = await readEcg(writeSegmentedWfdbRecord(ecg, plan).files);
    expect(read.leads.V3).toEqual(ecg.leads.V3);
    expect(read.leads.aVL.subarray(1800, 5100).every(Number.isNaN)).toBe(true);
    expect(read.leads.aVL.filter(Number.isNaN)).toHaveLength(3300);
    expect(read.remarks).toEqual(['Samples that the file marks as missing: 3300 in III, 3300 in aVR, 3300 in aVL and 3300 in aVF.']);
  });

  it('begins where its first segment with samples does, and may end with a pause', async () => {
    const plan = [{ seconds: 3, isPause: true }, { seconds: 14, options: EXACT }, { seconds: 3, isPause: true }];
    const read = await readEcg(writeSegmentedWfdbRecord(ecg, plan).files);
    expect(read.sampleCount).toBe(5100);
    expect(read.leads.II.subarray(0, 4200)).toEqual(ecg.leads.II.subarray(900, 5100));
    expect(read.remarks.slice(0, 2)).toEqual([
      'Nothing was recorded in the first 3 s, which were left out.',
      'Nothing was recorded from 14 s to 17 s.',
    ]);
  });

  it('tells many pauses and many scales in short', async () => {
    const plan = Array.from({ length: 20 }, (_, index) => ({ seconds: 1, isPause: index % 5 === 4, options: { gainPerMv: 1000 + index } }));
    const read = await readEcg(writeSegmentedWfdbRecord(ecg, plan).files);
    expect(read.remarks[0]).toBe('In 4 pauses, together 4 s, nothing was recorded.');
    expect(read.scale).toBe('1 LSB = 0.9823 to 1 µV, from the gain of each lead in each header');
    expect(read.leads.V5.filter(Number.isNaN)).toHaveLength(1200);
  });

  it('may contain a segment twice and leave its length open', async () => {
    const ten = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });
    const { files } = writeSegmentedWfdbRecord(ten, [{ seconds: 10, options: EXACT }]);
    const twice = edited(files, 'multi.hea', () => 'multi/2 12 300\nmulti_1 3000\nmulti_1 3000\n');
    const read = await readEcg(twice);
    expect(read.sampleCount).toBe(6000);
    expect(read.leads.V2.subarray(0, 3000)).toEqual(ten.leads.V2);
    expect(read.leads.V2.subarray(3000)).toEqual(ten.leads.V2);
  });

  it('may be named by numbers alone', async () => {
    const plan = [{ seconds: 20, options: EXACT }];
    const { files } = writeSegmentedWfdbRecord(ecg, plan, { recordName: '041' });
    const renamed = edited(files, '041.hea', (hea) => hea.replace('041_1', '04101')).map(({ name, bytes }) => ({ name: name.replace('041_1.hea', '04101.hea'), bytes }));
    expect((await readEcg(renamed)).leads).toEqual(ecg.leads);
  });

  it('takes its rate from the segments where it gives none', async () => {
    const { files } = writeSegmentedWfdbRecord(ecg, PLAN);
    const read = await readEcg(edited(files, 'multi.hea', (hea) => hea.replace(' 12 300 6000', ' 12')));
    expect(read.samplingRateHz).toBe(300);
  });

  it('is verified segment by segment', async () => {
    const { files } = writeSegmentedWfdbRecord(ecg, PLAN);
    const altered = files.map((file) => (file.name === 'multi_2.dat' ? { ...file, bytes: file.bytes.map((byte, at) => (at === 4000 ? byte ^ 1 : byte)) } : file));
    await expect(readEcg(altered)).rejects.toThrow(/^multi_2\.dat was altered or damaged: “V3” does not match its header's checksum/);
  });
});

describe('a WFDB record of several segments is refused', () => {
  const { files } = writeSegmentedWfdbRecord(ecg, [{ seconds: 6 }, { seconds: 4, isPause: true }, { seconds: 10 }], { layout: true });
  const main = (edit: (hea: string) => string) => edited(files, 'multi.hea', edit);
  /** The files of some segments, under another main header. */
  const only = (hea: string, ...names: readonly string[]): EcgFile[] => [
    { name: 'multi.hea', bytes: new TextEncoder().encode(hea) },
    ...files.filter(({ name }) => names.some((start) => name.startsWith(`${start}.`))),
  ];
  const without = (...names: readonly string[]) => files.filter(({ name }) => !names.includes(name));

  it.each<[string, readonly EcgFile[], string]>([
    [
      'without its segments',
      files.slice(0, 1),
      'multi.hea is a record of 3 segments: add “multi_1.hea” and “multi_3.hea” too.',
    ],
    [
      'without some of their files',
      without('multi_1.hea', 'multi_3.dat'),
      'multi.hea is a record of 3 segments: add “multi_1.hea” and “multi_3.dat” too.',
    ],
    [
      'without many files',
      only(`multi/9 12 300\n${Array.from({ length: 9 }, (_, index) => `s${index} 300`).join('\n')}`),
      'multi.hea is a record of 9 segments: add “s0.hea”, “s1.hea”, “s2.hea”, “s3.hea”, “s4.hea”, “s5.hea” and 3 more too.',
    ],
    [
      'without its main header',
      without('multi.hea'),
      'These are 3 records (multi_layout.hea, multi_1.hea and multi_3.hea): open them one by one.',
    ],
    [
      'of which only the layout is there',
      files.slice(1, 2),
      "multi_layout.hea is the layout of a record of several segments: add the record's main header and its segments too.",
    ],
    [
      'beside another',
      [...files, ...writeSegmentedWfdbRecord(ecg, [{ seconds: 20 }], { recordName: 'other' }).files],
      'These are 2 records (multi.hea and other.hea): open them one by one.',
    ],
    [
      'whose lengths do not add up',
      main((hea) => hea.replace(' 300 6000', ' 300 7000')),
      'multi.hea announces 7000 samples, but its segments together have 6000.',
    ],
    [
      'whose segment is of another length',
      main((hea) => hea.replace('multi_1 1800', 'multi_1 1700').replace('~ 1200', '~ 1300')),
      'multi_1.hea is 1800 samples long, but the record lists it as a segment of 1700.',
    ],
    [
      'whose segment is cut off',
      edited(only('multi/1 12 300\nmulti_3 3600', 'multi_3'), 'multi_3.hea', (hea) => hea.replace(' 3000', ' 3600')),
      'multi_3.dat is cut off: it holds 3000 samples per lead, but its header announces 3600.',
    ],
    [
      'whose segments differ in rate',
      edited(files, 'multi_3.hea', (hea) => hea.replace(' 300 3000', ' 500 3000')),
      'multi.hea has segments of 300 Hz and of 500 Hz; only one sampling rate can be read.',
    ],
    [
      'whose segments differ in frames',
      edited(only('multi/2 12 300\nmulti_1 1800\nmulti_3 1500', 'multi_1', 'multi_3'), 'multi_3.hea', (hea) =>
        hea.replace(' 3000', ' 1500').replaceAll('.dat 16 ', '.dat 16x2 '),
      ),
      'multi.hea has segments of different numbers of samples a frame: 1 (multi_1.hea) and 2 (multi_3.hea).',
    ],
    [
      'whose segment is of several segments',
      only('multi/1 12 300\nmulti 3000'),
      'multi.hea is itself a record of several segments, which a segment cannot be.',
    ],
    [
      'whose segment names a lead twice',
      edited(files, 'multi_3.hea', (hea) => hea.replace(/V6$/m, 'V5')),
      'multi_3.hea names the lead V5 twice, so it is unclear which of the two is meant.',
    ],
    [
      'that lacks a lead in every segment',
      ['multi_1.hea', 'multi_3.hea'].reduce((all, name) => edited(all, name, (hea) => hea.replace(/V6$/m, 'V7')), files),
      'multi.hea is no complete 12-lead ECG: it lacks the lead V6 and holds “I”, “II”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V2”, “V3”, “V4”, “V5” and “V7”.',
    ],
    [
      'that lists too few segments',
      main((hea) => hea.replace('multi/4', 'multi/99999999')),
      'multi.hea announces 99999999 segments but lists only 4.',
    ],
    ['of no segment', main((hea) => hea.replace('multi/4', 'multi/0')), 'multi.hea announces a record of 0 segments.'],
    ['of pauses alone', only('multi/2 12 300\n~ 3000\n~ 1000'), 'multi.hea lists no segment with samples.'],
    [
      'with an empty segment',
      main((hea) => hea.replace(' 6000', ' 4800').replace('~ 1200', '~ 0')),
      'multi.hea lists a segment without samples: “~ 0”.',
    ],
    [
      'with a segment of negative length',
      main((hea) => hea.replace('~ 1200', '~ -1200')),
      'multi.hea gives the impossible length of a segment “-1200”.',
    ],
    [
      'with a segment of an absurd length',
      main((hea) => hea.replace(' 6000', ' 0').replace('multi_1 1800', 'multi_1 99999999999999')),
      'multi_1.hea is 1800 samples long, but the record lists it as a segment of 99999999999999.',
    ],
    [
      'with a line that is no segment',
      main((hea) => hea.replace('~ 1200', '~ 1200 12:00')),
      'multi.hea has a line that describes no segment: “~ 1200 12:00”.',
    ],
  ])('%s', async (_, given, sentence) => {
    await expect(readEcg(given)).rejects.toThrow(new Problem(sentence));
  });
});
