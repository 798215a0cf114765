import { expect, it } from 'vitest';
import { pick } from '../../../tools/synthetic/choose';
import { writeAecg } from '../../../tools/synthetic/deviceXml/aecgWriter';
import { writeCardioSoft } from '../../../tools/synthetic/deviceXml/cardioSoftWriter';
import { writeEli } from '../../../tools/synthetic/deviceXml/eliWriter';
import { writeMuse } from '../../../tools/synthetic/deviceXml/museWriter';
import { writePhilips } from '../../../tools/synthetic/deviceXml/philipsWriter';
import { writeSchiller } from '../../../tools/synthetic/deviceXml/schillerWriter';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { createRandom } from '../../../tools/synthetic/random';
import type { Random } from '../../../tools/synthetic/random';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import type { Problem } from '../problem';
import { describeDamage } from './fixtures/describeDamage';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 11, samplingRateHz: 100 });
const FILES: Readonly<Record<string, readonly EcgFile[]>> = {
  'GE MUSE': [writeMuse(ecg), writeMuse(ecg, { leadOrder: STANDARD_LEADS })],
  'GE CardioSoft': [writeCardioSoft(ecg)],
  Philips: [writePhilips(ecg), writePhilips(ecg, { version: '1.03' }), writePhilips(ecg, { compressed: false })],
  Schiller: [writeSchiller(ecg)],
  'Mortara ELI': [writeEli(ecg)],
  'HL7 aECG': [writeAecg(ecg), writeAecg(ecg, { time: 'TIME_ABSOLUTE', originMicrovolts: 5 })],
};
const STRANGE_NUMBERS = ['', '0', '-1', '1e999', 'NaN', '4294967296', '99999999999999999999', '0x10', '.', '1e-320', '12', '&a;'];
const BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';

type Mutation = (text: string, random: Random) => string;

const place = (text: string, random: Random): number => Math.floor(random.uniform(0, text.length));

/** One match of a pattern replaced by something else; samples, which are most of a file, are left out. */
function replaceOne(text: string, pattern: RegExp, random: Random, replace: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: found, index } = pick(matches, random);
  return text.slice(0, index) + replace(found) + text.slice(index + found.length);
}

const MUTATIONS: readonly Mutation[] = [
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + text.slice(at + Math.ceil(random.uniform(0, 9)));
  },
  (text, random) => {
    const at = place(text, random);
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random.uniform(0, 7)))) + text.slice(at + 1);
  },
  // Numbers that stand alone in an element or an attribute: rates, scales, counts, measurements.
  (text, random) => replaceOne(text, /(?<=[>"])-?\d+(?:\.\d+)?(?=[<"])/g, random, () => pick(STRANGE_NUMBERS, random)),
  (text, random) => replaceOne(text, /(?<=[>"])[A-Za-z][\w-]{0,20}(?=[<"])/g, random, () => pick(['', 'V1', 'mV', 'False', '\u0000'], random)),
  (text, random) => replaceOne(text, /<\w+[^<>]{0,80}>/g, random, (tag) => pick(['', tag + tag, '<a>', '</a>', '<a/>', '<![CDATA[', '<!--'], random)),
  (text, random) => replaceOne(text, /<(\w+)>[^<]{0,80}<\/\1>/g, random, () => ''),
  (text, random) => replaceOne(text, /[A-Za-z0-9+/,\s-]{200,}/g, random, (samples) => samples.slice(0, place(samples, random))),
  (text) => text.replace(/\?>/, `?>${BOMB}`),
  (text, random) => text.replace(/<\w+>/, (tag) => tag.repeat(Math.ceil(random.uniform(0, 3000)))),
];

function mutate({ name, bytes }: EcgFile, random: Random): EcgFile {
  const isWide = bytes[1] === 0xfe;
  const text = new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
  const mutated = pick(MUTATIONS, random)(text, random);
  // Half of them lose the byte order mark as well.
  const encoded = isWide ? Buffer.from(`${pick(['\uFEFF', ''], random)}${mutated}`, 'utf16le') : Buffer.from(mutated);
  return { name, bytes: new Uint8Array(encoded) };
}

for (const [format, files] of Object.entries(FILES)) {
  describeDamage({
    what: `a damaged XML file: ${format}`,
    toMutant: (random) => [mutate(pick(files, random), random)],
    count: 1000,
    leastRead: 100,
  });
}

it('an XML file of a device is never read where one bit of a GE MUSE sample changed', async () => {
  const random = createRandom(7);
  const { name, bytes } = writeMuse(ecg);
  const text = new TextDecoder().decode(bytes);
  const begin = text.indexOf('<WaveFormData>', text.indexOf('>Rhythm<')) + 20;
  for (let trial = 0; trial < 60; trial++) {
    const at = begin + Math.floor(random.uniform(0, 2000));
    const letter = text[at]!;
    if (letter === '\n') continue;
    const damaged = text.slice(0, at) + (letter === 'A' ? 'B' : 'A') + text.slice(at + 1);
    const problem = await readEcg([{ name, bytes: new Uint8Array(Buffer.from(damaged)) }]).catch((thrown: unknown) => thrown);
    expect((problem as Problem).message).toBe('muse.xml was altered or damaged: the samples of “I” do not match their checksum.');
  }
});
