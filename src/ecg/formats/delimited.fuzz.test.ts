import { expect, it } from 'vitest';
import { pick, place } from '../../../tools/synthetic/choose';
import { writeDelimited } from '../../../tools/synthetic/delimited/delimitedWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createRandom } from '../../../tools/synthetic/random';
import type { Random } from '../../../tools/synthetic/random';
import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { createDamaged, type Damage } from './fixtures/damage';
import { describeDamage } from './fixtures/describeDamage';
import { readMutants } from './fixtures/readMutants';
import { isSoundWithGaps } from './fixtures/soundEcg';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100, seconds: 10.2 });
const EIGHT = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
const FILES: readonly EcgFile[] = [
  writeDelimited(ecg),
  writeDelimited(ecg, { delimiter: ';', decimalMark: ',', encoding: 'latin1', before: ['# Abtastrate: 100 Hz; Einheit: µV'] }),
  writeDelimited(ecg, { delimiter: ' ', isQuoted: true, leadOrder: EIGHT, first: [], before: ['fs=100'] }),
  writeDelimited(ecg, { signalsAre: 'rows', leadOrder: EIGHT, delimiter: '\t', encoding: 'utf-16le' }),
];
const INSERTED = [',', ';', '\t', ' ', '"', "'", '\n', '\r', '-', '.', '1e9', '1e99', 'NaN', 'V1', '\0', '#', '\uFEFF', '9'.repeat(400), ','.repeat(5000), '('.repeat(3000)];
const SEPARATORS = [',', ';', '\t', ' ', '.', '\n', '"'].map((mark) => mark.charCodeAt(0));

/** Half of the damage is done to the beginning, which says what the rest is. */
const anywhere = (bytes: Uint8Array, random: Random): number => place(random.uniform(0, 1) < 0.5 ? Math.min(400, bytes.length) : bytes.length, random);

function splice(bytes: Uint8Array, at: number, removed: number, added: Uint8Array): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(bytes.length + added.length - Math.min(removed, bytes.length - at));
  result.set(bytes.subarray(0, at));
  result.set(added, at);
  result.set(bytes.subarray(at + removed), at + added.length);
  return result;
}

const MUTATIONS: readonly Damage[] = [
  (bytes, random) => bytes.slice(0, place(bytes.length, random)),
  (bytes, random) => splice(bytes, anywhere(bytes, random), Math.ceil(random.uniform(0, 60)), new Uint8Array()),
  (bytes, random) => {
    bytes[anywhere(bytes, random)]! ^= 1 << place(8, random);
    return bytes;
  },
  (bytes, random) => splice(bytes, anywhere(bytes, random), 0, new TextEncoder().encode(pick(INSERTED, random))),
  // One separator for another, once or everywhere.
  (bytes, random) => {
    const [from, to] = [pick(SEPARATORS, random), pick(SEPARATORS, random)];
    const only = random.uniform(0, 1) < 0.5 ? bytes.indexOf(from, anywhere(bytes, random)) : undefined;
    return bytes.map((byte, index) => (byte === from && (only ?? index) === index ? to : byte));
  },
  // A piece of the file again, as where a program wrote it twice.
  (bytes, random) => {
    const [from, length] = [anywhere(bytes, random), Math.ceil(random.uniform(0, 3000))];
    return splice(bytes, anywhere(bytes, random), 0, bytes.slice(from, from + length));
  },
];

/** Of each lead: a limb lead that lost its name is computed from two others, one of which may be the changed one. */
function hasOneSampleChanged(read: Ecg): boolean {
  if (!isSoundWithGaps(read) || read.samplingRateHz !== ecg.samplingRateHz || read.sampleCount !== ecg.sampleCount) return false;
  return STANDARD_LEADS.every((lead) => {
    const isChanged = (value: number, index: number) => !(Math.abs(value - ecg.leads[lead][index]!) < 2e-4);
    return read.leads[lead].filter(isChanged).length <= 1;
  });
}

describeDamage({
  what: 'a damaged table of text',
  toMutant: (random) => [createDamaged(FILES, MUTATIONS, random)],
  count: 1200,
  seed: 2026,
  isSound: isSoundWithGaps,
  leastRead: 150,
  timeLimitSeconds: 120,
});

it('a table of text has at most one sample changed by a changed bit, never rate, order or scale', async () => {
  const random = createRandom(4);
  const flip = MUTATIONS[2]!;
  const toMutant = () => [{ name: 'table.csv', bytes: flip(Uint8Array.from(FILES[1]!.bytes), random) }];
  const outcomes = await readMutants(300, toMutant, hasOneSampleChanged);
  expect(outcomes.read).toBeGreaterThan(50);
}, 60_000);
