import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { toCanonicalJson } from '../explanation/canonicalJson';
import type { LogEntry } from './logEntry';
import type { Reader } from './reader';

/**
 * The SHA-256 of a value in the JSON Canonicalization Scheme (RFC 8785), as 64 hexadecimal digits. At once, unlike the
 * browser's own: a chain of thousands of entries is verified link by link.
 */
export function hashJson(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(toCanonicalJson(value))));
}

/** The hash that a log begins with: it ties the log to its study and reader. */
export function toFirstHash(studySha256: string, reader: Reader): string {
  return hashJson({ reader, study: studySha256 });
}

/** The next entry of a log whose newest hash is `before`. */
export function createEntry(before: string, content: Omit<LogEntry, 'hash'>): LogEntry {
  return { ...content, hash: hashEntry(before, content) };
}

/** The number of the first entry that does not follow from the one before; undefined where the whole chain holds. */
export function findBrokenLink(firstHash: string, entries: readonly LogEntry[]): number | undefined {
  let before = firstHash;
  for (const [i, { hash, ...content }] of entries.entries()) {
    if (content.seq !== i || hashEntry(before, content) !== hash) return i;
    before = hash;
  }
  return undefined;
}

function hashEntry(before: string, content: Omit<LogEntry, 'hash'>): string {
  return hashJson({ ...content, before });
}
