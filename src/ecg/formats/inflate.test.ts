import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inflate } from './inflate';

const TEXT = Uint8Array.from({ length: 5000 }, (_, index) => (index * index) % 251);
const COMPRESSED = new Uint8Array(deflateRawSync(TEXT));

/** Browsers reject what follows the compressed data; Node 20 passes over it. */
class StrictDecompressionStream extends TransformStream<Uint8Array, Uint8Array> {
  constructor() {
    const chunks: Uint8Array[] = [];
    super({
      transform: (chunk) => void chunks.push(chunk),
      flush: (controller) => {
        const bytes = Buffer.concat(chunks);
        const { buffer, engine } = inflateRawSync(bytes, { info: true }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
        if (engine.bytesWritten < bytes.length) throw new TypeError('There is something behind the compressed data.');
        controller.enqueue(new Uint8Array(buffer));
      },
    });
  }
}

describe('inflate', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('unfolds bytes, also before a zero that makes them even', async () => {
    vi.stubGlobal('DecompressionStream', StrictDecompressionStream);
    expect(await inflate(COMPRESSED, 5000)).toEqual(TEXT);
    expect(await inflate(Uint8Array.of(...COMPRESSED, 0), 5000)).toEqual(TEXT);
    expect(await inflate(Uint8Array.of(...COMPRESSED, 7), 5000)).toBeUndefined();
  });

  it('gives nothing of what is damaged or unfolds to too much', async () => {
    expect(await inflate(COMPRESSED.subarray(0, 100), 5000)).toBeUndefined();
    expect(await inflate(Uint8Array.of(255, 255, 255), 5000)).toBeUndefined();
    expect(await inflate(COMPRESSED, 4999)).toBeUndefined();
  });
});
