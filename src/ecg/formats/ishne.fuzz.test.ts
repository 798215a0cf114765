import { expect, it } from 'vitest';
import { pick, place } from '../../../tools/synthetic/choose';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { writeIshne } from '../../../tools/synthetic/ishne/ishneWriter';
import { createRandom } from '../../../tools/synthetic/random';
import type { Random } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { createDamaged, type Damage, flipBit } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { readEcg } from './registry';
import { crc16 } from './crc16';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeIshne(ecg),
  writeIshne(ecg, { leadOrder: ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'], variableBlock: 'Recorded at home' }),
  writeIshne(ecg, { sampleCount: 12 * ecg.sampleCount, nanovoltsPerStep: STANDARD_LEADS.map(() => 2500) }),
];
const FIELDS_32 = [10, 14, 18, 22];
const FIELDS_16 = [156, ...Array.from({ length: 36 }, (_, index) => 158 + 2 * index), 272];
const STRANGE = [0, 1, -1, -9, 2, 12, 13, 255, 522, 32767, -32768, 0x7fffffff, -0x80000000];
const HEADER_END = 522;

const MUTATIONS: readonly Damage[] = [
  (bytes, random) => bytes.slice(0, place(bytes.length, random)),
  (bytes, random) => bytes.slice(0, place(2 * HEADER_END, random)),
  (bytes, random) => {
    const at = place(bytes.length, random);
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
  },
  (bytes, random) => flipBit(bytes, place(bytes.length, random), random),
  (bytes, random) => flipBit(bytes, place(HEADER_END, random), random),
  (bytes, random) => {
    new DataView(bytes.buffer).setInt32(pick(FIELDS_32, random), pick(STRANGE, random), true);
    return bytes;
  },
  (bytes, random) => {
    new DataView(bytes.buffer).setInt16(pick(FIELDS_16, random), pick(STRANGE, random), true);
    return bytes;
  },
  // Two lengths or places swapped.
  (bytes, random) => {
    const [one, other] = [pick(FIELDS_32, random), pick(FIELDS_32, random)];
    const kept = bytes.slice(one, one + 4);
    bytes.copyWithin(one, other, other + 4);
    bytes.set(kept, other);
    return bytes;
  },
];

/** Two of three mutants get the checksum that belongs to them, or none would come past it. */
function toSealed({ name, bytes }: EcgFile, random: Random): EcgFile {
  if (random.uniform(0, 1) < 2 / 3 && bytes.length >= HEADER_END) {
    const view = new DataView(bytes.buffer);
    view.setUint16(8, crc16(bytes.subarray(10, HEADER_END + Math.max(0, view.getInt32(10, true)))), true);
  }
  return { name, bytes };
}

describeDamage({
  what: 'a damaged ISHNE file',
  toMutant: (random) => [toSealed(createDamaged(FILES, MUTATIONS, random), random)],
  leastRead: 300,
  isReadInParts: true,
});

it('an ISHNE file is never read where one bit of its header changed', async () => {
  const random = createRandom(7);
  for (let trial = 0; trial < 200; trial++) {
    const bytes = flipBit(Uint8Array.from(FILES[0]!.bytes), 10 + place(HEADER_END - 10, random), random);
    await expect(readEcg([{ name: 'holter.ecg', bytes }])).rejects.toThrow(/^holter\.ecg (?:was altered or damaged|is cut off or damaged): /);
  }
});
