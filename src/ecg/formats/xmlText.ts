import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import { toQuote } from '../quote';

/** Enough of a file to see its first element behind a declaration, a document type and comments. */
const START_BYTES = 2 ** 16;

const DECLARATION = /^<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']*)["']/;
const BEFORE_ROOT = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\b[^>[]*(?:\[[^\]]*\]\s*)?>)/;
const ROOT = /^<(?:[\w.-]+:)?([\w.-]+)/;

/**
 * The text of an XML file: decoded by its byte order mark, by the zeros that UTF-16 leaves in markup, or by its
 * declaration (W3C, Extensible Markup Language 1.0, appendix F). A declaration that the bytes contradict is passed over.
 * @throws Problem where the declared encoding is not known.
 */
export function toXmlText({ name, bytes }: EcgFile): string {
  const label = findUtf16(bytes) ?? findDeclaredLabel(bytes);
  try {
    return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes);
  } catch (thrown) {
    // Files that say UTF-8 and are Latin-1 differ in the letters of names, never in numbers.
    if (label === 'utf-8') return new TextDecoder('latin1').decode(bytes);
    if (thrown instanceof RangeError) {
      throw new Problem(`${name} is written in the encoding ${toQuote(label)}, which cannot be read.`);
    }
    throw thrown;
  }
}

/** The name of an XML file's first element, without its namespace; undefined where the bytes begin with none. */
export function findXmlRoot(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, START_BYTES);
  let text = new TextDecoder(findUtf16(bytes) ?? 'latin1').decode(start).replace(/^(?:\uFEFF|ï»¿)/, '');
  for (let skipped = BEFORE_ROOT.exec(text); skipped; skipped = BEFORE_ROOT.exec(text)) {
    text = text.slice(skipped[0].length);
  }
  return ROOT.exec(text)?.[1];
}

function findUtf16([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function findDeclaredLabel(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 256)).replace(/^ï»¿/, '');
  const label = DECLARATION.exec(start)?.[1]!.trim().toLowerCase();
  return label === undefined || label === '' || label.startsWith('utf-16') ? 'utf-8' : label;
}
