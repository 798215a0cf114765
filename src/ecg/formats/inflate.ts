/** Compressed by deflate: without header (RFC 1951), or with a header and a checksum, which is verified (RFC 1950). */
type Wrapping = 'deflate-raw' | 'deflate';

/**
 * What compressed bytes unfold to; undefined where they are damaged or unfold to more than `mostBytes`. A zero that makes
 * their number even (DICOM PS3.5 annex A.5) may follow them.
 */
export async function inflate(bytes: Uint8Array, mostBytes: number, wrapping: Wrapping = 'deflate-raw'): Promise<Uint8Array | undefined> {
  const whole = await inflateExactly(bytes, mostBytes, wrapping);
  return whole ?? (bytes.at(-1) === 0 ? inflateExactly(bytes.subarray(0, -1), mostBytes, wrapping) : undefined);
}

async function inflateExactly(bytes: Uint8Array, mostBytes: number, wrapping: Wrapping): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const compressed = new Blob([bytes.slice()]).stream();
    const reader = compressed.pipeThrough(new DecompressionStream(wrapping)).getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value);
      length += read.value.length;
      if (length > mostBytes) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined;
  }
  const inflated = new Uint8Array(length);
  chunks.reduce((at, chunk) => (inflated.set(chunk, at), at + chunk.length), 0);
  return inflated;
}
