import { u16, u32, u8 } from './scpFields';

/** How the writer encodes numbers: bare, by the standard's table, or by two tables of its own that switch to each other. */
export type ScpHuffman = 'none' | 'default' | 'switching';

/** Section 2 for a way of encoding; undefined where it needs none. */
export function toTableSection(huffman: ScpHuffman): number[] | undefined {
  if (huffman === 'none') return undefined;
  if (huffman === 'default') return u16(19999);
  return [...u16(2), ...toTable(FIRST_TABLE), ...toTable(SECOND_TABLE)];
}

/** A code of a table of the writer's own: its prefix, then so many bits of a number. */
interface Code {
  readonly prefix: string;
  readonly extraBits: number;
  readonly isSwitch: boolean;
  readonly base: number;
}

const value = (prefix: string, base: number, extraBits = 0): Code => ({ prefix, extraBits, isSwitch: false, base });
const change = (prefix: string, table: number): Code => ({ prefix, extraBits: 0, isSwitch: true, base: table });

/** For numbers near 0; 110 with four more bits is a number around 10, so that a base and bits add up. */
const FIRST_TABLE = [value('0', 0), value('100', 1), value('101', -1), value('110', 10, 4), change('111', 2)];
const SECOND_TABLE = [value('0', 0, 16), change('1', 1)];

function toTable(codes: readonly Code[]): number[] {
  return [
    ...u16(codes.length),
    ...codes.flatMap(({ prefix, extraBits, isSwitch, base }) => [
      ...u8(prefix.length),
      ...u8(prefix.length + extraBits),
      ...u8(isSwitch ? 0 : 1),
      ...u16(base),
      ...u32(Number.parseInt([...prefix].toReversed().join(''), 2)),
    ]),
  ];
}

/** The bytes of one lead. */
export function encodeNumbers(numbers: readonly number[], huffman: ScpHuffman): number[] {
  if (huffman === 'none') return numbers.flatMap(u16);
  const bits = numbers.map(huffman === 'default' ? toDefaultCode : toSwitchingCode).join('');
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((eight) => Number.parseInt(eight.padEnd(8, '0'), 2));
  return bytes.length % 2 === 0 ? bytes : [...bytes, 0];
}

function toBits(number: number, count: number): string {
  return (number & (2 ** count - 1)).toString(2).padStart(count, '0');
}

function toDefaultCode(number: number): string {
  const size = Math.abs(number);
  if (number === 0) return '0';
  if (size <= 8) return `${'1'.repeat(size)}0${number < 0 ? 1 : 0}`;
  return number >= -128 && number <= 127 ? `1111111110${toBits(number, 8)}` : `1111111111${toBits(number, 16)}`;
}

function toSwitchingCode(number: number): string {
  if (number === 0) return '0';
  if (number === 1 || number === -1) return number === 1 ? '100' : '101';
  if (number >= 2 && number <= 17) return `110${toBits(number - 10, 4)}`;
  return `1110${toBits(number, 16)}1`;
}
