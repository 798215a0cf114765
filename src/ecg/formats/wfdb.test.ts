import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type WfdbWriterOptions, writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import { STANDARD_LEADS } from '../lead';
import { largestErrorMv } from './fixtures/largestErrorMv';
import { ecg, edited } from './fixtures/wfdbRecord';
import { readEcg } from './registry';

const LOW_RATE = 'Sampled at 257 Hz: fine detail such as notches and pacing spikes may be lost.';

describe('a WFDB record', () => {
  it.each<[WfdbWriterOptions, string]>([
    [{ format: 16 }, 'WFDB (format 16)'],
    [{ format: 16, gainPerMv: 2048 }, 'WFDB (format 16)'],
    [{ format: 16, baseline: -1234, gainPerMv: 306.5 }, 'WFDB (format 16)'],
    [{ format: 24, gainPerMv: 100_000 }, 'WFDB (format 24)'],
    [{ format: 32, gainPerMv: 1e7, baseline: 70_000 }, 'WFDB (format 32)'],
    [{ format: 61, baseline: 999 }, 'WFDB (format 61)'],
    [{ format: 8, gainPerMv: 200, baseline: -3000 }, 'WFDB (format 8)'],
    [{ format: 80, gainPerMv: 40 }, 'WFDB (format 80)'],
    [{ format: 160 }, 'WFDB (format 160)'],
    [{ format: 212, gainPerMv: 400, baseline: 100 }, 'WFDB (format 212)'],
    [{ format: 310, gainPerMv: 100, baseline: -50 }, 'WFDB (format 310)'],
    [{ format: 311, gainPerMv: 100, baseline: 50 }, 'WFDB (format 311)'],
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
    { format: 80, gainPerMv: 40 },
    { format: 24 },
    { format: 32 },
    { format: 61 },
    { format: 160 },
    { format: 310, gainPerMv: 100 },
    { format: 311, gainPerMv: 100 },
  ])('marks missing samples, and says so: %o', async (options) => {
    const holed = createSyntheticEcg({ seed: 4 });
    holed.leads.V2[5] = NaN;
    holed.leads.II.fill(NaN, 100, 103);
    const read = await readEcg(writeWfdbRecord(holed, options).files);
    expect(Array.from(read.leads.V2.subarray(4, 7), Number.isNaN)).toEqual([false, true, false]);
    expect(read.leads.II.filter(Number.isNaN)).toHaveLength(3);
    expect(read.remarks).toEqual(['Samples that the file marks as missing: 3 in II and 1 in V2.']);
  });

  it('says itself what it says: a stated scale or rate does not overrule it', async () => {
    const read = await readEcg(writeWfdbRecord(ecg).files, { microvoltsPerUnit: 5, samplingRateHz: 100 });
    expect(read).toEqual(await readEcg(writeWfdbRecord(ecg).files));
  });

  it('without a rate asks for it', async () => {
    const files = edited((hea) => hea.replace(' 300 3000', ''));
    await expect(readEcg(files)).rejects.toMatchObject({ missing: [{ fact: 'samplingRateHz', sampleCount: 3000 }] });
    expect((await readEcg(files, { samplingRateHz: 300 })).samplingRateHz).toBe(300);
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

  it('may hold eight leads, of which the others are computed', async () => {
    const { files } = writeWfdbRecord(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], gainPerMv: 2048 });
    const read = await readEcg(files);
    expect(read.derivedLeads).toEqual(['III', 'aVR', 'aVL', 'aVF']);
    expect(read.leads).toEqual(ecg.leads);
  });

  it('may list a lead of which nothing is stored, which is computed', async () => {
    const leadOrder = STANDARD_LEADS.filter((lead) => lead !== 'aVL');
    const { hea, dat } = writeWfdbRecord(ecg, { leadOrder, gainPerMv: 2048 });
    const header = hea.replace(' 11 ', ' 12 ').replace(/(?=.* aVF$)/m, '~ 0 2048/mV 16 0 -32768 0 0 aVL\n');
    const read = await readEcg([
      { name: 'synthetic.hea', bytes: new TextEncoder().encode(header) },
      { name: 'synthetic.dat', bytes: dat },
    ]);
    expect(header).toMatch(/ aVR\n~ 0 .* aVL\nsynthetic.dat .* aVF\n/);
    expect(read.derivedLeads).toEqual(['aVL']);
    expect(read.leads).toEqual(ecg.leads);
  });

  it('of format 8 may begin with a difference from the initial value', async () => {
    const { hea, dat } = writeWfdbRecord(ecg, { format: 8, gainPerMv: 200 });
    const header = hea.replace(/(?<=mV 16 0 )-?\d+/g, (initial) => String(Number(initial) - 5));
    const read = await readEcg([
      { name: 'synthetic.hea', bytes: new TextEncoder().encode(header) },
      { name: 'synthetic.dat', bytes: dat.map((byte, index) => (index < 12 ? byte + 5 : byte)) },
    ]);
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.0025 + 1e-6);
  });

  it.each([
    [212, 3],
    [310, 4],
    [311, 4],
  ] as const)('of format %i may keep a lead a file, whose last block of %i bytes is filled or not', async (format, blockBytes) => {
    // One sample is left for the last block; it takes two bytes.
    const odd = createSyntheticEcg({ seed: 3, samplingRateHz: 257, seconds: 11 });
    const records = STANDARD_LEADS.map((lead) => writeWfdbRecord(odd, { recordName: lead, leadOrder: [lead], format, gainPerMv: 100 }));
    const lines = records.map(({ hea }) => hea.split('\n')[1]!);
    const header = { name: 'apart.hea', bytes: new TextEncoder().encode(['apart 12 257 2827', ...lines].join('\n')) };
    const blocks = Math.floor(2827 / (format === 212 ? 2 : 3));
    const withLength = (byteCount: number) =>
      records.map(({ dat, files }) => {
        const bytes = new Uint8Array(byteCount);
        bytes.set(dat.subarray(0, byteCount));
        return { name: files[1].name, bytes };
      });
    for (const byteCount of [blocks * blockBytes + 2, (blocks + 1) * blockBytes]) {
      const read = await readEcg([header, ...withLength(byteCount)]);
      expect(read.remarks).toEqual([LOW_RATE]);
      expect(largestErrorMv(read, odd)).toBeLessThanOrEqual(0.005 + 1e-6);
    }
    await expect(readEcg([header, ...withLength(blocks * blockBytes + 1)])).rejects.toThrow(
      'I.dat is cut off: it holds 2826 samples per lead, but its header announces 2827.',
    );
  });

  it('may hold several samples of every lead in a frame, and so a higher rate', async () => {
    const { hea, files } = writeWfdbRecord(ecg, { samplesPerFrame: 3, format: 212, gainPerMv: 400 });
    expect(hea).toMatch(/^synthetic 12 100 1000\n/);
    const read = await readEcg(files);
    expect(read).toMatchObject({ samplingRateHz: 300, sampleCount: 3000, remarks: [] });
    expect(largestErrorMv(read, ecg)).toBeLessThanOrEqual(0.00125 + 1e-6);
  });

  it('may hold other signals of other rates', async () => {
    const { hea, dat } = writeWfdbRecord(ecg, { samplesPerFrame: 3 });
    // A frame of 36 samples of leads gets two samples of a respiration in front.
    const longer = new Uint8Array(dat.length + 4000);
    for (let frame = 0; frame < 1000; frame++) longer.set(dat.subarray(72 * frame, 72 * (frame + 1)), 76 * frame + 4);
    const header = hea.replace(' 12 100 1000\n', ' 13 100 1000\nsynthetic.dat 16x2 1/NU 16 0 0 0 0 RESP\n');
    const read = await readEcg([
      { name: 'synthetic.hea', bytes: new TextEncoder().encode(header) },
      { name: 'synthetic.dat', bytes: longer },
    ]);
    expect(largestErrorMv(read, ecg)).toBeLessThan(0.00051);
    expect(read.remarks).toEqual(['Signals beside the twelve leads were not read: “RESP”.']);
  });

  it('is aligned where leads are skewed, which leaves their ends missing', async () => {
    const toSkew = (lead: string) => ({ V1: 3, V2: 5 })[lead] ?? 0;
    const read = await readEcg(writeWfdbRecord(ecg, { toSkew, samplesPerFrame: 2, gainPerMv: 2048 }).files);
    for (const lead of STANDARD_LEADS) {
      const held = 3000 - 2 * toSkew(lead);
      expect(read.leads[lead].subarray(0, held)).toEqual(ecg.leads[lead].subarray(0, held));
      expect(read.leads[lead].subarray(held).every(Number.isNaN)).toBe(true);
    }
    expect(read.remarks).toEqual([
      'Leads were moved forward, as the header says, by samples: “V1” by 3 and “V2” by 5.',
      'Samples that the file marks as missing: 6 in V1 and 10 in V2.',
    ]);
  });

  it('that is longer than is read at once is not verified', async () => {
    const long = createSyntheticEcg({ seed: 2, samplingRateHz: 100 });
    const { hea, dat } = writeWfdbRecord(long, { format: 80, gainPerMv: 20 });
    const bytes = new Uint8Array(12 * 600_000).fill(128);
    bytes.set(dat);
    const header = new TextEncoder().encode(hea.replace(' 100 1000', ' 100 600000'));
    const read = await readEcg([{ name: 'synthetic.hea', bytes: header }, { name: 'synthetic.dat', bytes }]);
    expect(read.sampleCount).toBe(2 ** 19);
    expect(read.remarks[0]).toBe('The recording is 1 h 40 min long; its first 1 h 27 min were read.');
  });

  it('may leave its length open, which makes its checksums void', async () => {
    const [header, signal] = edited((hea) => hea.replace(' 300 3000', ' 300'));
    const longer = new Uint8Array(signal!.bytes.length + 48);
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
    const read = await readEcg(writeWfdbRecord(createSyntheticEcg({ seed: 1, samplingRateHz: 257 })).files);
    expect(read.remarks).toEqual([LOW_RATE]);
  });
});
