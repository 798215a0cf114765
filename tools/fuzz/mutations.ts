import { isText } from '../../src/ecg/formats/contents';
import { pick, place } from '../synthetic/choose';
import type { Random } from '../synthetic/random';

/** Damages bytes: gives others, the given ones are left as they are. */
export type Mutation = (bytes: Buffer, random: Random) => Buffer;

/** Where a mutation is to strike: the fields before the samples, which are most of a file. */
export interface FieldStretch {
  readonly from: number;
  readonly to: number;
}

const STRANGE_NUMBERS = [0, 1, 2, 0x7f, 0xff, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
const STRANGE_TEXTS = ['', '0', '-1', '1e999', 'NaN', '4294967296', '99999999999999999999', '0x10', '.', '1e-320', '12', '1,5', 'mV', 'V1'];

const truncate: Mutation = (bytes, random) => bytes.subarray(0, place(bytes.length, random));

const removeBytes: Mutation = (bytes, random) => {
  const at = place(bytes.length, random);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + Math.ceil(random.uniform(0, 9)))]);
};

const repeatBytes: Mutation = (bytes, random) => {
  const at = place(bytes.length, random);
  return Buffer.concat([bytes.subarray(0, at + Math.ceil(random.uniform(0, 9))), bytes.subarray(at)]);
};

const flipBits: Mutation = (bytes, random) => {
  const flipped = Buffer.from(bytes);
  for (let count = random.uniform(1, 8); count > 0; count--) flipped[place(bytes.length, random)]! ^= 1 << place(8, random);
  return flipped;
};

/** Damage that fits every file. */
const ANY_MUTATIONS: Readonly<Record<string, Mutation>> = { truncate, removeBytes, repeatBytes, flipBits };

/** Damage to fields of whole numbers in binary: lengths, counts, offsets, codes. */
function toFieldMutations(findFields: (bytes: Buffer) => FieldStretch): Readonly<Record<string, Mutation>> {
  const fieldPlace = (bytes: Buffer, random: Random): number => {
    const { from, to } = findFields(bytes);
    return Math.max(0, Math.min(from + place(to - from, random), bytes.length - 8));
  };
  const inPlace =
    (change: (bytes: Buffer, random: Random) => void): Mutation =>
    (bytes, random) => {
      if (bytes.length < 16) return bytes;
      const copy = Buffer.from(bytes);
      change(copy, random);
      return copy;
    };
  return {
    truncateFields: (bytes, random) => bytes.subarray(0, fieldPlace(bytes, random)),
    flipField: inPlace((bytes, random) => (bytes[fieldPlace(bytes, random)]! ^= 1 << place(8, random))),
    hugeCount: inPlace((bytes, random) => {
      const [at, number] = [fieldPlace(bytes, random), pick(STRANGE_NUMBERS, random)];
      if (random.uniform(0, 1) < 0.5) bytes.writeUInt32LE(number, at);
      else bytes.writeUInt32BE(number, at);
    }),
    hugeShort: inPlace((bytes, random) => bytes.writeUInt16LE(pick(STRANGE_NUMBERS, random) & 0xffff, fieldPlace(bytes, random))),
    swapFields: inPlace((bytes, random) => {
      const [one, other, size] = [fieldPlace(bytes, random), fieldPlace(bytes, random), pick([2, 4, 8], random)];
      const kept = Buffer.from(bytes.subarray(one, one + size));
      bytes.copyWithin(one, other, other + size);
      bytes.set(kept, other);
    }),
    strangeText: inPlace((bytes, random) => {
      const { from, to } = findFields(bytes);
      const texts = [...bytes.subarray(from, to).toString('latin1').matchAll(/[A-Za-z0-9.:+-]{1,20}/g)];
      if (texts.length === 0) return;
      const { 0: found, index } = pick(texts, random);
      bytes.write(pick(STRANGE_TEXTS, random).padEnd(found.length).slice(0, found.length), from + index, 'latin1');
    }),
  };
}

/** Damage to a text, whatever its encoding. */
function onText(change: (text: string, random: Random) => string): Mutation {
  return (bytes, random) => {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'latin1';
    return Buffer.from(change(bytes.toString(encoding), random), encoding);
  };
}

/** One match of a pattern replaced. Of a text with very many matches one of the first is taken. */
function replaceOne(text: string, pattern: RegExp, random: Random, replace: (found: string) => string): string {
  const matches = [];
  for (const match of text.matchAll(pattern)) if (matches.push(match) === 2000) break;
  if (matches.length === 0) return text;
  const { 0: found, index } = pick(matches, random);
  return text.slice(0, index) + replace(found) + text.slice(index + found.length);
}

/** Damage to numbers and lines of a text. */
const TEXT_MUTATIONS: Readonly<Record<string, Mutation>> = {
  strangeNumber: onText((text, random) => replaceOne(text, /-?\d+(?:\.\d+)?/g, random, () => pick(STRANGE_TEXTS, random))),
  swapNumbers: onText((text, random) => {
    const numbers = [...text.slice(0, 5000).matchAll(/\d+/g)].map(([number]) => number);
    if (numbers.length === 0) return text;
    const [from, to] = [pick(numbers, random), pick(numbers, random)];
    return text.replace(/\d+/g, (number) => (number === from ? to : number === to ? from : number));
  }),
  dropLine: onText((text, random) => toLines(text, random, (_, at, lines) => lines.splice(at, 1))),
  repeatLine: onText((text, random) => toLines(text, random, (line, at, lines) => lines.splice(at, 0, line))),
  joinLines: onText((text, random) => text.replaceAll('\n', pick([' ', '\0', '\t\n', ','], random))),
};

function toLines(text: string, random: Random, change: (line: string, at: number, lines: string[]) => unknown): string {
  const lines = text.split('\n');
  const at = place(Math.min(lines.length, 40), random);
  change(lines[at]!, at, lines);
  return lines.join('\n');
}

const LAUGHS = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
const BOMBS = [
  `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>`,
  `<!DOCTYPE x [<!ENTITY l12 "${'a'.repeat(1e5)}">]>`,
  '<!DOCTYPE x [<!ENTITY l12 SYSTEM "file:///etc/hostname">]>',
  '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
];

/** Damage to the elements of XML; entities that unfold to gigabytes, and elements in thousands of others. */
const XML_MUTATIONS: Readonly<Record<string, Mutation>> = {
  elementText: onText((text, random) =>
    replaceOne(text, /(?<=[>"])[\w.+-]{1,20}(?=[<"])/g, random, () => pick([...STRANGE_TEXTS, '&l12;', 'False', '\0'], random)),
  ),
  tag: onText((text, random) =>
    replaceOne(text, /<\w[^<>]{0,80}>/g, random, (tag) => pick(['', tag + tag, '<a>', '</a>', '<a/>', '<![CDATA[', '<!--'], random)),
  ),
  dropElement: onText((text, random) => replaceOne(text, /<(\w+)>[^<]{0,80}<\/\1>/g, random, () => '')),
  cutSamples: onText((text, random) => replaceOne(text, /[A-Za-z0-9+/,\s-]{200,}/g, random, (samples) => samples.slice(0, place(samples.length, random)))),
  entityBomb: onText((text, random) =>
    replaceOne(text.replace(/\?>/, `?>${pick(BOMBS, random)}`), /(?<=>)[\w.]{1,20}(?=<)/g, random, () => '&l12;'.repeat(pick([1, 1000], random))),
  ),
  deepNest: onText((text, random) => text.replace(/<\w+>/, (tag) => tag.repeat(place(20_000, random)))),
};

const BEGINNING: FieldStretch = { from: 0, to: 1024 };

/**
 * The ways in which a file is damaged, by name: those of XML, of other text, or of binary.
 * @param findFields where the fields of a binary file lie.
 */
export function toMutations(bytes: Uint8Array, findFields: (bytes: Buffer) => FieldStretch = () => BEGINNING): Readonly<Record<string, Mutation>> {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isWide && !isText(bytes)) return { ...ANY_MUTATIONS, ...toFieldMutations(findFields) };
  const isXml = Buffer.from(bytes.subarray(0, 100)).toString('latin1').includes('<');
  return { ...ANY_MUTATIONS, ...(isXml ? XML_MUTATIONS : TEXT_MUTATIONS) };
}
