import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { editWfdbHeader } from '../../../tools/synthetic/editWfdbHeader';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { WfdbWriterOptions } from '../../../tools/synthetic/wfdbWriter';
import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });

function largestErrorMv(actual: Ecg, expected: Ecg): number {
  const errors = STANDARD_LEADS.map((lead) => {
    const wanted = expected.leads[lead];
    return actual.leads[lead].reduce((most, sample, index) => Math.max(most, Math.abs(sample - wanted[index]!)), 0);
  });
  return Math.max(...errors);
}

function edited(edit: (hea: string) => string, options?: WfdbWriterOptions): EcgFile[] {
  return editWfdbHeader(writeWfdbRecord(ecg, options), edit);
}

describe('a WFDB record', () => {
  it.each<[WfdbWriterOptions, string]>([
    [{ format: 16 }, 'WFDB (format 16)'],
    [{ format: 16, gainPerMv: 2048 }, 'WFDB (format 16)'],
    [{ format: 16, baseline: -1234, gainPerMv: 306.5 }, 'WFDB (format 16)'],
    [{ format: 24, gainPerMv: 100_000 }, 'WFDB (format 24)'],
    [{ format: 32, gainPerMv: 1e7, baseline: 70_000 }, 'WFDB (format 32)'],
    [{ format: 80, gainPerMv: 20 }, 'WFDB (format 80)'],
    [{ format: 212, gainPerMv: 400, baseline: 100 }, 'WFDB (format 212)'],
    [{ container: 'mat' }, 'WFDB (format 16, MATLAB file)'],
  ])('is read back as it was written: %o', async (options, format) => {
    const { gainPerMv = 1000 } = options;
    const read = await readEcg(writeWfdbRecord(ecg, options).files);
    expect(read).toMatchObject({ format, samplingRateHz: 300, sampleCount: 3000, remarks: [] });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.5 / gainPerMv + 1e-6);
  });

  it('is read back without loss at a gain of 2048 per mV', async () => {
    expect((await readEcg(writeWfdbRecord(ecg, { gainPerMv: 2048 }).files)).leads).toEqual(ecg.leads);
  });

  it('is matched by lead name, not by position', async () => {
    const reversed = writeWfdbRecord(ecg, {
      gainPerMv: 2048,
      leadOrder: STANDARD_LEADS.toReversed(),
      toLeadText: (lead) => `MDC_ECG_LEAD_${lead.toUpperCase()}`,
    });
    expect((await readEcg(reversed.files)).leads).toEqual(ecg.leads);
  });

  it('of format 212 may hold an odd number of samples', async () => {
    const odd = createSyntheticEcg({ seed: 3, samplingRateHz: 257, seconds: 11 });
    const { files } = writeWfdbRecord(odd, { format: 212, gainPerMv: 200 });
    expect(files[1].bytes).toHaveLength(Math.ceil(2827 * 12 * 1.5));
    expect(largestErrorMv(await readEcg(files), odd)).toBeLessThanOrEqual(0.0025 + 1e-6);
  });

  it.each<WfdbWriterOptions>([
    { format: 16 },
    { format: 212, gainPerMv: 200 },
    { format: 80, gainPerMv: 20 },
    { format: 24 },
    { format: 32 },
  ])('marks missing samples, and says so: %o', async (options) => {
    const holed = createSyntheticEcg({ seed: 4 });
    holed.leads.V2[5] = NaN;
    holed.leads.II.fill(NaN, 100, 103);
    const read = await readEcg(writeWfdbRecord(holed, options).files);
    expect(Array.from(read.leads.V2.subarray(4, 7), Number.isNaN)).toEqual([false, true, false]);
    expect(read.leads.II.filter(Number.isNaN)).toHaveLength(3);
    expect(read.remarks).toEqual(['Samples that the file marks as missing: 3 in II and 1 in V2.']);
  });

  it.each([
    ['gain 0', /1000\(0\)/g, '0(0)', 5, 'assumed (200 per mV) because the header gives no gain'],
    ['gain 0, nothing else', /1000\(0\)\/mV/g, '0', 5, 'assumed (200 per mV) because the header gives no gain'],
    ['unit mv', /mV/g, 'mv', 1, 'from the gain 1000 per mv in the header'],
    ['unit absent', /\/mV/g, '', 1, 'from the gain 1000 per mV in the header'],
    ['unit uV', /1000\(0\)\/mV/g, '1(0)/uV', 1, 'from the gain 1 per uV in the header'],
    ['unit µV', /1000\(0\)\/mV/g, '1/µV', 1, 'from the gain 1 per µV in the header'],
    ['unit nV', /1000\(0\)\/mV/g, '1e-3(0)/nV', 1, 'from the gain 0.001 per nV in the header'],
    ['unit V', /1000\(0\)\/mV/g, '1.0e+6/V', 1, 'from the gain 1000000 per V in the header'],
  ])('is scaled by the rules of header(5): %s', async (_, from, to, microvolts, origin) => {
    const read = await readEcg(edited((hea) => hea.replace(from, to)));
    expect(read.scale).toBe(`1 LSB = ${microvolts} µV, ${origin}`);
    const scaled = read.leads.V4.map((sample) => sample / microvolts);
    expect(largestErrorMv({ ...read, leads: { ...ecg.leads, V4: scaled } }, ecg)).toBeLessThan(0.00051);
  });

  it('without a gain says that its amplitudes may be wrong', async () => {
    const read = await readEcg(edited((hea) => hea.replace(/1000\(0\)\/mV(?=.* (?:aVR|V1)$)/gm, '0')));
    expect(read.remarks).toEqual([
      'The header gives no gain for “aVR” and “V1”: amplitudes rest on an assumption and may be wrong.',
    ]);
  });

  it('may write the µ of its unit in Latin-1', async () => {
    const { hea, files } = writeWfdbRecord(ecg);
    const bytes = Uint8Array.from(hea.replaceAll('1000(0)/mV', '1/\u00b5V'), (character) => character.charCodeAt(0));
    const read = await readEcg([{ name: 'synthetic.hea', bytes }, files[1]]);
    expect(read.scale).toBe('1 LSB = 1 µV, from the gain 1 per µV in the header');
  });

  it('takes the ADC zero as baseline where the header gives none', async () => {
    const files = edited((hea) => hea.replace(/1000\(40\)\/mV 16 0/g, '1000/mV 16 40'), { baseline: 40 });
    expect(largestErrorMv(await readEcg(files), ecg)).toBeLessThan(0.00051);
  });

  it('says which leads are scaled differently', async () => {
    const files = edited((hea) => hea.replace(/1000(?=.* (?:I|V6)$)/gm, '500'));
    expect((await readEcg(files)).scale).toBe(
      '1 LSB = 2 µV, from the gain 500 per mV in the header (I and V6); ' +
        '1 LSB = 1 µV, from the gain 1000 per mV in the header (II, III, aVR, aVL, aVF, V1, V2, V3, V4 and V5)',
    );
  });

  it('may spread over several files, with comments, Windows line ends and a byte offset', async () => {
    const [limbLeads, chestLeads] = [STANDARD_LEADS.slice(0, 6), STANDARD_LEADS.slice(6)];
    const limb = writeWfdbRecord(ecg, { recordName: 'limb', leadOrder: limbLeads });
    const chest = writeWfdbRecord(ecg, { recordName: 'chest', leadOrder: chestLeads, format: 212, gainPerMv: 500 });
    const signalLines = (hea: string) => hea.split('\n').filter((line) => /\.dat /.test(line));
    const lines = [
      '# made for a test',
      'both 12 300/300(0) 3000 12:00:00 01/02/2003',
      ...signalLines(limb.hea).map((line) => line.replace(' 16 ', ' 16+8 ').replace('limb.dat', './store/LIMB.dat')),
      '',
      ...signalLines(chest.hea),
      'more.dat 8 this line is beyond the twelve signals',
    ];
    const offset = new Uint8Array(8 + limb.dat.length);
    offset.set(limb.dat, 8);
    const read = await readEcg([
      { name: 'chest.dat', bytes: chest.dat },
      { name: 'both.hea', bytes: new TextEncoder().encode(lines.join('\r\n')) },
      { name: 'folder/limb.DAT', bytes: offset },
    ]);
    expect(read.format).toBe('WFDB (formats 16 and 212)');
    expect(largestErrorMv(read, ecg)).toBeLessThan(0.00101);
  });

  it('may hold other signals, which are named and not read, even where their file is absent', async () => {
    const others = 'r.xyz 16 1000 16 0 0 0 0 vx\nr.xyz 16 1/mmHg 12 0 0 0 0 ABP mean\n';
    const read = await readEcg(edited((hea) => hea.replace(' 12 ', ' 14 ') + others));
    expect(read.leads.V6).toHaveLength(3000);
    expect(read.remarks).toEqual(['Signals beside the twelve leads were not read: “vx” and “ABP mean”.']);
  });

  it('may leave its length open, which makes its checksums void', async () => {
    const [header, signal] = edited((hea) => hea.replace(' 300 3000', ' 300'));
    const longer = new Uint8Array(signal!.bytes.length + 48).fill(1);
    longer.set(signal!.bytes);
    const read = await readEcg([header!, { ...signal!, bytes: longer }]);
    expect(read.sampleCount).toBe(3002);
    expect(read.remarks).toEqual([]);
  });

  it('may hold more samples than its header announces', async () => {
    const [header, signal] = writeWfdbRecord(ecg).files;
    const longer = new Uint8Array(signal.bytes.length + 48);
    longer.set(signal.bytes);
    const read = await readEcg([header, { ...signal, bytes: longer }]);
    expect(read.sampleCount).toBe(3000);
    expect(read.remarks).toEqual(['synthetic.dat holds 3002 samples per lead; only the 3000 of the header were read.']);
  });

  it('whose checksums are all 0 is read, with a remark; an unsigned checksum is as good as a signed one', async () => {
    const read = await readEcg(edited((hea) => hea.replace(/(mV 16 0 -?\d+) -?\d+/g, '$1 0')));
    expect(read.remarks).toEqual([
      'The header gives the checksum 0 for every lead, so it cannot tell whether the samples are unaltered.',
    ]);
    const toUnsigned = (_: string, start: string, sum: string) => `${start} ${65536 - Number(sum)}`;
    const unsigned = await readEcg(edited((hea) => hea.replace(/(mV 16 0 -?\d+) -(\d+)/g, toUnsigned)));
    expect(unsigned.remarks).toEqual([]);
  });

  it('of a low sampling rate is read, with a remark', async () => {
    const read = await readEcg(writeWfdbRecord(createSyntheticEcg({ seed: 1, samplingRateHz: 100 })).files);
    expect(read.remarks).toEqual(['Sampled at 100 Hz: fine detail such as notches and pacing spikes may be lost.']);
  });
});
