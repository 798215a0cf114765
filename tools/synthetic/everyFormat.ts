import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { StatedFacts } from '../../src/ecg/statedFacts';
import { createTime, writeDelimited } from './delimited/delimitedWriter';
import { writeAecg } from './deviceXml/aecgWriter';
import { writeCardioSoft } from './deviceXml/cardioSoftWriter';
import { writeEli } from './deviceXml/eliWriter';
import { writeMuse } from './deviceXml/museWriter';
import { writePhilips } from './deviceXml/philipsWriter';
import { writeSchiller } from './deviceXml/schillerWriter';
import { INDEPENDENT_LEADS } from './deviceXml/writerOptions';
import { SOP_CLASSES, writeDicom } from './dicom/dicomWriter';
import { writeEdf } from './edf/edfWriter';
import { writeFhir } from './fhir/fhirWriter';
import { writeIshne } from './ishne/ishneWriter';
import { writeJson } from './json/jsonWriter';
import { toMatMatrix, writeMat4, writeMat5 } from './mat/matWriter';
import { writeMfer } from './mfer/mferWriter';
import { writeNpy } from './npy/npyWriter';
import { writeScp } from './scp/scpWriter';
import { writeSegmentedWfdbRecord } from './wfdbSegments';
import { writeWfdbRecord } from './wfdbWriter';

/** A way of storing an ECG without loss beyond the rounding to its step. */
export interface WrittenFormat {
  /** What tells its files from those of the other ways; a base name, too. */
  readonly name: string;
  readonly write: (ecg: Ecg) => readonly EcgFile[];
  /** What somebody has to state of such files of an ECG. */
  readonly toStated?: (ecg: Ecg) => StatedFacts;
}

/**
 * Finer than the usual 4.88 µV of MUSE, whose rounding alone moves a probability of the demo model by up to 0.003: readers
 * are compared here, not recorders.
 */
const FINE_STEP = { microvoltsPerStep: 1.25 };
const RAW_SCP = { huffman: 'none', differences: 0 } as const;

/** What has to be stated of numbers without a rate, a unit or names. */
const toPlain = ({ samplingRateHz }: Ecg): StatedFacts => ({ samplingRateHz, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS });

/**
 * Every format that is read, in every way of storing samples in which files of the field differ most. WFDB's format 80
 * is absent, for its 8 bits hold an ECG only in steps of 12 µV or more, whose rounding moves probabilities.
 */
export const EVERY_FORMAT: readonly WrittenFormat[] = [
  { name: 'muse-8-leads', write: (ecg) => [writeMuse(ecg, { name: 'muse-8-leads.xml', ...FINE_STEP })] },
  { name: 'muse-12-leads', write: (ecg) => [writeMuse(ecg, { name: 'muse-12-leads.xml', ...FINE_STEP, leadOrder: STANDARD_LEADS, highByteFirst: true })] },
  { name: 'cardiosoft', write: (ecg) => [writeCardioSoft(ecg, { name: 'cardiosoft.xml', ...FINE_STEP })] },
  { name: 'philips-xli', write: (ecg) => [writePhilips(ecg, { name: 'philips-xli.xml' })] },
  { name: 'philips-bare', write: (ecg) => [writePhilips(ecg, { name: 'philips-bare.xml', version: '1.03', compressed: false })] },
  { name: 'schiller', write: (ecg) => [writeSchiller(ecg, { name: 'schiller.xml' })] },
  { name: 'eli', write: (ecg) => [writeEli(ecg, { name: 'eli.xml' })] },
  { name: 'aecg-relative', write: (ecg) => [writeAecg(ecg, { name: 'aecg-relative.xml' })] },
  { name: 'aecg-absolute', write: (ecg) => [writeAecg(ecg, { name: 'aecg-absolute.xml', time: 'TIME_ABSOLUTE', originMicrovolts: 5 })] },
  { name: 'scp-huffman', write: (ecg) => [writeScp(ecg, { name: 'scp-huffman.scp' })] },
  { name: 'scp-bare', write: (ecg) => [writeScp(ecg, { name: 'scp-bare.scp', protocolVersion: 13, ...RAW_SCP })] },
  { name: 'scp-beat', write: (ecg) => [writeScp(ecg, { name: 'scp-beat.scp', huffman: 'switching', differences: 1, subtracted: true })] },
  { name: 'dicom', write: (ecg) => [writeDicom(ecg, { name: 'dicom.dcm' })] },
  {
    name: 'dicom-8-leads',
    write: (ecg) => [
      writeDicom(ecg, {
        name: 'dicom-8-leads.dcm',
        sopClass: SOP_CLASSES.general,
        syntax: 'implicit',
        scheme: 'MDC',
        leadOrder: INDEPENDENT_LEADS,
        interpretation: 'SL',
        unit: 'mV',
        baselineMicrovolts: 50,
      }),
    ],
  },
  { name: 'edf', write: (ecg) => [writeEdf(ecg, { name: 'edf.edf', unit: 'uV', physical: ['-16384', '16383.5'] })] },
  { name: 'edf-plus', write: (ecg) => [writeEdf(ecg, { name: 'edf-plus.edf', plus: 'C', toLabel: (lead) => `ECG ${lead}` })] },
  { name: 'bdf', write: (ecg) => [writeEdf(ecg, { name: 'bdf.bdf', kind: 'BDF' })] },
  { name: 'ishne', write: (ecg) => [writeIshne(ecg, { name: 'ishne.ecg' })] },
  { name: 'fhir', write: (ecg) => [writeFhir(ecg, { name: 'fhir.json' })] },
  { name: 'fhir-r5', write: (ecg) => [writeFhir(ecg, { name: 'fhir-r5.json', release: 'R5', unit: 'uV', factor: 1.25, within: 'Bundle', leadOrder: INDEPENDENT_LEADS })] },
  { name: 'mfer', write: (ecg) => [writeMfer(ecg, { name: 'mfer.mwf', blockLength: 100 })] },
  { name: 'mfer-little', write: (ecg) => [writeMfer(ecg, { name: 'mfer-little.mwf', isLittleEndian: true, leadOrder: INDEPENDENT_LEADS })] },
  { name: 'json', write: (ecg) => [writeJson(ecg, { name: 'json.json', unitsPerMv: 1000, facts: { fs: ecg.samplingRateHz, unit: 'uV' } })] },
  {
    name: 'json-rows',
    write: (ecg) => [writeJson(ecg, { name: 'json-rows.json', shape: 'rows alone', unitsPerMv: 1000 })],
    toStated: toPlain,
  },
  { name: 'npy', write: (ecg) => [writeNpy(ecg, { name: 'npy.npy', type: '<i2', unitsPerMv: 1000, areColumns: true })], toStated: toPlain },
  {
    name: 'mat-4',
    write: (ecg) => [writeMat4({ val: { ...toMatMatrix(ecg, 1000), storedAs: 'int16' } }, 'mat-4.mat')],
    toStated: toPlain,
  },
  {
    name: 'mat-5',
    // Compressed files differ from one version of zlib to the next.
    write: (ecg) => [writeMat5({ ECG: { fs: ecg.samplingRateHz, units: 'uV', data: { ...toMatMatrix(ecg, 1000), storedAs: 'int16' } } }, { name: 'mat-5.mat', isCompressed: false })],
    toStated: () => ({ leadOrder: STANDARD_LEADS }),
  },
  { name: 'wfdb-8', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-8', format: 8, gainPerMv: toGain(127, ecg, toSteps) }).files },
  { name: 'wfdb-16', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-16' }).files },
  { name: 'wfdb-24', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-24', format: 24, baseline: 7 }).files },
  { name: 'wfdb-32', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-32', format: 32 }).files },
  { name: 'wfdb-61', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-61', format: 61 }).files },
  { name: 'wfdb-160', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-160', format: 160 }).files },
  { name: 'wfdb-212', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-212', format: 212, gainPerMv: 400 }).files },
  { name: 'wfdb-310', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-310', format: 310, gainPerMv: toGain(511, ecg) }).files },
  { name: 'wfdb-311', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-311', format: 311, gainPerMv: toGain(511, ecg) }).files },
  { name: 'wfdb-mat', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-mat', container: 'mat' }).files },
  { name: 'wfdb-frames', write: (ecg) => writeWfdbRecord(ecg, { recordName: 'wfdb-frames', samplesPerFrame: 4 }).files },
  { name: 'wfdb-skew', write: writeSkewed },
  { name: 'wfdb-segments', write: writeSegments },
  {
    name: 'table-german',
    write: (ecg) => [
      writeDelimited(ecg, {
        name: 'table-german.csv',
        delimiter: ';',
        decimalMark: ',',
        decimals: 0,
        encoding: 'latin1',
        first: [createTime(ecg, 'Zeit [s]', 3)],
      }),
    ],
  },
  {
    name: 'table-bare',
    write: (ecg) => [
      writeDelimited(ecg, {
        name: 'table-bare.txt',
        before: [`Sampling rate: ${ecg.samplingRateHz} Hz`],
        delimiter: ' ',
        decimals: 0,
        leadOrder: INDEPENDENT_LEADS,
        hasNames: false,
        first: [],
      }),
    ],
    toStated: () => ({ microvoltsPerUnit: 1, leadOrder: INDEPENDENT_LEADS }),
  },
];

/** Steps per millivolt, a multiple of 40, so many that the largest number of any lead is still stored. */
function toGain(largestStored: number, ecg: Ecg, toStored = (samplesMv: Float32Array) => samplesMv): number {
  const largestMv = Math.max(...STANDARD_LEADS.flatMap((lead) => [...toStored(ecg.leads[lead])].map(Math.abs)));
  return 40 * Math.floor(largestStored / largestMv / 40);
}

/** From each sample to the next. */
function toSteps(samplesMv: Float32Array): Float32Array {
  return samplesMv.map((sample, index) => sample - samplesMv[Math.max(0, index - 1)]!);
}

/** The precordial leads are stored two samples late. All leads end with their last value again, so that none loses a sample. */
function writeSkewed(ecg: Ecg): readonly EcgFile[] {
  const skew = 2;
  const leads = STANDARD_LEADS.map((lead) => {
    const samples = ecg.leads[lead];
    const longer = new Float32Array(samples.length + skew).fill(samples.at(-1)!);
    longer.set(samples);
    return [lead, longer] as const;
  });
  const longer = { ...ecg, sampleCount: ecg.sampleCount + skew, leads: Object.fromEntries(leads) as Ecg['leads'] };
  return writeWfdbRecord(longer, { recordName: 'wfdb-skew', toSkew: (lead) => (lead.startsWith('V') ? skew : 0) }).files;
}

/** Two segments that store their samples in different ways. */
function writeSegments(ecg: Ecg): readonly EcgFile[] {
  const seconds = 4;
  const rest = ecg.sampleCount / ecg.samplingRateHz - seconds;
  const plan = [{ seconds }, { seconds: rest, options: { format: 61 } }] as const;
  return writeSegmentedWfdbRecord(ecg, plan, { recordName: 'wfdb-segments', layout: true }).files;
}
