/** How a file's bytes are packed, by its first two to four bytes (RFC 1952; APPNOTE 4.3.7, 4.3.16). */
export function findPacking(start: Uint8Array): 'zip' | 'gzip' | undefined {
  if (start[0] === 0x1f && start[1] === 0x8b) return 'gzip';
  const isZip = start[0] === 0x50 && start[1] === 0x4b && ((start[2] === 3 && start[3] === 4) || (start[2] === 5 && start[3] === 6));
  return isZip ? 'zip' : undefined;
}

/** The name of a file that was packed by itself: "ecg.edf" of "ecg.edf.gz". */
export function toUnpackedName(name: string): string {
  return name.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar') || name;
}
