import { describe, expect, it } from 'vitest';
import { writeAecg } from '../../../tools/synthetic/deviceXml/aecgWriter';
import { writeCardioSoft } from '../../../tools/synthetic/deviceXml/cardioSoftWriter';
import { writeEli } from '../../../tools/synthetic/deviceXml/eliWriter';
import { writeMuse } from '../../../tools/synthetic/deviceXml/museWriter';
import { writePhilips } from '../../../tools/synthetic/deviceXml/philipsWriter';
import { writeSchiller } from '../../../tools/synthetic/deviceXml/schillerWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 100 });
const swap = (from: string | RegExp, to: string) => (xml: string) => xml.replaceAll(from, to);
const refusal = (...files: EcgFile[]) => sentenceOf(() => readEcg(files));

const MUSE: readonly (readonly [what: string, edit: (xml: string) => string, sentence: string])[] = [
  ['no rhythm', swap('>Rhythm<', '>Stress<'), 'muse.xml holds no rhythm waveform, which is the ECG itself; its waveforms: “Median”, “Stress”.'],
  ['another unit', swap('MICROVOLTS', 'TESLA'), 'muse.xml gives “I” in the unit “TESLA”; only MICROVOLTS and MILLIVOLTS can be read.'],
  ['no unit', swap('MICROVOLTS', ''), 'muse.xml gives “I” in the unit “”; only MICROVOLTS and MILLIVOLTS can be read.'],
  ['no scale', swap('>4.88<', '><'), 'muse.xml does not give LeadAmplitudeUnitsPerBit.'],
  ['an impossible scale', swap('>4.88<', '>-4.88<'), 'muse.xml gives LeadAmplitudeUnitsPerBit as “-4.88”, which it cannot be.'],
  ['a scale in words', swap('>4.88<', '>4,88<'), 'muse.xml gives LeadAmplitudeUnitsPerBit as “4,88”, which it cannot be.'],
  ['no rate', swap('>100</SampleBase>', '></SampleBase>'), 'muse.xml does not give SampleBase.'],
  ['a strange exponent', swap('<SampleExponent>0', '<SampleExponent>0.5'), 'muse.xml gives SampleExponent as “0.5”, which it cannot be.'],
  ['a low rate', swap('>100</SampleBase>', '>99</SampleBase>'), 'muse.xml was sampled at 99 Hz; at least 100 Hz are needed.'],
  ['compressed samples', swap('CONTINUOUS_SAMPLES', 'HUFFMAN'), 'muse.xml gives SampleType as “HUFFMAN”; only “continuous_samples” or nothing can be read.'],
  ['samples of one byte', swap('<LeadSampleSize>2', '<LeadSampleSize>1'), 'muse.xml gives LeadSampleSize as “1”; only “2” or nothing can be read.'],
  ['a shifted lead', swap('<LeadTimeOffset>0', '<LeadTimeOffset>4'), 'muse.xml gives LeadTimeOffset of I as “4”; only “0” or nothing can be read.'],
  ['another count', swap('>1000</LeadSampleCountTotal>', '>999</LeadSampleCountTotal>'), 'muse.xml holds 1000 samples of “I”, although it announces “999”.'],
  ['another checksum', swap(/CRC32>\d+/g, 'CRC32>77'), 'muse.xml was altered or damaged: the samples of “I” do not match their checksum.'],
  ['letters that are no base64', swap(/(<WaveFormData>\n.{8})./g, '$1!'), 'muse.xml is damaged: the samples of “I” are no base64, because they contain “!”.'],
  ['V3 in the place of V2', swap('<LeadID>V2', '<LeadID>V3'), 'muse.xml is no complete 12-lead ECG: it lacks the lead V2 and holds “I”, “II”, “V1”, “V3”, “V3”, “V4”, “V5” and “V6”.'],
  ['V3R for V3', swap('<LeadID>V3', '<LeadID>V3R'), 'muse.xml is no complete 12-lead ECG: it lacks the lead V3 and holds “I”, “II”, “V1”, “V2”, “V3R”, “V4”, “V5” and “V6”.'],
  ['lead II missing', swap('<LeadID>II<', '<LeadID>aVF<'), 'muse.xml is no complete 12-lead ECG: it lacks the lead II and holds “I”, “aVF”, “V1”, “V2”, “V3”, “V4”, “V5” and “V6”.'],
  ['an unclosed element', swap('</RestingECG>', ''), 'muse.xml is damaged: its XML is broken at line 3 (“Unclosed tag \'RestingECG\'.”).'],
  ['entities', swap('"restecg.dtd"', '"restecg.dtd" [<!ENTITY a "aaaa">]'), 'muse.xml defines entities of its own (“<!ENTITY a "aaaa"”), which no ECG device does.'],
  ['an unknown encoding', swap('ISO-8859-1', 'EBCDIC'), 'muse.xml is written in the encoding “ebcdic”, which cannot be read.'],
];

describe("a device's XML file is refused", () => {
  it.each(MUSE)('GE MUSE with %s', async (_, edit, sentence) => {
    expect(await refusal(writeMuse(ecg, { edit }))).toBe(sentence);
  });

  it.each<[string, EcgFile, string]>([
    ['CardioSoft without strip', writeCardioSoft(ecg, { edit: swap('StripData', 'Strip') }), 'cardiosoft.xml holds no StripData, in which CardioSoft keeps the ECG itself.'],
    ['CardioSoft in another unit', writeCardioSoft(ecg, { edit: swap('uVperLsb', 'LsbPerMv') }), 'cardiosoft.xml gives the unit of Resolution as “LsbPerMv”; only “uvperlsb” can be read.'],
    ['CardioSoft with a letter among its samples', writeCardioSoft(ecg, { edit: (xml) => xml.replace(/,(-?\d+)(?=,[^<]*<\/WaveformData><\/StripData>)/, ',l2') }), 'cardiosoft.xml has “l2” among the samples of “V6”.'],
    ['CardioSoft with a sample less', writeCardioSoft(ecg, { edit: (xml) => xml.replace(/,-?\d+<\/WaveformData><\/StripData>/, '</WaveformData></StripData>') }), 'cardiosoft.xml holds 999 samples of “V6”, although it announces “1000”.'],
    ['CardioSoft with a lead named twice', writeCardioSoft(ecg, { edit: swap('"aVF"', '"aVL"') }), 'cardiosoft.xml names the lead aVL twice, so it is unclear which of the two is meant.'],
    ['Philips of a newer version', writePhilips(ecg, { edit: swap('>1.04<', '>1.10<') }), 'philips.xml is of the version “1.10” of Philips’ XML; 1.03 and 1.04 can be read.'],
    ['Philips without resolution', writePhilips(ecg, { edit: swap('<resolution>5<', '<resolution><') }), 'philips.xml does not give resolution.'],
    ['Philips with an offset', writePhilips(ecg, { edit: swap('<signaloffset>0', '<signaloffset>7') }), 'philips.xml gives signaloffset as “7”; only “0” can be read.'],
    ['Philips in another compression', writePhilips(ecg, { edit: swap('XLI', 'ZIP') }), 'philips.xml gives the compression as “ZIP”; only “xli” or “uncompressed” or “none” or nothing can be read.'],
    ['Philips without lead names', writePhilips(ecg, { version: '1.03', edit: swap('STD-12', 'MASON') }), 'philips.xml names no leads, and its set of leads “MASON” is not known.'],
    ['Philips of another length', writePhilips(ecg, { edit: swap('"11000"', '"10000"') }), 'philips.xml is damaged: its lead number 1 does not unfold to 1000 samples.'],
    ['Philips cut off', writePhilips(ecg, { edit: (xml) => xml.replace(/[^>]{4000}<\/parsed/, '</parsed') }), 'philips.xml is cut off: of 12 compressed leads it holds 8.'],
    ['Philips of an absurd length', writePhilips(ecg, { edit: swap('"11000"', '"99999999999"') }), 'philips.xml claims 10000000000 samples a lead, which no resting ECG has.'],
    ['aECG without time', writeAecg(ecg, { edit: swap('TIME_RELATIVE', 'PLACE') }), 'aecg.xml does not tell its sampling interval: it holds no TIME_ABSOLUTE or TIME_RELATIVE.'],
    ['aECG with an interval in weeks', writeAecg(ecg, { edit: swap('"0.01" unit="s"', '"0.01" unit="wk"') }), 'aecg.xml gives the sampling interval “0.01 wk”, which it cannot be.'],
    ['aECG in another unit', writeAecg(ecg, { edit: swap('value="2.5" unit="uV"', 'value="2.5" unit="mm"') }), 'aecg.xml gives the scale of “MDC_ECG_LEAD_I” as “2.5 mm”, which it cannot be.'],
    ['aECG without scale', writeAecg(ecg, { edit: swap(/<scale[^>]*>/g, '') }), 'aecg.xml gives no scale of “MDC_ECG_LEAD_I”.'],
    ['aECG as another list', writeAecg(ecg, { edit: swap('SLIST_PQ', 'SLIST_TS') }), 'aecg.xml gives the samples of MDC_ECG_LEAD_I as “SLIST_TS”; only “slist_pq” or nothing can be read.'],
    ['aECG without series', writeAecg(ecg, { edit: swap('series>', 'row>') }), 'aecg.xml holds no series of rhythm leads.'],
    ['Schiller without rhythm', writeSchiller(ecg, { edit: swap('ECG_RHYTHMS', 'ECG_OTHER') }), 'schiller.xml holds no ECG_RHYTHMS, in which Schiller keeps the ECG itself.'],
    ['Schiller in another unit', writeSchiller(ecg, { edit: swap('>UV<', '>MM<') }), 'schiller.xml gives the units of yres as “MM”; only “uv” can be read.'],
    ['Schiller with another exponent', writeSchiller(ecg, { edit: swap('<exponent>1', '<exponent>3') }), 'schiller.xml gives the exponent of samplerate as “3”; only “1” or “0” or nothing can be read.'],
    ['ELI without channels', writeEli(ecg, { edit: swap('CHANNEL', 'CHANNELS') }), 'eli.xml holds no CHANNEL, in which Mortara keeps the leads.'],
    ['ELI with unsigned samples', writeEli(ecg, { edit: swap('"SIGNED"', '"UNSIGNED"') }), 'eli.xml gives FORMAT of I as “UNSIGNED”; only “signed” can be read.'],
    ['ELI with two rates', writeEli(ecg, { edit: (xml) => xml.replace('"100"', '"200"') }), 'eli.xml gives its leads different sampling rates.'],
    ['ELI without scale', writeEli(ecg, { edit: swap(/UNITS_PER_MV="\d+"/g, '') }), 'eli.xml does not give UNITS_PER_MV.'],
  ])('%s', async (_, file, sentence) => {
    expect(await refusal(file)).toBe(sentence);
  });

  it('where leads have different lengths', async () => {
    const short = { ...ecg, leads: { ...ecg.leads, V6: ecg.leads.V6.subarray(0, 990) } };
    expect(await refusal(writeSchiller(short))).toBe(
      'schiller.xml holds 1000 samples of “I” but 990 of “V6”, so the leads do not belong together.',
    );
  });

  it('where there are two', async () => {
    expect(await refusal(writeEli(ecg), writeEli(ecg, { name: 'b.xml' }))).toBe(
      'These are 2 recordings (eli.xml and b.xml): open them one by one.',
    );
  });

  it('where it is larger than any ECG', async () => {
    const { bytes, name } = writeEli(ecg);
    const large = new Uint8Array(4 * 2 ** 20 + 1).fill(32);
    large.set(bytes);
    expect(await refusal({ name, bytes: large })).toBe('eli.xml is larger than 4 MiB; the XML file of an ECG is not.');
  });

  it('where it has more tags than any ECG', async () => {
    const bomb = swap('</ECG>', `${'<a/>'.repeat(50_000)}</ECG>`);
    expect(await refusal(writeEli(ecg, { edit: bomb }))).toBe('eli.xml has 50000 tags or attributes or more; the XML file of an ECG has not.');
  });

  it('where it is XML of another kind', async () => {
    const bytes = new TextEncoder().encode('<?xml version="1.0"?><!-- <RestingECG> --><letter/>');
    expect(await refusal({ name: 'letter.xml', bytes })).toMatch(/^No ECG that can be read was found: letter\.xml seems to be an XML file;/);
  });
});
