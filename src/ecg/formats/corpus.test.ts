import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCorpusFiles } from '../../../tools/corpus/corpusFiles';
import { INDEPENDENT_LEADS } from '../../../tools/synthetic/deviceXml/writerOptions';
import { toUnreadFile } from '../../../tools/synthetic/toUnreadFile';
import type { Ecg } from '../ecg';
import { type LeadName, STANDARD_LEADS } from '../lead';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';
import { unpackFiles } from './containers/unpackFiles';
import { WHAT_CAN_BE_READ } from './fixtures/whatCanBeRead';
import { readEcg } from './registry';

const FOLDER = fileURLToPath(new URL('./fixtures/corpus', import.meta.url));
const NAMES = readdirSync(FOLDER);

/** What the simulator put into every file; no reader was asked. */
const SAMPLING_RATE_HZ = 250;
const SAMPLE_COUNT = 2500;
const MILLIVOLTS: readonly (readonly [lead: LeadName, sample: number, millivolts: number])[] = [
  ['I', 1323, 1.1943],
  ['V2', 1329, -1.5547],
  ['V6', 1323, 2.2266],
];

interface Row {
  readonly format: string;
  /** As the page tells it. */
  readonly scale: string;
  /** How many leads are computed because the file does not store them; none where absent. */
  readonly derived?: number;
  /** Samples of every lead, where they are not those of the ECG alone. */
  readonly sampleCount?: number;
  /** How many samples of which lead are told to be missing; none where absent. */
  readonly missing?: string;
  /** What has to be stated because the file does not say it. */
  readonly stated?: StatedFacts;
}

const MICROVOLTS_AS_STATED = '1 unit = 1 µV, from the unit of its numbers, as you stated';
const ALL_STATED: StatedFacts = { samplingRateHz: SAMPLING_RATE_HZ, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS };

/** By the name that the recording's files share. */
const READ: Readonly<Record<string, Row>> = {
  'muse-8-leads': { format: 'GE MUSE XML', scale: '1 LSB = 1.25 µV, from LeadAmplitudeUnitsPerBit', derived: 4 },
  'muse-12-leads': { format: 'GE MUSE XML', scale: '1 LSB = 1.25 µV, from LeadAmplitudeUnitsPerBit' },
  cardiosoft: { format: 'GE CardioSoft XML', scale: '1 LSB = 1.25 µV, from Resolution' },
  'philips-xli': { format: 'Philips XML 1.04', scale: '1 LSB = 5 µV, from resolution' },
  'philips-bare': { format: 'Philips XML 1.03', scale: '1 LSB = 5 µV, from signalresolution' },
  schiller: { format: 'Schiller XML', scale: '1 LSB = 1 µV, from unitperbit' },
  eli: { format: 'Mortara ELI XML', scale: '1 LSB = 2.5 µV, from UNITS_PER_MV' },
  'aecg-relative': { format: 'HL7 aECG', scale: '1 LSB = 2.5 µV, from the scale of SLIST_PQ' },
  'aecg-absolute': { format: 'HL7 aECG', scale: '1 LSB = 2.5 µV, from the scale of SLIST_PQ' },
  'scp-huffman': { format: 'SCP-ECG 2.0', scale: '1 LSB = 2.5 µV, from the amplitude multiplier of section 6', derived: 4 },
  'scp-bare': { format: 'SCP-ECG 1.3', scale: '1 LSB = 2.5 µV, from the amplitude multiplier of section 6', derived: 4 },
  'scp-beat': { format: 'SCP-ECG 2.0', scale: '1 LSB = 2.5 µV, from the amplitude multiplier of section 6', derived: 4 },
  dicom: { format: 'DICOM (12-lead ECG)', scale: '1 LSB = 2.5 µV, from ChannelSensitivity' },
  'dicom-8-leads': {
    format: 'DICOM (general ECG)',
    scale: '1 LSB = 2.5 µV, from ChannelSensitivity, with 0 at 50 µV, from ChannelBaseline',
    derived: 4,
  },
  edf: { format: 'EDF', scale: '1 LSB = 0.5 µV, from the physical and digital range' },
  'edf-plus': { format: 'EDF+C', scale: '1 LSB = 1 µV, from the physical and digital range' },
  bdf: { format: 'BDF', scale: '1 LSB = 1 µV, from the physical and digital range' },
  ishne: { format: 'ISHNE', scale: '1 LSB = 1 µV, from the resolution of the lead' },
  fhir: { format: 'FHIR Observation', scale: '1 LSB = 1 µV, from the factor and the unit of the origin' },
  'fhir-r5': { format: 'FHIR Observation', scale: '1 LSB = 1.25 µV, from the factor and the unit of the origin', derived: 4 },
  mfer: { format: 'MFER', scale: '1 LSB = 1 µV, from the sampling resolution' },
  'mfer-little': { format: 'MFER', scale: '1 LSB = 1 µV, from the sampling resolution', derived: 4 },
  json: { format: 'JSON', scale: '1 unit = 1 µV, from the unit that the file gives' },
  'json-rows': { format: 'JSON', scale: MICROVOLTS_AS_STATED, stated: ALL_STATED },
  npy: { format: 'NumPy array', scale: MICROVOLTS_AS_STATED, stated: ALL_STATED },
  'mat-4': { format: 'MATLAB file (level 4)', scale: MICROVOLTS_AS_STATED, stated: ALL_STATED },
  'mat-5': { format: 'MATLAB file (level 5)', scale: '1 unit = 1 µV, from the unit that the file gives', stated: { leadOrder: STANDARD_LEADS } },
  'wfdb-8': { format: 'WFDB (format 8)', scale: '1 LSB = 8.333 µV, from the gain 120 per mV in the header' },
  'wfdb-16': { format: 'WFDB (format 16)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-24': { format: 'WFDB (format 24)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-32': { format: 'WFDB (format 32)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-61': { format: 'WFDB (format 61)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-160': { format: 'WFDB (format 160)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-212': { format: 'WFDB (format 212)', scale: '1 LSB = 2.5 µV, from the gain 400 per mV in the header' },
  'wfdb-310': { format: 'WFDB (format 310)', scale: '1 LSB = 6.25 µV, from the gain 160 per mV in the header' },
  'wfdb-311': { format: 'WFDB (format 311)', scale: '1 LSB = 6.25 µV, from the gain 160 per mV in the header' },
  'wfdb-mat': { format: 'WFDB (format 16, MATLAB file)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-frames': { format: 'WFDB (format 16)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-skew': {
    format: 'WFDB (format 16)',
    scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header',
    sampleCount: SAMPLE_COUNT + 2,
    missing: '2 in V1, 2 in V2, 2 in V3, 2 in V4, 2 in V5 and 2 in V6',
  },
  'wfdb-segments': { format: 'WFDB (formats 16 and 61, 2 segments)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  zip: { format: 'WFDB (format 212)', scale: '1 LSB = 2.5 µV, from the gain 400 per mV in the header' },
  'gap-wfdb': { format: 'WFDB (format 212)', scale: '1 LSB = 2.5 µV, from the gain 400 per mV in the header', missing: '250 in V3' },
  'gap-npy': { format: 'NumPy array', scale: MICROVOLTS_AS_STATED, missing: '250 in V3', stated: ALL_STATED },
  'table-german': { format: 'Text table (separated by semicolons)', scale: '1 unit = 1 µV, from the unit with the names of the leads' },
  'table-bare': {
    format: 'Text table (separated by spaces)',
    scale: '1 unit = 1 µV, from the unit of its numbers, as you stated',
    derived: 4,
    stated: { microvoltsPerUnit: 1, leadOrder: INDEPENDENT_LEADS },
  },
};

/** By file. */
const REFUSED: Readonly<Record<string, string>> = {
  'nine-seconds.ecg': 'nine-seconds.ecg is 9 s long; at least 10 s are needed.',
  'eighty-hertz.edf': 'eighty-hertz.edf was sampled at 80 Hz; at least 100 Hz are needed.',
  'four-leads.xml':
    'four-leads.xml is no complete 12-lead ECG: it lacks the leads V3, V4, V5 and V6 and holds “I”, “II”, “V1” and “V2”.',
  'one-lead.csv': 'one-lead.csv is no complete 12-lead ECG: it lacks the leads I, V1, V2, V3, V4, V5 and V6 and holds “II”.',
  'infinite.csv': 'infinite.csv has “Infinity” in line 502, where a value of V3 should be.',
  'entities.xml': 'entities.xml defines entities of its own (“<!ENTITY e0 "unfolds!!!"”), which no ECG device does.',
  'objects.npy': 'objects.npy holds Python objects, which are not opened: save the numbers themselves.',
  'level-7.3.mat': 'level-7.3.mat is a MATLAB 7.3 file (HDF5), which cannot be read: save it with the option -v7.',
  'no-signal-file.hea': 'no-signal-file.hea keeps its samples in “no-signal-file.dat”: add that file too.',
  'flac.hea':
    'flac.hea stores its samples compressed as FLAC audio (WFDB format 516), which cannot be read; 8, 16, 24, 32, 61, 80, 160, 212, 310 and 311 can.',
  'encrypted.zip': '“secret.hea” in “encrypted.zip” is encrypted: unpack the archive with its password and open the file itself.',
  'archive-in-archive.zip': '“inner.zip” in “archive-in-archive.zip” is an archive in an archive: take it out and open it by itself.',
  'letter.txt': `No ECG that can be read was found: letter.txt seems to be plain text; ${WHAT_CAN_BE_READ}`,
  'report.html': `No ECG that can be read was found: report.html seems to be a web page; ${WHAT_CAN_BE_READ}`,
};

/** The name that a recording's files share: without ending, and without the number of a segment. */
const toStem = (name: string): string => name.replace(/(?:_\w+)?\.[^.]*$/, '');

/** Reads the corpus's files of these names as one recording, out of their archive where they are in one. */
async function readFiles(names: readonly string[], stated?: StatedFacts): Promise<Ecg> {
  const files = names.map((name) => toUnreadFile({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));
  const unpacked = await unpackFiles(files);
  return readEcg(await Promise.all(unpacked.map(async ({ name, arrayBuffer }) => ({ name, bytes: new Uint8Array(await arrayBuffer()) }))), stated);
}

describe('the corpus of simulated files', () => {
  it('is in one of the two tables, file by file', () => {
    const told = NAMES.filter((name) => Object.hasOwn(REFUSED, name) || Object.hasOwn(READ, toStem(name)));
    expect(told).toEqual(NAMES);
    expect(new Set(NAMES.filter((name) => !Object.hasOwn(REFUSED, name)).map(toStem))).toEqual(new Set(Object.keys(READ)));
  });

  it('is what its writers write', async () => {
    const written = await createCorpusFiles();
    expect(written.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
    for (const { name, bytes } of written) {
      expect(Buffer.from(bytes).equals(readFileSync(join(FOLDER, name))), `${name}: run tools/corpus/createCorpus.ts`).toBe(true);
    }
  });

  it.each(Object.entries(READ))('%s is read to the millivolts of the simulator', async (stem, { stated, missing, derived = 0, ...told }) => {
    const ecg = await readFiles(NAMES.filter((name) => toStem(name) === stem), stated);
    expect(ecg).toMatchObject({ samplingRateHz: SAMPLING_RATE_HZ, sampleCount: SAMPLE_COUNT, ...told });
    const gaps = ecg.remarks.filter((remark) => remark.startsWith('Samples that the file marks as missing'));
    expect(gaps).toEqual(missing === undefined ? [] : [`Samples that the file marks as missing: ${missing}.`]);
    expect(ecg.derivedLeads ?? []).toHaveLength(derived);
    const stepMv = Number(/^1 (?:LSB|unit) = ([\d.]+) µV/.exec(told.scale)![1]) / 1000;
    for (const [lead, sample, millivolts] of MILLIVOLTS) {
      expect(Math.abs(ecg.leads[lead][sample]! - millivolts)).toBeLessThanOrEqual(stepMv);
    }
  });

  it.each(Object.entries(REFUSED))('%s is refused', async (name, sentence) => {
    await expect(readFiles([name])).rejects.toThrow(new Problem(sentence));
  });
});
