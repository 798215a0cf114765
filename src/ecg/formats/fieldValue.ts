import { Problem } from '../problem';
import { toQuote } from '../quote';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i;

/** A decimal number as files write it ("500", "4.88", "1e-3"); undefined for every other text. */
export function findDecimal(text: string): number | undefined {
  const trimmed = text.trim();
  return trimmed.length <= 30 && DECIMAL.test(trimmed) ? Number(trimmed) : undefined;
}

/**
 * The number in a field that must hold one above 0.
 * @param field what the file calls it, for the sentence.
 * @throws Problem that quotes what is there instead.
 */
export function toPositive(text: string, field: string, name: string): number {
  const value = findDecimal(text);
  if (text.trim() === '') throw new Problem(`${name} does not give ${field}.`);
  if (value === undefined || value <= 0) throw new Problem(`${name} gives ${field} as ${toQuote(text)}, which it cannot be.`);
  return value;
}

/**
 * Checks a field that changes what the samples mean against the values that this reader understands.
 * @throws Problem that quotes what is there instead.
 */
export function requireField(text: string, understood: readonly string[], field: string, name: string): void {
  if (understood.includes(text.trim().toLowerCase())) return;
  const expected = understood.map((value) => (value === '' ? 'nothing' : toQuote(value))).join(' or ');
  throw new Problem(`${name} gives ${field} as ${toQuote(text)}; only ${expected} can be read.`);
}
