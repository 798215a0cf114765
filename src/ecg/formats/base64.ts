import { Problem } from '../problem';
import { toQuote } from '../quote';

/**
 * The bytes that a file writes in base64 (RFC 4648), white space and line ends removed.
 * @param what whose samples these are, for the sentence.
 * @throws Problem where the text is empty or no base64.
 */
export function toBase64Bytes(text: string, what: string, name: string): Uint8Array<ArrayBuffer> {
  const compact = text.replace(/\s+/g, '');
  if (compact === '') throw new Problem(`${name} holds no samples of ${what}.`);
  let binary: string;
  try {
    binary = atob(compact);
  } catch {
    const wrong = /[^A-Za-z0-9+/=]/.exec(compact);
    const why = wrong ? `they contain ${toQuote(wrong[0])}` : 'their number of characters is impossible';
    throw new Problem(`${name} is damaged: the samples of ${what} are no base64, because ${why}.`);
  }
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
