import { describe, expect, it } from 'vitest';
import { toCodeItem, toGroup, toMedian } from '../../../tools/synthetic/dicom/dicomObject';
import { channelsOf, type DicomWriterOptions, groupsOf, SOP_CLASSES, writeDicom } from '../../../tools/synthetic/dicom/dicomWriter';
import type { WrittenElement, WrittenItem } from '../../../tools/synthetic/dicom/encodeDataSet';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const refusal = (...files: EcgFile[]) => sentenceOf(() => readEcg(files));

type Edit = (object: WrittenItem) => void;
type Row = readonly [what: string, edit: Edit, sentence: string];

/** Puts an element in place of another, or removes it. */
const put = (item: WrittenItem, tag: string, element?: WrittenElement): void => {
  if (element) item[tag] = element;
  else Reflect.deleteProperty(item, tag);
};
const rhythm = (object: WrittenItem): WrittenItem => groupsOf(object)[1]!;
const inGroup =
  (tag: string, element?: WrittenElement): Edit =>
  (object) =>
    put(rhythm(object), tag, element);
/** In the channel of lead II. */
const inChannel =
  (tag: string, element?: WrittenElement): Edit =>
  (object) =>
    put(channelsOf(rhythm(object))[1]!, tag, element);
const text = (value: string, vr = 'DS'): WrittenElement => ({ vr, value });
const code = (value: string, scheme: string, meaning: string): WrittenElement => ({ vr: 'SQ', value: [toCodeItem(value, scheme, meaning)] });
const words = (length: number): WrittenElement => ({ vr: 'OW', value: new Int16Array(length) });

const SCALE: readonly Row[] = [
  ['no sensitivity', inChannel('003a0210'), 'ecg.dcm does not give ChannelSensitivity of II.'],
  ['an empty sensitivity', inChannel('003a0210', text('')), 'ecg.dcm does not give ChannelSensitivity of II.'],
  ['a sensitivity of 0', inChannel('003a0210', text('0')), 'ecg.dcm gives ChannelSensitivity of II as “0”, which it cannot be.'],
  ['two sensitivities', inChannel('003a0210', text('2.5\\5')), 'ecg.dcm gives ChannelSensitivity of II as “2.5\\5”, which it cannot be.'],
  ['millivolts for microvolts', inChannel('003a0211', code('mV', 'UCUM', 'millivolt')), 'ecg.dcm gives II a step of 2.5 mV, too coarse for an ECG.'],
  ['an inverting factor', inChannel('003a0212', text('-1')), 'ecg.dcm gives ChannelSensitivityCorrectionFactor of II as “-1”, which it cannot be.'],
  ['a baseline in words', inChannel('003a0213', text('low')), 'ecg.dcm gives ChannelBaseline of II as “low”, which it cannot be.'],
  ['no unit', inChannel('003a0211'), 'ecg.dcm gives the lead II in the unit “”, but an ECG is measured in V, mV, uV or nV.'],
  ['a unit of pressure', inChannel('003a0211', code('mm[Hg]', 'UCUM', 'mmHg')), 'ecg.dcm gives the lead II in the unit “mm[Hg]”, but an ECG is measured in V, mV, uV or nV.'],
  ['a sample beyond its bits', inChannel('003a021a', { vr: 'US', value: [4] }), `ecg.dcm holds the sample ${firstBeyond(7)} of II, which does not fit the 4 bits that it gives for it.`],
];

const LEADS: readonly Row[] = [
  ['a code that contradicts the name', inChannel('003a0208', code('5.6.3-9-3', 'SCPECG', 'Lead II')), 'ecg.dcm calls its channel 2 by different names (“Lead II”, “5.6.3-9-3”), so it is unclear which lead it is.'],
  ['a label that contradicts the code', inChannel('003a0203', text('V1', 'SH')), 'ecg.dcm calls its channel 2 by different names (“Lead II”, “V1”, “5.6.3-9-2”), so it is unclear which lead it is.'],
  ['words that contradict each other', (object) => (inChannel('003a0208', code('x', '99OWN', 'Lead II'))(object), inChannel('003a0203', text('III', 'SH'))(object)), 'ecg.dcm calls its channel 2 by different names (“Lead II”, “III”, “x”), so it is unclear which lead it is.'],
  ['the code of another lead under the name of one', inChannel('003a0208', code('5.6.3-9-11', 'SCPECG', 'Lead V3')), 'ecg.dcm calls its channel 2 by different names (“Lead V3”, “5.6.3-9-11”), so it is unclear which lead it is.'],
  ['a lead twice', inChannel('003a0208', code('5.6.3-9-1', 'SCPECG', 'Lead I')), 'ecg.dcm names the lead I twice, so it is unclear which of the two is meant.'],
  ['V3R in the place of V3', (object) => put(channelsOf(rhythm(object))[8]!, '003a0208', code('5.6.3-9-11', 'SCPECG', 'Lead V3R')), 'ecg.dcm is no complete 12-lead ECG: it lacks the lead V3 and holds “I”, “II”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V2”, “V4”, “V5”, “V6” and “Lead V3R”.'],
  ['a code without name of no known lead', (object) => put(channelsOf(rhythm(object))[8]!, '003a0208', code('2:0', 'MDC', '')), 'ecg.dcm is no complete 12-lead ECG: it lacks the lead V3 and holds “I”, “II”, “III”, “aVR”, “aVL”, “aVF”, “V1”, “V2”, “V4”, “V5”, “V6” and “2:0”.'],
  ['a lead that is qualified', inChannel('003a0209', code('X', '99OWN', 'inverted')), 'ecg.dcm qualifies the lead II by “inverted”, and what that changes is not known.'],
];

const GROUP: readonly Row[] = [
  ['only derived groups', inGroup('003a0004', text('DERIVED', 'CS')), 'ecg.dcm holds no waveform as it was recorded (WaveformOriginality “ORIGINAL”): its waveforms are “DERIVED”.'],
  ['no groups', (object) => put(object, '54000100', { vr: 'SQ', value: [] }), 'ecg.dcm holds no waveform as it was recorded (WaveformOriginality “ORIGINAL”): its list of waveforms is empty.'],
  ['no rate', inGroup('003a001a'), 'ecg.dcm does not give SamplingFrequency.'],
  ['a low rate', inGroup('003a001a', text('99')), 'ecg.dcm was sampled at 99 Hz; at least 100 Hz are needed.'],
  ['too high a rate', inGroup('003a001a', text('200')), 'ecg.dcm is 5 s long; at least 10 s are needed.'],
  ['no number of samples', inGroup('003a0010'), 'ecg.dcm does not give NumberOfWaveformSamples.'],
  ['another number of channels', inGroup('003a0005', { vr: 'US', value: [13] }), 'ecg.dcm describes 12 channels of a waveform but announces 13.'],
  ['no number of channels', inGroup('003a0005'), 'ecg.dcm describes 12 channels of a waveform but does not announce their number.'],
  ['a huge number of samples', inGroup('003a0010', { vr: 'UL', value: [0xffffffff] }), 'ecg.dcm is cut off: of 103079215080 bytes of samples that it announces it holds 24000.'],
  ['too few samples', inGroup('54001010', words(11999)), 'ecg.dcm is cut off: of 24000 bytes of samples that it announces it holds 23998.'],
  ['too many samples', inGroup('54001010', words(12001)), 'ecg.dcm holds 24002 bytes of samples, although it announces 24000.'],
  ['no samples', inGroup('54001010'), 'ecg.dcm is cut off: of 24000 bytes of samples that it announces it holds 0.'],
  ['sound in µ-law', inGroup('54001006', text('MB', 'CS')), 'ecg.dcm gives WaveformSampleInterpretation as “MB”, which is meant for sound.'],
  ['sound in A-law', inGroup('54001006', text('AB', 'CS')), 'ecg.dcm gives WaveformSampleInterpretation as “AB”, which is meant for sound.'],
  ['no interpretation', inGroup('54001006'), 'ecg.dcm gives WaveformSampleInterpretation as “”, which cannot be read.'],
  ['other bits than its interpretation', inGroup('54001004', { vr: 'US', value: [8] }), 'ecg.dcm allocates 8 bits for samples of the kind “SS”, which have 16.'],
  ['no bits', inGroup('54001004'), 'ecg.dcm does not give WaveformBitsAllocated for samples of the kind “SS”, which have 16.'],
  ['a start in words', inGroup('00181068', text('soon')), 'ecg.dcm gives MultiplexGroupTimeOffset as “soon”, which it cannot be.'],
  ['a skew in words', inChannel('003a0215', text('late')), 'ecg.dcm gives ChannelSampleSkew of II as “late”, which it cannot be.'],
  ['a skew of seconds', inChannel('003a0218', text('2.5')), 'ecg.dcm shifts the lead II by 2.5 s, which no ECG device does.'],
];

const OBJECT: readonly Row[] = [
  ['a document', (object) => (put(object, '54000100'), put(object, '00420011', { vr: 'OB', value: Uint8Array.of(37, 80) })), 'ecg.dcm is a document in DICOM, without the recording itself: ask the archive for the ECG as waveform.'],
  ['a picture', (object) => (put(object, '54000100'), put(object, '7fe00010', { vr: 'OW', value: new Uint16Array(4) })), 'ecg.dcm is a picture in DICOM, without the recording itself: ask the archive for the ECG as waveform.'],
  ['neither', (object) => put(object, '54000100'), 'ecg.dcm is a DICOM file without a waveform (its SOP class is “1.2.840.10008.5.1.4.1.1.9.1.1”), so it holds no ECG.'],
];

/** The first sample of lead II that lies beyond `most` steps of 2.5 µV. */
function firstBeyond(most: number): number {
  const steps = Array.from(ecg.leads.II, (millivolts) => Math.round((millivolts * 1000) / 2.5));
  return steps.find((step) => step > most || step < -most - 1)!;
}

describe('a DICOM file is refused', () => {
  it.each([...SCALE, ...LEADS, ...GROUP, ...OBJECT])('with %s', async (_, edit, sentence) => {
    expect(await refusal(writeDicom(ecg, { edit }))).toBe(sentence);
  });

  it.each<[string, DicomWriterOptions, string]>([
    [
      'of two leads, ambulatory',
      { sopClass: SOP_CLASSES.ambulatory, leadOrder: ['V5', 'II'] },
      'ecg.dcm is no complete 12-lead ECG: it lacks the leads I, V1, V2, V3, V4 and V6 and holds “V5” and “II”.',
    ],
    [
      'whose groups start at different times',
      { groups: [toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(0, 6), startMs: 0 }), toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(6), startMs: 10000 })] },
      'ecg.dcm spreads its leads over 2 groups of leads of the same length that do not start together (MultiplexGroupTimeOffset 0 ms and 10000 ms).',
    ],
    [
      'of which one group tells its start and the other not',
      { groups: [toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(0, 6), startMs: 0 }), toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(6) })] },
      'ecg.dcm spreads its leads over 2 groups of leads of the same length that do not start together (MultiplexGroupTimeOffset 0 ms and not given).',
    ],
    [
      'of a median beat and limb leads only',
      { groups: [toMedian(ecg, {}), toGroup(ecg, { leadOrder: STANDARD_LEADS.slice(0, 6) })] },
      'ecg.dcm is no complete 12-lead ECG: it lacks the leads V1, V2, V3, V4, V5 and V6 and holds “I”, “II”, “III”, “aVR”, “aVL” and “aVF”.',
    ],
    [
      'whose bytes may be swapped in pairs',
      { syntax: 'bigEndian', interpretation: 'SB', microvoltsPerStep: 25, edit: (object) => (rhythm(object)['54001010'] = { ...rhythm(object)['54001010']!, vr: 'OW' }) },
      'ecg.dcm stores samples of 8 bits as “OW”, so their byte order is unclear.',
    ],
  ])('%s', async (_, options, sentence) => {
    expect(await refusal(writeDicom(ecg, options))).toBe(sentence);
  });

  it('in a transfer syntax that is not known', async () => {
    const { name, bytes } = writeDicom(ecg);
    const syntax = '1.2.840.10008.1.2.1';
    const at = Buffer.from(bytes).indexOf(`${syntax}\0`);
    bytes.set(Buffer.from('1.2.840.10008.1.2.5'), at);
    expect(await refusal({ name, bytes })).toBe('ecg.dcm is encoded in the DICOM transfer syntax “1.2.840.10008.1.2.5”, which cannot be read.');
  });

  it('where it is cut off', async () => {
    const { name, bytes } = writeDicom(ecg);
    const sentence = 'ecg.dcm is cut off or damaged: its DICOM elements do not lead to a waveform.';
    for (const length of [140, 400, 3000, bytes.length - 2]) {
      expect(await refusal({ name, bytes: bytes.slice(0, length) })).toBe(sentence);
    }
  });

  it('where its compressed data are damaged, or a bomb', async () => {
    const { name, bytes } = writeDicom(ecg, { syntax: 'deflated' });
    const sentence = 'ecg.dcm is damaged: its compressed data do not unfold, or to more than 16 MiB.';
    expect(await refusal({ name, bytes: bytes.slice(0, 2000) })).toBe(sentence);
    const edit: Edit = (object) => (object['54000100'] = { vr: 'OB', value: new Uint8Array(17 * 2 ** 20) });
    expect(await refusal(writeDicom(ecg, { syntax: 'deflated', edit }))).toBe(sentence);
  });

  it('where it is larger than any ECG', async () => {
    const { name, bytes } = writeDicom(ecg);
    const large = new Uint8Array(16 * 2 ** 20 + 1);
    large.set(bytes);
    expect(await refusal({ name, bytes: large })).toBe('ecg.dcm is larger than 16 MiB; the DICOM file of a 12-lead ECG is not.');
  });

  it('where it has more elements than any ECG', async () => {
    const edit: Edit = (object) => (object['0040b020'] = { vr: 'SQ', value: Array.from({ length: 210_000 }, () => ({})) });
    expect(await refusal(writeDicom(ecg, { edit }))).toBe('ecg.dcm has more elements than the DICOM file of an ECG has.');
  });

  it('where its items lie one in another without end', async () => {
    const { name, bytes } = writeDicom(ecg, { syntax: 'implicit' });
    const nest = Buffer.alloc(16 * 50_000);
    for (let at = 0; at < nest.length; at += 16) {
      nest.writeUInt32LE(0xb0200040, at);
      nest.writeUInt32LE(0xffffffff, at + 4);
      nest.writeUInt32LE(0xe000fffe, at + 8);
      nest.writeUInt32LE(0xffffffff, at + 12);
    }
    const begin = Buffer.from(bytes).indexOf(Buffer.from([8, 0, 0x16, 0]));
    const nested = Uint8Array.from([...bytes.subarray(0, begin), ...nest]);
    expect(await refusal({ name, bytes: nested })).toBe('ecg.dcm is cut off or damaged: its DICOM elements do not lead to a waveform.');
  });

  it('where there are two', async () => {
    expect(await refusal(writeDicom(ecg), writeDicom(ecg, { name: 'b.dcm' }))).toBe(
      'These are 2 recordings (ecg.dcm and b.dcm): open them one by one.',
    );
  });
});
