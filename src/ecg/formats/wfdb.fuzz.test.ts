import { expect, it } from 'vitest';
import { pick } from '../../../tools/synthetic/choose';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createRandom } from '../../../tools/synthetic/random';
import type { Random } from '../../../tools/synthetic/random';
import { writeSegmentedWfdbRecord } from '../../../tools/synthetic/wfdbSegments';
import { writeWfdbRecord } from '../../../tools/synthetic/wfdbWriter';
import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100 });
const RECORDS: readonly (readonly EcgFile[])[] = [
  writeWfdbRecord(ecg, { comments: ['Age: 70', 'Dx: 426783006'] }).files,
  writeWfdbRecord(ecg, { container: 'mat' }).files,
  writeWfdbRecord(ecg, { format: 212, gainPerMv: 200 }).files,
  writeWfdbRecord(ecg, { format: 80, gainPerMv: 20 }).files,
  writeWfdbRecord(ecg, { format: 24 }).files,
  writeWfdbRecord(ecg, { format: 32 }).files,
  writeWfdbRecord(ecg, { format: 8, gainPerMv: 50 }).files,
  writeWfdbRecord(ecg, { format: 61, samplesPerFrame: 4 }).files,
  writeWfdbRecord(ecg, { format: 160, toSkew: (lead) => (lead === 'V6' ? 2 : 0) }).files,
  writeWfdbRecord(ecg, { format: 310, gainPerMv: 100 }).files,
  writeWfdbRecord(ecg, { format: 311, gainPerMv: 100 }).files,
];
const long = createSyntheticEcg({ seed: 12, samplingRateHz: 100, seconds: 12 });
const SEGMENTED: readonly (readonly EcgFile[])[] = [
  writeSegmentedWfdbRecord(long, [{ seconds: 5 }, { seconds: 3, isPause: true }, { seconds: 4, options: { format: 212, gainPerMv: 200 } }], { layout: true }).files,
  writeSegmentedWfdbRecord(long, [{ seconds: 9, options: { format: 8, gainPerMv: 50 } }, { seconds: 3 }]).files,
];
const STRANGE_NUMBERS = ['', '0', '-1', '1e999', 'NaN', '4294967296', '99999999999999999999', '0x10', '.', '1e-320', '12'];

type Mutation = (bytes: Uint8Array, random: Random) => Uint8Array;

const editText = (bytes: Uint8Array, edit: (text: string) => string): Uint8Array =>
  new TextEncoder().encode(edit(new TextDecoder('latin1').decode(bytes)));

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncate: (bytes, random) => bytes.slice(0, Math.floor(random.uniform(0, bytes.length))),
  flipBits: (bytes, random) => {
    const flipped = bytes.slice();
    for (let count = random.uniform(1, 8); count > 0; count--) {
      flipped[Math.floor(random.uniform(0, bytes.length))]! ^= 1 << Math.floor(random.uniform(0, 8));
    }
    return flipped;
  },
  removeBytes: (bytes, random) => {
    const at = Math.floor(random.uniform(0, bytes.length));
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
  },
};

const TEXT_MUTATIONS: Readonly<Record<string, Mutation>> = {
  ...MUTATIONS,
  strangeNumber: (bytes, random) =>
    editText(bytes, (text) => {
      const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)];
      const { 0: number, index } = pick(numbers, random);
      return text.slice(0, index) + pick(STRANGE_NUMBERS, random) + text.slice(index + number.length);
    }),
  swapNumbers: (bytes, random) =>
    editText(bytes, (text) => {
      const numbers = [...text.matchAll(/\d+/g)].map(([number]) => number);
      const [from, to] = [pick(numbers, random), pick(numbers, random)];
      return text.replace(/\d+/g, (number) => (number === from ? to : number === to ? from : number));
    }),
  dropLine: (bytes, random) =>
    editText(bytes, (text) => text.split('\n').toSpliced(Math.floor(random.uniform(0, 13)), 1).join('\n')),
  repeatLine: (bytes, random) =>
    editText(bytes, (text) => {
      const lines = text.split('\n');
      return lines.toSpliced(Math.floor(random.uniform(0, 13)), 0, pick(lines, random)).join('\n');
    }),
  joinLines: (bytes, random) => editText(bytes, (text) => text.replaceAll('\n', pick([' ', '\0', '\t\n'], random))),
};

/** Damages one file, mostly a header, which is a smaller part of a record than it is of what can go wrong. */
function mutate(files: readonly EcgFile[], random: Random): EcgFile[] {
  const isHeader = ({ name }: EcgFile) => name.endsWith('.hea');
  const inHeader = random.uniform(0, 1) < 0.7;
  const damaged = pick(files.filter((file) => isHeader(file) === inHeader), random);
  const mutation = pick(Object.values(inHeader ? TEXT_MUTATIONS : MUTATIONS), random);
  return files.map((file) => (file === damaged ? { name: file.name, bytes: mutation(file.bytes, random) } : file));
}

describeDamage({
  what: 'a damaged WFDB record',
  toMutant: (random) => mutate(pick(RECORDS, random), random),
  isSound: isSoundWithGaps,
  leastRead: 100,
  leastRefused: 700,
});

describeDamage({
  what: 'a damaged WFDB record of several segments',
  toMutant: (random) => mutate(pick(SEGMENTED, random), random),
  count: 1000,
  seed: 2026,
  isSound: isSoundWithGaps,
  leastRead: 100,
  leastRefused: 400,
});

it('a WFDB record is never read where a single bit of a sample of at most 16 bits changed', async () => {
  // The checksum counts modulo 65536: it cannot see the upper bits of formats 24 and 32. 310 and 311 have spare bits.
  const random = createRandom(7);
  for (const [header, signal] of [0, 2, 3, 7, 8].map((index) => RECORDS[index]!)) {
    for (let trial = 0; trial < 30; trial++) {
      const bytes = signal!.bytes.slice();
      bytes[Math.floor(random.uniform(0, bytes.length))]! ^= 1 << Math.floor(random.uniform(0, 8));
      const problem = await readEcg([header!, { name: signal!.name, bytes }]).catch((thrown: unknown) => thrown);
      expect(problem).toBeInstanceOf(Problem);
    }
  }
});
