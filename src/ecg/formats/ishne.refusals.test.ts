import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { type IshneWriterOptions, writeIshne } from '../../../tools/synthetic/ishne/ishneWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (file: EcgFile) => sentenceOf(() => readEcg([file]));

const REFUSALS: readonly (readonly [what: string, options: IshneWriterOptions, sentence: string])[] = [
  ['another checksum', { checksum: 4711 }, 'holter.ecg was altered or damaged: its header does not match its checksum.'],
  ['no leads', { patches: { 156: 0 } }, 'holter.ecg announces 0 leads; ISHNE has 1 to 12.'],
  ['too many leads', { patches: { 156: 13 } }, 'holter.ecg announces 13 leads; ISHNE has 1 to 12.'],
  ['no rate', { patches: { 272: -9 } }, 'holter.ecg gives the sampling rate as -9 Hz, which it cannot be.'],
  ['a rate too low', { patches: { 272: 99 } }, 'holter.ecg was sampled at 99 Hz; at least 100 Hz are needed.'],
  ['no resolution', { patches: { 206: 0 } }, 'holter.ecg gives the resolution of I as 0 nV, which it cannot be.'],
  ['a resolution that does not apply', { patches: { 228: -9 } }, 'holter.ecg gives the resolution of V6 as -9 nV, which it cannot be.'],
  [
    'a variable block longer than the file',
    { patches: { 12: 0x1000 } },
    'holter.ecg is cut off or damaged: it announces a variable block of 268435456 bytes and holds 24522 in all.',
  ],
  [
    'a variable block of a negative length',
    { patches: { 10: -10, 12: -1 } },
    'holter.ecg is cut off or damaged: it announces a variable block of -10 bytes and holds 24522 in all.',
  ],
  [
    'samples within the header',
    { patches: { 22: 521 } },
    'holter.ecg is cut off or damaged: its samples should begin at byte 521, its header ends at 522 and the file at 24522.',
  ],
  [
    'samples behind the end',
    { patches: { 24: 1 } },
    'holter.ecg is cut off or damaged: its samples should begin at byte 66058, its header ends at 522 and the file at 24522.',
  ],
  [
    'more samples than it holds',
    { sampleCount: 1001 },
    'holter.ecg is cut off or damaged: it announces 1001 samples and holds 1000 of each of 12 leads.',
  ],
  [
    'fewer samples than it holds',
    { sampleCount: 999 },
    'holter.ecg is cut off or damaged: it announces 999 samples and holds 1000 of each of 12 leads.',
  ],
  [
    'three leads',
    { leadOrder: ['V1', 'V5', 'aVF'] },
    'holter.ecg is no complete 12-lead ECG: it lacks the leads I, II, V2, V3, V4 and V6 and holds “V1”, “V5” and “aVF”.',
  ],
  [
    'leads that are not told',
    { patches: { 158: 0, 160: 1 } },
    'holter.ecg is no complete 12-lead ECG: it lacks the leads I and II and holds “unknown lead”, “bipolar lead”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V2”, “V3”, “V4”, “V5” and “V6”.',
  ],
  ['a lead twice', { patches: { 162: 5 } }, 'holter.ecg names the lead I twice, so it is unclear which of the two is meant.'],
];

describe('an ISHNE file that cannot be read is refused in one sentence', () => {
  it.each(REFUSALS)('%s', async (_, options, sentence) => {
    expect(await refusal(writeIshne(ecg, options))).toBe(sentence);
  });

  it('a header cut off', async () => {
    const { name, bytes } = writeIshne(ecg);
    expect(await refusal({ name, bytes: bytes.slice(0, 500) })).toBe('holter.ecg is cut off within its header, after 500 bytes.');
  });

  it('beats without an ECG', async () => {
    const bytes = new TextEncoder().encode(`ANN  1.0${'\0'.repeat(600)}`);
    const sentence = 'beats.ann holds the beats that a Holter system found and no ECG, which is in another file of the same name.';
    expect(await refusal({ name: 'beats.ann', bytes })).toBe(sentence);
  });
});
