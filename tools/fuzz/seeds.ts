import { gzipSync } from 'node:zlib';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { crc16 } from '../../src/ecg/formats/crc16';
import type { StatedFacts } from '../../src/ecg/statedFacts';
import { editZip } from '../synthetic/archives/editZip';
import { writeGzip } from '../synthetic/archives/gzipWriter';
import { writeZip } from '../synthetic/archives/zipWriter';
import { INDEPENDENT_LEADS } from '../synthetic/deviceXml/writerOptions';
import { writeDicom } from '../synthetic/dicom/dicomWriter';
import { createSyntheticEcg } from '../synthetic/ecg';
import { writeEdf } from '../synthetic/edf/edfWriter';
import { EVERY_FORMAT } from '../synthetic/everyFormat';
import { writeIshne } from '../synthetic/ishne/ishneWriter';
import { sealScp } from '../synthetic/scp/packScp';
import { writeScp } from '../synthetic/scp/scpWriter';
import { writeWfdbRecord } from '../synthetic/wfdbWriter';
import type { FieldStretch } from './mutations';

/** A recording to be damaged. */
export interface FuzzSeed {
  readonly files: readonly EcgFile[];
  /** What somebody states of it because its files do not. */
  readonly stated?: StatedFacts;
  /** Whether it is refused undamaged: an archive that unfolds to more than an ECG can be. */
  readonly isBomb?: boolean;
}

/** What is known of a format beside its files: nothing is needed, but damage strikes better with it. */
interface FuzzHints {
  /** Recordings beside those that the project's tests share. */
  readonly seeds?: () => Promise<readonly FuzzSeed[]> | readonly FuzzSeed[];
  /** Where the fields of binary files lie; at the beginning unless told. */
  readonly findFields?: (bytes: Buffer) => FieldStretch;
  /** Writes the checksums that belong to the bytes, or hardly a mutant would come past them. */
  readonly seal?: (bytes: Uint8Array) => void;
}

/** A format and what is to be damaged of it. */
export interface FuzzFormat extends FuzzHints {
  readonly name: string;
  readonly seeds: () => Promise<readonly FuzzSeed[]>;
}

/** Zeros, of which a thousandth is left when they are packed. */
const BOMB_BYTES = 2 ** 24;
const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const single = (...files: readonly EcgFile[]): readonly FuzzSeed[] => files.map((file) => ({ files: [file] }));

const HINTS: Readonly<Record<string, FuzzHints>> = {
  scp: {
    seeds: () => single(writeScp(ecg, { subtracted: true, bimodalFactor: 4 }), writeScp(ecg, { hasChecksums: false })),
    findFields: () => ({ from: 2, to: 1200 }),
    seal: (bytes) => {
      if (bytes.length > 40) sealScp(bytes);
    },
  },
  dicom: {
    seeds: () =>
      single(
        writeDicom(ecg, { syntax: 'bigEndian', hasUndefinedLengths: true }),
        writeDicom(ecg, { syntax: 'deflated' }),
        writeDicom(ecg, { interpretation: 'UB', microvoltsPerStep: 25, baselineMicrovolts: -3200, start: 'nothing' }),
      ),
    findFields: () => ({ from: 128, to: 12_000 }),
  },
  edf: {
    seeds: () => single(writeEdf(ecg, { plus: 'D' }), writeEdf(ecg, { recordSeconds: '.01', recordCount: '-1' })),
    findFields: () => ({ from: 184, to: 256 * 14 }),
  },
  bdf: { findFields: () => ({ from: 184, to: 256 * 14 }) },
  ishne: {
    seeds: () => single(writeIshne(ecg, { leadOrder: INDEPENDENT_LEADS, variableBlock: 'Recorded at home' })),
    findFields: () => ({ from: 0, to: 530 }),
    seal: sealIshne,
  },
  wfdb: { seeds: () => [{ files: writeWfdbRecord(ecg, { format: 80, gainPerMv: 20, comments: ['Age: 70'] }).files }] },
  zip: { seeds: writeArchives, findFields: findDirectory },
  gzip: { seeds: () => [...single(writeGzip(writeEdf(ecg))), toBomb(writeGzipBomb())], findFields: () => ({ from: 0, to: 20 }) },
};

/** Every format in which the project's tests write ECGs, by the first word of its name, and the archives around them. */
export const FUZZ_FORMATS: readonly FuzzFormat[] = [...new Set([...EVERY_FORMAT.map(({ name }) => toFamily(name)), ...Object.keys(HINTS)])].map(
  (name) => ({ ...HINTS[name], name, seeds: async () => [...writeShared(name), ...((await HINTS[name]?.seeds?.()) ?? [])] }),
);

function toFamily(name: string): string {
  return name.split('-')[0]!;
}

function writeShared(family: string): readonly FuzzSeed[] {
  return EVERY_FORMAT.filter(({ name }) => toFamily(name) === family).map(({ write, toStated }) => ({ files: write(ecg), ...(toStated && { stated: toStated(ecg) }) }));
}

function sealIshne(bytes: Uint8Array): void {
  if (bytes.length < 522) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  view.setUint16(8, crc16(bytes.subarray(10, 522 + Math.max(0, view.getInt32(10, true)))), true);
}

async function writeArchives(): Promise<readonly FuzzSeed[]> {
  const edf = writeEdf(ecg);
  const record = writeWfdbRecord(ecg).files;
  const bomb = await writeZip([{ name: 'zeros.edf', bytes: new Uint8Array(BOMB_BYTES) }]);
  return [
    ...single(
      await writeZip([edf]),
      await writeZip([...record, writeGzip(edf)], { level: 0 }),
      await writeZip([edf], { dataDescriptor: true, zip64: true }),
      await writeZip([bomb, writeGzipBomb(), edf]),
    ),
    toBomb(bomb),
    // A bomb that says it is none.
    toBomb(editZip(bomb, { unpackedSize: 1000, localUnpackedSize: 1000 })),
  ];
}

function writeGzipBomb(): EcgFile {
  return { name: 'zeros.edf.gz', bytes: new Uint8Array(gzipSync(new Uint8Array(BOMB_BYTES))) };
}

function toBomb(file: EcgFile): FuzzSeed {
  return { files: [file], isBomb: true };
}

function findDirectory(bytes: Buffer): FieldStretch {
  return { from: Math.max(0, bytes.indexOf('PK\x01\x02', 0, 'latin1')), to: bytes.length };
}
