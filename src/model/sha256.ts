import { Problem } from '../ecg/problem';

/**
 * The SHA-256 of bytes as 64 hexadecimal digits.
 *
 * @throws Problem in a page that is served neither over https nor from localhost, where browsers offer no hashing.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  // The DOM types leave `subtle` non-optional, though insecure pages lack it.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    throw new Problem('The model cannot be verified on this address: open the page over https or from localhost.');
  }
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
