import { Problem } from '../problem';
import { toQuote } from '../quote';

/**
 * Samples that a file writes in digits, with commas or white space between them.
 * @param lead the lead's name in the file, for the sentence.
 * @throws Problem that quotes what is no whole or decimal number.
 */
export function toWrittenSamples(text: string, lead: string, name: string): Float64Array {
  const trimmed = text.trim().replace(/,$/, '');
  if (trimmed === '') throw new Problem(`${name} holds no samples of ${toQuote(lead)}.`);
  const words = trimmed.includes(',') ? trimmed.split(',') : trimmed.split(/\s+/);
  return Float64Array.from(words, (word) => {
    const value = /^\s*[+-]?\d{1,9}(?:\.\d{0,9})?\s*$/.test(word) ? Number(word) : NaN;
    if (Number.isNaN(value)) throw new Problem(`${name} has ${toQuote(word)} among the samples of ${toQuote(lead)}.`);
    return value;
  });
}
