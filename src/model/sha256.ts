import { Problem } from '../ecg/problem';
import { findSha256 } from '../ecg/sha256';

/**
 * The SHA-256 of bytes as 64 hexadecimal digits.
 *
 * @throws Problem in a page that is served neither over https nor from localhost, where browsers offer no hashing.
 */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digits = await findSha256(bytes);
  if (digits === undefined) {
    throw new Problem('The model cannot be verified on this address: open the page over https or from localhost.');
  }
  return digits;
}
