import { sha256Hex } from '../ecg/sha256';
import { toCanonicalJson } from './canonicalJson';

/**
 * The SHA-256 over everything in a ledger but this hash itself: it tells damage and careless editing, not forgery.
 *
 * @throws Problem in a page that cannot hash.
 */
export function hashLedger(ledger: object): Promise<string> {
  const content = Object.fromEntries(Object.entries(ledger).filter(([key]) => key !== 'contentSha256'));
  return sha256Hex(new TextEncoder().encode(toCanonicalJson(content)));
}
