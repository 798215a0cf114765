import { describe, expect, it } from 'vitest';
import { pick, place } from '../../../tools/synthetic/choose';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createRandom } from '../../../tools/synthetic/random';
import type { Random } from '../../../tools/synthetic/random';
import { sealScp } from '../../../tools/synthetic/scp/packScp';
import { writeScp } from '../../../tools/synthetic/scp/scpWriter';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import type { Problem } from '../problem';
import { createDamaged, type Damage, flipBit } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 200 });
const FILES: readonly EcgFile[] = [
  writeScp(ecg),
  writeScp(ecg, { leadOrder: STANDARD_LEADS, differences: 1 }),
  writeScp(ecg, { huffman: 'none', differences: 0, protocolVersion: 13, hasMark: false }),
  writeScp(ecg, { huffman: 'switching' }),
  writeScp(ecg, { subtracted: true, beatNanovoltsPerStep: 1000 }),
  writeScp(ecg, { subtracted: true, bimodalFactor: 4, leadOrder: STANDARD_LEADS }),
  writeScp(ecg, { hasChecksums: false }),
];
const STRANGE_NUMBERS = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 19999, 29999];
const POINTERS_AT = 22;
const POINTER_BYTES = 10;

/** A place among the fields of a section, which lie at its beginning. */
function fieldPlace(bytes: Uint8Array, random: Random): number {
  const view = new DataView(bytes.buffer);
  const start = view.getUint32(POINTERS_AT + POINTER_BYTES * pick([2, 3, 4, 5, 6, 7], random) + 6, true);
  return Math.min(start + place(140, random), bytes.length - 4);
}

function write(bytes: Uint8Array<ArrayBuffer>, at: number, random: Random): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  const number = pick(STRANGE_NUMBERS, random);
  if (random.uniform(0, 1) < 0.4) view.setUint32(at, number, true);
  else if (random.uniform(0, 1) < 0.7) view.setUint16(at, number, true);
  else view.setUint8(at, number);
  return bytes;
}

const MUTATIONS: readonly Damage[] = [
  (bytes, random) => bytes.slice(0, place(bytes.length, random)),
  (bytes, random) => {
    const at = place(bytes.length, random);
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
  },
  (bytes, random) => flipBit(bytes, place(bytes.length, random), random),
  (bytes, random) => write(bytes, place(POINTERS_AT + 12 * POINTER_BYTES, random), random),
  (bytes, random) => write(bytes, fieldPlace(bytes, random), random),
  (bytes, random) => write(bytes, fieldPlace(bytes, random), random),
  (bytes, random) => flipBit(bytes, fieldPlace(bytes, random), random),
  // Two pointers swapped, lengths or all of them.
  (bytes, random) => {
    const [one, other] = [0, 0].map(() => POINTERS_AT + POINTER_BYTES * place(12, random));
    const size = pick([6, 10], random);
    const kept = bytes.slice(one, one! + size);
    bytes.copyWithin(one!, other!, other! + size);
    bytes.set(kept, other!);
    return bytes;
  },
];

/** Two of three mutants get the checksums that belong to them, or none would come past these. */
function toSealed({ name, bytes }: EcgFile, random: Random): EcgFile {
  if (random.uniform(0, 1) < 2 / 3 && bytes.length > POINTERS_AT) sealScp(bytes);
  return { name, bytes };
}

describeDamage({
  what: 'a damaged SCP-ECG file',
  toMutant: (random) => [toSealed(createDamaged(FILES, MUTATIONS, random), random)],
  leastRead: 100,
});

describe('an SCP-ECG file', () => {
  it('is never read where one bit of its rhythm or leads changed', async () => {
    const random = createRandom(7);
    const { name, bytes } = FILES[0]!;
    const view = new DataView(bytes.buffer);
    for (const id of [3, 6]) {
      const pointer = POINTERS_AT + POINTER_BYTES * id;
      const [length, start] = [view.getUint32(pointer + 2, true), view.getUint32(pointer + 6, true) - 1];
      for (let trial = 0; trial < 40; trial++) {
        const damaged = flipBit(bytes.slice(), start + place(length, random), random);
        const problem = await readEcg([{ name, bytes: damaged }]).catch((thrown: unknown) => thrown);
        expect((problem as Problem).message).toMatch(new RegExp(`^ecg\\.scp was altered or damaged: section ${id} \\(`));
      }
    }
  });

  it('that promises its lead half a million samples 255 times is refused before they are decoded', async () => {
    const edit = (sections: Map<number, number[]>) => {
      const lead = [1, 0, 0, 0, 0, 0, 8, 0, 1];
      sections.set(3, [255, 4, ...Array.from({ length: 255 }, () => lead).flat()]);
    };
    const problem = await readEcg([writeScp(ecg, { edit })]).catch((thrown: unknown) => thrown);
    expect((problem as Problem).message).toMatch(/^ecg\.scp is no complete 12-lead ECG: it lacks the leads II, V1, /);
  });
});
