import { Problem } from '../../problem';
import { toQuote } from '../../quote';

const INTEGER = /^[+-]?\d{1,15}$/;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * A whole number of a header.
 * @param what the field, for the sentence; `name` the header's file name.
 * @throws Problem that quotes what is none.
 */
export function toInteger(text: string, what: string, name: string): number {
  if (!INTEGER.test(text)) throw new Problem(`${name} gives the ${what} ${toQuote(text)}, which is no whole number.`);
  return Number(text);
}

/** A number of a header; else as {@link toInteger}. */
export function toDecimal(text: string, what: string, name: string): number {
  const value = DECIMAL.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(value)) throw new Problem(`${name} gives the ${what} ${toQuote(text)}, which is no number.`);
  return value;
}
