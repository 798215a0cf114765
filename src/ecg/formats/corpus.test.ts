import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCorpusFiles } from '../../../tools/corpus/corpusFiles';
import { INDEPENDENT_LEADS } from '../../../tools/synthetic/deviceXml/writerOptions';
import type { EcgFile } from '../ecgFile';
import { type LeadName, STANDARD_LEADS } from '../lead';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';
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
  'wfdb-16': { format: 'WFDB (format 16)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-24': { format: 'WFDB (format 24)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-32': { format: 'WFDB (format 32)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
  'wfdb-212': { format: 'WFDB (format 212)', scale: '1 LSB = 2.5 µV, from the gain 400 per mV in the header' },
  'wfdb-mat': { format: 'WFDB (format 16, MATLAB file)', scale: '1 LSB = 1 µV, from the gain 1000 per mV in the header' },
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
  'letter.txt': `No ECG that can be read was found: letter.txt seems to be plain text; ${WHAT_CAN_BE_READ}`,
  'report.html': `No ECG that can be read was found: report.html seems to be a web page; ${WHAT_CAN_BE_READ}`,
};

const toStem = (name: string): string => name.replace(/\.[^.]*$/, '');
const readFiles = (names: readonly string[]): EcgFile[] =>
  names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) }));

describe('the corpus of simulated files', () => {
  it('is in one of the two tables, file by file', () => {
    const told = NAMES.filter((name) => Object.hasOwn(REFUSED, name) || Object.hasOwn(READ, toStem(name)));
    expect(told).toEqual(NAMES);
    expect(new Set(NAMES.filter((name) => !Object.hasOwn(REFUSED, name)).map(toStem))).toEqual(new Set(Object.keys(READ)));
  });

  it('is what its writers write', () => {
    const written = createCorpusFiles();
    expect(written.map(({ name }) => name).sort()).toEqual([...NAMES].sort());
    for (const { name, bytes } of written) {
      expect(Buffer.from(bytes).equals(readFileSync(join(FOLDER, name))), `${name}: run tools/corpus/createCorpus.ts`).toBe(true);
    }
  });

  it.each(Object.entries(READ))('%s is read to the millivolts of the simulator', async (stem, { stated, derived = 0, ...told }) => {
    const ecg = await readEcg(readFiles(NAMES.filter((name) => toStem(name) === stem)), stated);
    expect(ecg).toMatchObject({ ...told, samplingRateHz: SAMPLING_RATE_HZ, sampleCount: SAMPLE_COUNT });
    expect(ecg.derivedLeads ?? []).toHaveLength(derived);
    const stepMv = Number(/^1 (?:LSB|unit) = ([\d.]+) µV/.exec(told.scale)![1]) / 1000;
    for (const [lead, sample, millivolts] of MILLIVOLTS) {
      expect(Math.abs(ecg.leads[lead][sample]! - millivolts)).toBeLessThanOrEqual(stepMv);
    }
  });

  it.each(Object.entries(REFUSED))('%s is refused', async (name, sentence) => {
    await expect(readEcg(readFiles([name]))).rejects.toThrow(new Problem(sentence));
  });
});
