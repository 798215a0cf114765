import type { EcgFile } from './ecgFile';
import { findSha256 } from './sha256';

/**
 * What tells a recording's files from all others by their bytes alone, whatever the files are called and in whatever
 * order they come. Undefined where the page cannot hash: then no two recordings are known to be the same.
 */
export async function findFingerprint(files: readonly EcgFile[]): Promise<string | undefined> {
  const digests = await Promise.all(files.map(({ bytes }) => findSha256(bytes)));
  return digests.includes(undefined) ? undefined : digests.sort().join(' ');
}
