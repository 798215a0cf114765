import { expect, it } from 'vitest';
import { pick, place } from '../../../tools/synthetic/choose';
import { writeEdf } from '../../../tools/synthetic/edf/edfWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import type { Random } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { createDamaged, type Damage, flipBit } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { isSoundWithGaps } from './fixtures/soundEcg';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 11 });
const FILES: readonly EcgFile[] = [
  writeEdf(ecg),
  writeEdf(ecg, { plus: 'D' }),
  writeEdf(createSyntheticEcg({ seed: 5, samplingRateHz: 100, seconds: 14 }), {
    plus: 'D',
    recordStarts: Array.from({ length: 14 }, (_, record) => record + (record < 3 ? 0 : 2.5)),
  }),
  writeEdf(ecg, { kind: 'BDF', plus: 'C' }),
  writeEdf(ecg, { recordSeconds: '.01', recordCount: '-1' }),
  writeEdf(ecg, { others: [{ label: 'Resp', unit: '', samplesPerRecord: 10 }], digital: [0, 4095], physical: ['-10240', '10235'] }),
];
const STRANGE = ['', '0', '-1', '1e99', 'NaN', '99999999', '-9999999', '0x10', '.', '1e-99', '12', 'mV', '\0\0\0\0', '1,5', 'ECG V1'];

const headerEnd = (bytes: Uint8Array): number => 256 + 256 * Number(String.fromCharCode(...bytes.subarray(252, 256)));

/** Fields have 8 characters; where another one begins, the mutant is none the worse. */
function write(bytes: Uint8Array<ArrayBuffer>, at: number, text: string): Uint8Array<ArrayBuffer> {
  for (let index = 0; index < 8; index++) bytes[at + index] = (text[index] ?? ' ').charCodeAt(0);
  return bytes;
}

const aField = (bytes: Uint8Array, random: Random): number => 8 * place(headerEnd(bytes) / 8, random);

const MUTATIONS: readonly Damage[] = [
  (bytes, random) => bytes.slice(0, place(bytes.length, random)),
  (bytes, random) => bytes.slice(0, place(headerEnd(bytes), random)),
  (bytes, random) => {
    const at = place(bytes.length, random);
    return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
  },
  (bytes, random) => flipBit(bytes, place(bytes.length, random), random),
  (bytes, random) => flipBit(bytes, 184 + place(headerEnd(bytes) - 184, random), random),
  (bytes, random) => write(bytes, pick([0, 184, 192, 236, 244, 252], random), pick(STRANGE, random)),
  (bytes, random) => write(bytes, aField(bytes, random), pick(STRANGE, random)),
  // Units, ranges and samples of a data record lie behind labels and transducers.
  (bytes, random) => write(bytes, 256 + 12 * 96 + 8 * place(12 * 5, random), pick(STRANGE, random)),
  (bytes, random) => write(bytes, 256 + 12 * 216 + 8 * place(13, random), pick(STRANGE, random)),
  // Two fields swapped.
  (bytes, random) => {
    const [one, other] = [aField(bytes, random), pick([184, 236, 244, aField(bytes, random)], random)];
    const kept = bytes.slice(one, one + 8);
    bytes.copyWithin(one, other, other + 8);
    bytes.set(kept, other);
    return bytes;
  },
];

describeDamage({
  what: 'a damaged EDF or BDF file',
  toMutant: (random) => [createDamaged(FILES, MUTATIONS, random)],
  isSound: isSoundWithGaps,
  leastRead: 300,
  isReadInParts: true,
});

it('an EDF file that promises a hundred million samples is refused before they are made room for', async () => {
  const { name, bytes } = FILES[0]!;
  const greedy = bytes.slice();
  for (let signal = 0; signal < 12; signal++) write(greedy, 256 + 12 * 216 + 8 * signal, '99999999');
  await expect(readEcg([{ name, bytes: greedy }])).rejects.toThrow('ecg.edf holds no whole data record');
});
