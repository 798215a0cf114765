import { Problem } from './problem';

/**
 * The SHA-256 of bytes as 64 hexadecimal digits. Undefined in a page that is served neither over https nor from
 * localhost, where browsers offer no hashing.
 */
export async function findSha256(bytes: Uint8Array): Promise<string | undefined> {
  // The DOM types leave `subtle` non-optional, though insecure pages lack it.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return undefined;
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The SHA-256 of bytes as 64 hexadecimal digits.
 *
 * @throws Problem in a page that is served neither over https nor from localhost, where browsers offer no hashing.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digits = await findSha256(bytes);
  if (digits === undefined) {
    throw new Problem('Nothing can be verified on this address: open the page over https or from localhost.');
  }
  return digits;
}
