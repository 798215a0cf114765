import { pick, place } from '../../../tools/synthetic/choose';
import { INDEPENDENT_LEADS } from '../../../tools/synthetic/deviceXml/writerOptions';
import { writeDicom } from '../../../tools/synthetic/dicom/dicomWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { Random } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100 });
const FILES: readonly EcgFile[] = [
  writeDicom(ecg),
  writeDicom(ecg, { syntax: 'implicit', hasUndefinedLengths: true }),
  writeDicom(ecg, { syntax: 'bigEndian', leadOrder: INDEPENDENT_LEADS, scheme: 'MDC' }),
  writeDicom(ecg, { syntax: 'deflated' }),
  writeDicom(ecg, { hasUndefinedLengths: true, padding: -32768, scheme: '99OWN' }),
  writeDicom(ecg, { interpretation: 'UB', microvoltsPerStep: 25, baselineMicrovolts: -3200, start: 'nothing' }),
  writeDicom(ecg, { syntax: 'implicit', interpretation: 'SL', start: 'nothing' }),
];
const STRANGE_NUMBERS = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0x8000, 0xffff, 0xfffe, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const STRANGE_TEXTS = ['', '0', '-1', '1e99', 'NaN', '999999999999', '.', '1e-320', '3', 'V1', 'mV', 'DERIVED', 'SQ', 'UN', 'OB'];
/** Shorter than the samples, which are most of a file. */
const LONGEST_FIELDS = 12_000;

/** Changes a copy, or gives another. */
type Mutation = (bytes: Buffer, random: Random) => Uint8Array | undefined;

/** A place among the fields, before the samples of the rhythm, or the median's. */
const fieldPlace = (bytes: Buffer, random: Random): number => place(Math.min(bytes.length - 8, LONGEST_FIELDS), random);

/** The places of all texts of digits, codes and representations among the fields. */
function findTexts(bytes: Buffer): readonly RegExpExecArray[] {
  const fields = bytes.subarray(0, LONGEST_FIELDS).toString('latin1');
  return [...fields.matchAll(/[A-Za-z0-9.:-]{2,20}/g)];
}

const inPlace =
  (change: (bytes: Buffer, random: Random) => unknown): Mutation =>
  (bytes, random) => {
    change(bytes, random);
    return undefined;
  };

const MUTATIONS: readonly Mutation[] = [
  (bytes, random) => bytes.subarray(0, place(bytes.length, random)),
  (bytes, random) => {
    const at = fieldPlace(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
  },
  inPlace((bytes, random) => (bytes[place(bytes.length, random)]! ^= 1 << place(8, random))),
  inPlace((bytes, random) => (bytes[fieldPlace(bytes, random)]! ^= 1 << place(8, random))),
  inPlace((bytes, random) => bytes.writeUInt32LE(pick(STRANGE_NUMBERS, random), fieldPlace(bytes, random))),
  inPlace((bytes, random) => bytes.writeUInt16LE(pick(STRANGE_NUMBERS, random) & 0xffff, fieldPlace(bytes, random))),
  // Two stretches swapped: tags, lengths or whole elements.
  inPlace((bytes, random) => {
    const [one, other, size] = [fieldPlace(bytes, random), fieldPlace(bytes, random), pick([2, 4, 8], random)];
    const kept = Buffer.from(bytes.subarray(one, one + size));
    bytes.copyWithin(one, other, other + size);
    bytes.set(kept, other);
  }),
  inPlace((bytes, random) => {
    const texts = findTexts(bytes);
    if (texts.length === 0) return;
    const { 0: found, index } = pick(texts, random);
    bytes.write(pick(STRANGE_TEXTS, random).padEnd(found.length).slice(0, found.length), index, 'latin1');
  }),
];

function mutate({ name, bytes }: EcgFile, random: Random): EcgFile {
  const copy = Buffer.from(bytes);
  return { name, bytes: new Uint8Array(pick(MUTATIONS, random)(copy, random) ?? copy) };
}

describeDamage({
  what: 'a damaged DICOM file',
  toMutant: (random) => [mutate(pick(FILES, random), random)],
  isSound: isSoundWithGaps,
  leastRead: 100,
});
