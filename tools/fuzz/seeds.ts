import { gzipSync } from 'node:zlib';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { crc16 } from '../../src/ecg/formats/crc16';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import type { StatedFacts } from '../../src/ecg/statedFacts';
import { editZip } from '../synthetic/archives/editZip';
import { writeGzip } from '../synthetic/archives/gzipWriter';
import { writeZip } from '../synthetic/archives/zipWriter';
import { writeAecg } from '../synthetic/deviceXml/aecgWriter';
import { writeCardioSoft } from '../synthetic/deviceXml/cardioSoftWriter';
import { writeEli } from '../synthetic/deviceXml/eliWriter';
import { writeMuse } from '../synthetic/deviceXml/museWriter';
import { writePhilips } from '../synthetic/deviceXml/philipsWriter';
import { writeSchiller } from '../synthetic/deviceXml/schillerWriter';
import { INDEPENDENT_LEADS } from '../synthetic/deviceXml/writerOptions';
import { writeDicom } from '../synthetic/dicom/dicomWriter';
import { createSyntheticEcg } from '../synthetic/ecg';
import { writeEdf } from '../synthetic/edf/edfWriter';
import { writeIshne } from '../synthetic/ishne/ishneWriter';
import { sealScp } from '../synthetic/scp/packScp';
import { writeScp } from '../synthetic/scp/scpWriter';
import { writeWfdbRecord } from '../synthetic/wfdbWriter';
import { ANY_MUTATIONS, type Mutation, TEXT_MUTATIONS, toFieldMutations, XML_MUTATIONS } from './mutations';

/** A format and what is to be damaged of it. A new format needs an entry here and nothing else. */
export interface FuzzFormat {
  readonly name: string;
  /** Whole recordings, by the project's own writers. */
  readonly seeds: () => Promise<readonly (readonly EcgFile[])[]> | readonly (readonly EcgFile[])[];
  /** The ways in which one of their files is damaged, by name. */
  readonly mutationsOf: (file: EcgFile) => Readonly<Record<string, Mutation>>;
  /** Writes the checksums that belong to the bytes, or hardly a mutant would come past them. */
  readonly seal?: (bytes: Uint8Array) => void;
  /** What somebody states of recordings that do not say it themselves. */
  readonly stated?: StatedFacts;
}

/** Zeros, of which a thousandth is left when they are packed. */
const BOMB_BYTES = 2 ** 24;
const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100 });
const longer = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const XML = { ...ANY_MUTATIONS, ...XML_MUTATIONS };
const xml = (name: string, ...files: readonly EcgFile[]): FuzzFormat => ({
  name,
  seeds: () => files.map((file) => [file]),
  mutationsOf: () => XML,
});

/** Every format that is read, and the archives around them. */
export const FUZZ_FORMATS: readonly FuzzFormat[] = [
  xml('muse', writeMuse(ecg), writeMuse(ecg, { leadOrder: STANDARD_LEADS })),
  xml('cardiosoft', writeCardioSoft(ecg)),
  xml('philips', writePhilips(ecg), writePhilips(ecg, { version: '1.03' }), writePhilips(ecg, { compressed: false })),
  xml('schiller', writeSchiller(ecg)),
  xml('eli', writeEli(ecg)),
  xml('aecg', writeAecg(ecg), writeAecg(ecg, { time: 'TIME_ABSOLUTE', originMicrovolts: 5 })),
  {
    name: 'scp',
    seeds: () => [
      [writeScp(ecg)],
      [writeScp(ecg, { leadOrder: STANDARD_LEADS, differences: 1 })],
      [writeScp(ecg, { huffman: 'none', differences: 0, protocolVersion: 13, hasMark: false })],
      [writeScp(ecg, { huffman: 'switching' })],
      [writeScp(ecg, { subtracted: true, bimodalFactor: 4, leadOrder: STANDARD_LEADS })],
      [writeScp(ecg, { hasChecksums: false })],
    ],
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations((bytes) => ({ from: 2, to: Math.min(bytes.length, 1200) })) }),
    seal: (bytes) => {
      if (bytes.length > 40) sealScp(bytes);
    },
  },
  {
    name: 'dicom',
    seeds: () => [
      [writeDicom(ecg)],
      [writeDicom(ecg, { syntax: 'implicit', hasUndefinedLengths: true })],
      [writeDicom(ecg, { syntax: 'bigEndian', leadOrder: INDEPENDENT_LEADS, scheme: 'MDC' })],
      [writeDicom(ecg, { syntax: 'deflated' })],
      [writeDicom(ecg, { interpretation: 'UB', microvoltsPerStep: 25, baselineMicrovolts: -3200, start: 'nothing' })],
    ],
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations((bytes) => ({ from: 128, to: Math.min(bytes.length, 12_000) })) }),
  },
  {
    name: 'edf',
    seeds: () => [
      [writeEdf(longer)],
      [writeEdf(longer, { plus: 'D' })],
      [writeEdf(longer, { kind: 'BDF', plus: 'C' })],
      [writeEdf(longer, { recordSeconds: '.01', recordCount: '-1' })],
    ],
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations((bytes) => ({ from: 184, to: Math.min(bytes.length, 256 * 14) })) }),
  },
  {
    name: 'ishne',
    seeds: () => [[writeIshne(longer)], [writeIshne(longer, { leadOrder: INDEPENDENT_LEADS, variableBlock: 'Recorded at home' })]],
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations(() => ({ from: 0, to: 530 })) }),
    seal: (bytes) => {
      if (bytes.length < 522) return;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      view.setUint16(8, crc16(bytes.subarray(10, 522 + Math.max(0, view.getInt32(10, true)))), true);
    },
  },
  {
    name: 'wfdb',
    seeds: () => [
      writeWfdbRecord(ecg, { comments: ['Age: 70', 'Dx: 426783006'] }).files,
      writeWfdbRecord(ecg, { container: 'mat' }).files,
      writeWfdbRecord(ecg, { format: 212, gainPerMv: 200 }).files,
      writeWfdbRecord(ecg, { format: 80, gainPerMv: 20 }).files,
      writeWfdbRecord(ecg, { format: 24 }).files,
      writeWfdbRecord(ecg, { format: 32 }).files,
    ],
    mutationsOf: ({ name }) => (name.endsWith('.hea') ? { ...ANY_MUTATIONS, ...TEXT_MUTATIONS } : ANY_MUTATIONS),
  },
  {
    name: 'zip',
    seeds: writeArchives,
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations(findDirectory), ...toFieldMutations(() => ({ from: 0, to: 60 })) }),
  },
  {
    name: 'gzip',
    seeds: () => [[writeGzip(writeEdf(longer))], [toGzipBomb()]],
    mutationsOf: () => ({ ...ANY_MUTATIONS, ...toFieldMutations(() => ({ from: 0, to: 20 })) }),
  },
];

async function writeArchives(): Promise<readonly (readonly EcgFile[])[]> {
  const edf = writeEdf(longer);
  const record = writeWfdbRecord(ecg).files;
  const zeros = { name: 'zeros.edf', bytes: new Uint8Array(BOMB_BYTES) };
  const bomb = await writeZip([zeros]);
  const archives = [
    await writeZip([edf]),
    await writeZip([...record, writeGzip(edf)], { level: 0 }),
    await writeZip([edf], { dataDescriptor: true, zip64: true }),
    bomb,
    // A bomb that says it is none.
    editZip(bomb, { unpackedSize: 1000, localUnpackedSize: 1000 }),
    await writeZip([bomb, toGzipBomb(), edf]),
  ];
  return archives.map((archive) => [archive]);
}

function toGzipBomb(): EcgFile {
  return { name: 'zeros.edf.gz', bytes: new Uint8Array(gzipSync(new Uint8Array(BOMB_BYTES))) };
}

function findDirectory(bytes: Buffer): { readonly from: number; readonly to: number } {
  return { from: Math.max(0, bytes.indexOf('PK\x01\x02', 0, 'latin1')), to: bytes.length };
}
