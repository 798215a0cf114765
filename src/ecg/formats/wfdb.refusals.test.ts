import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { editWfdbHeader } from '../../../tools/synthetic/editWfdbHeader';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 300 });

describe('a WFDB record is refused', () => {
  const [header, signal] = writeWfdbRecord(ecg).files;
  const mat = writeWfdbRecord(ecg, { container: 'mat', recordName: 'A1' });
  const [matHeader, matSignal] = mat.files;
  const flipped = signal.bytes.slice();
  flipped[40_000]! ^= 4;
  const shorter = { ...signal, bytes: signal.bytes.subarray(0, 50_001) };
  const text = (name: string, content: string): EcgFile => ({ name, bytes: new TextEncoder().encode(content) });

  it.each<[string, readonly EcgFile[], string]>([
    ['without its signal file', [header], 'synthetic.hea keeps its samples in “synthetic.dat”: add that file too.'],
    [
      'without its header',
      [signal],
      'synthetic.dat holds samples without lead names, sampling rate and gain: add its header synthetic.hea too.',
    ],
    [
      'without its header (MATLAB)',
      [matSignal],
      'A1.mat does not say at what rate it was sampled, in what unit its numbers are and in which order its leads stand; its header A1.hea says it, so open both together.',
    ],
    [
      'with a MATLAB 5 file',
      [matHeader, text('A1.mat', 'MATLAB 5.0 MAT-file')],
      'A1.mat is a newer MATLAB file than the level 4 that WFDB records use, which cannot be read yet.',
    ],
    [
      'with another signal file',
      [header, matSignal],
      'synthetic.hea keeps its samples in “synthetic.dat”: add that file too.',
    ],
    ['with an empty header', [text('a.hea', ''), signal], 'a.hea is empty.'],
    ['with an empty signal file', [header, text('synthetic.dat', '')], 'synthetic.dat is empty.'],
    ['as an empty signal file', [text('a.dat', '')], 'a.dat is empty.'],
    [
      'where the header is a letter',
      [text('a.hea', 'Dear colleague,\nthank you\n'), signal],
      "a.hea is no WFDB header: its first line should give the record's name and number of signals, but reads “Dear colleague,”.",
    ],
    [
      'where the header is a novel',
      [{ name: 'a.hea', bytes: new Uint8Array(2 ** 20 + 1).fill(65) }],
      'a.hea is no WFDB header: it is 1048577 bytes long, a header a few hundred.',
    ],
    [
      'of two records at once',
      [header, signal, matHeader, matSignal],
      'These are 2 records (synthetic.hea and A1.hea): open them one by one.',
    ],
    [
      'where it is cut off',
      [header, shorter],
      'synthetic.dat is cut off: it holds 2083 samples per lead, but its header announces 3000.',
    ],
    [
      'where a sample was altered',
      [header, { ...signal, bytes: flipped }],
      "synthetic.dat was altered or damaged: “V3” does not match its header's checksum (CHECKSUMS).",
    ],
    [
      'where the signal file is of another record',
      [header, { ...signal, bytes: writeWfdbRecord(createSyntheticEcg({ seed: 8, samplingRateHz: 300 })).dat }],
      'synthetic.dat does not belong to its header: “I” begins with FIRST.',
    ],
    [
      'where the matrix has another shape',
      editWfdbHeader(mat, (hea) => hea.replace(' 3000', ' 2900')),
      'A1.mat is a matrix of 12 × 3000, but A1.hea announces 12 signals of 2900 samples.',
    ],
    [
      'where the matrix begins elsewhere',
      editWfdbHeader(mat, (hea) => hea.replaceAll('+24', '')),
      'A1.mat holds its numbers in another way than A1.hea says (format 16 after 0 bytes).',
    ],
  ])('%s', async (_, files, sentence) => {
    const error = await readEcg(files).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    const numbersAside = (error as Problem).message
      .replace(/checksum \(-?\d+ instead of -?\d+\)/, 'checksum (CHECKSUMS)')
      .replace(/begins with -?\d+, not with -?\d+/, 'begins with FIRST');
    expect(numbersAside).toBe(sentence);
  });

  it.each<[string, (hea: string) => string, string]>([
    [
      'one lead is missing',
      (hea) => hea.replace(/V6$/m, 'V7'),
      'synthetic.hea is no complete 12-lead ECG: it lacks the lead V6 and holds “I”, “II”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V2”, “V3”, “V4”, “V5” and “V7”.',
    ],
    [
      'the header names no lead',
      (hea) => hea.replace(/^synthetic 12/, 'synthetic 0'),
      'synthetic.hea is no complete 12-lead ECG: it lacks the leads I, II, V1, V2, V3, V4, V5 and V6 and holds no signal.',
    ],
    [
      'a lead is given twice',
      (hea) => hea.replace(' 12 ', ' 13 ') + 'synthetic.dat 16 1000 16 0 0 0 0 Lead II\n',
      'synthetic.hea names the lead II twice, so it is unclear which of the two is meant.',
    ],
    [
      'signals are missing',
      (hea) => hea.replace(' 12 ', ' 99999999999999 '),
      'synthetic.hea announces 99999999999999 signals but describes only 12.',
    ],
    [
      'the length is absurd',
      (hea) => hea.replace(' 3000', ' 99999999999999'),
      'synthetic.dat is cut off: it holds 3000 samples per lead, but its header announces 99999999999999.',
    ],
    [
      'the length is negative',
      (hea) => hea.replace(' 3000', ' -5'),
      'synthetic.hea gives the impossible number of samples “-5”.',
    ],
    [
      'the length is no number',
      (hea) => hea.replace(' 3000', ' many'),
      'synthetic.hea gives the number of samples “many”, which is no whole number.',
    ],
    [
      'the rate is no number',
      (hea) => hea.replace(' 300 ', ' 30O '),
      'synthetic.hea gives the sampling rate “30O”, which is no number.',
    ],
    ['the rate is 0', (hea) => hea.replace(' 300 ', ' 0 '), 'synthetic.hea gives the impossible sampling rate “0”.'],
    [
      'the rate is too low',
      (hea) => hea.replace(' 300 ', ' 99.9 '),
      'synthetic.hea was sampled at 99.9 Hz; at least 100 Hz are needed.',
    ],
    [
      'it is too short',
      (hea) => hea.replace(' 300 ', ' 300.4 '),
      'synthetic.hea is 9.986 s long; at least 10 s are needed.',
    ],
    [
      'the unit is no voltage',
      (hea) => hea.replace('/mV', '/mmHg'),
      'synthetic.hea gives the signal “I” in the unit “mmHg”, but an ECG is measured in V, mV, µV or nV.',
    ],
    [
      'the gain is no number',
      (hea) => hea.replace('1000(', '1k('),
      'synthetic.hea gives the gain “1k”, which is no number.',
    ],
    [
      'the gain is unreadable',
      (hea) => hea.replace('1000(0)/mV', '/mV'),
      'synthetic.hea gives the unreadable gain “/mV”.',
    ],
    [
      'the gain is impossible',
      (hea) => hea.replace('1000(', '1e-300('),
      'synthetic.hea gives “I” the impossible gain 1e-300 per mV: no ECG is stored in steps of 1e+303 µV.',
    ],
    [
      'the baseline is no whole number',
      (hea) => hea.replace('(0)', '(0.5)'),
      'synthetic.hea gives the baseline “0.5”, which is no whole number.',
    ],
    [
      'a line describes no signal',
      (hea) => hea.replace('synthetic.dat 16 ', 'synthetic.dat sixteen '),
      'synthetic.hea has a line that describes no signal: “synthetic.dat sixteen 1000(0)/mV 16 0 LINE',
    ],
    [
      'the format is not known',
      (hea) => hea.replaceAll('.dat 16 ', '.dat 13 '),
      'synthetic.hea stores its samples in WFDB format 13, which cannot be read; 8, 16, 24, 32, 61, 80, 160, 212, 310 and 311 can.',
    ],
    [
      'samples are compressed',
      (hea) => hea.replaceAll('.dat 16 ', '.dat 516 '),
      'synthetic.hea stores its samples compressed as FLAC audio (WFDB format 516), which cannot be read; 8, 16, 24, 32, 61, 80, 160, 212, 310 and 311 can.',
    ],
    [
      'formats are mixed in a file',
      (hea) => hea.replace('.dat 16 ', '.dat 212 '),
      'synthetic.hea gives the signals of “synthetic.dat” different storage formats, which one file cannot have.',
    ],
    [
      'a file is scattered',
      (hea) => hea.replace(/synthetic.dat(?=.* aVR$)/m, 'other.dat'),
      'synthetic.hea scatters the signals of “synthetic.dat” between those of other files.',
    ],
    [
      'leads differ in rate',
      (hea) => hea.replace('.dat 16 ', '.dat 16x4 '),
      'synthetic.hea stores 4 of “I” but 1 of “II” a frame; only leads of one sampling rate can be read.',
    ],
    [
      'a frame holds no sample of a lead',
      (hea) => hea.replace('.dat 16 ', '.dat 16x0 '),
      'synthetic.hea has a signal of 0 samples a frame: “synthetic.dat 16x0 1000(0)/mV 16 0 LINE',
    ],
    [
      'a lead is skewed beyond its end',
      (hea) => hea.replace('.dat 16 ', '.dat 16:3000 '),
      'synthetic.hea moves “I” forward by a skew of 3000 samples, although it has only 3000.',
    ],
    [
      'nothing is stored of a lead',
      (hea) => hea.replace(/synthetic.dat 16(?=.* V2$)/m, '~ 0'),
      'synthetic.hea is no complete 12-lead ECG: it lacks the lead V2 and holds “I”, “II”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V3”, “V4”, “V5” and “V6”.',
    ],
    [
      'the step is coarser than any ECG is stored',
      (hea) => hea.replace('1000(0)/mV', '1(0)/mV'),
      'synthetic.hea gives “I” the impossible gain 1 per mV: no ECG is stored in steps of 1000 µV.',
    ],
    [
      'the gain is missing',
      (hea) => hea.replace('1000(0)/mV', '0'),
      'synthetic.hea does not say in what unit its numbers are.',
    ],
    [
      'rate and gain are missing',
      (hea) => hea.replace(' 300 3000', '').replace('1000(0)/mV', '0/mV'),
      'synthetic.hea does not say at what rate it was sampled and in what unit its numbers are.',
    ],
    [
      'the samples begin beyond the file',
      (hea) => hea.replaceAll('.dat 16 ', '.dat 16+99999999999 '),
      'synthetic.dat is cut off: it holds 0 samples per lead, but its header announces 3000.',
    ],
  ])('where %s', async (_, edit, sentence) => {
    const error = await readEcg(editWfdbHeader(writeWfdbRecord(ecg), edit)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).message.replace(/(?<=mV 16 0 )-?\d+ -?\d+ 0 I”\.$/, 'LINE')).toBe(sentence);
  });
});
