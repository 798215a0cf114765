import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createFetchSource } from './fetchSource';

const fetched = vi.fn<typeof fetch>();
const source = createFetchSource('https://host.example/models/demo/');

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

/** A body that arrives in these parts, and then ends or breaks. */
const streamOf = (parts: number[][], breaks = false) =>
  new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = parts.shift();
      if (next) controller.enqueue(Uint8Array.from(next));
      else if (breaks) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });

describe('a pack on a web server', () => {
  it('is read part by part, every byte counted', async () => {
    fetched.mockResolvedValue(new Response(streamOf([[1, 2], [3], [4, 5, 6]])));
    const counts: number[] = [];
    expect(await source.read('weights.bin', (bytes) => counts.push(bytes))).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(counts).toEqual([2, 1, 3]);
    expect(String(fetched.mock.calls[0][0])).toBe('https://host.example/models/demo/weights.bin');
  });

  it('says that a file is not there', async () => {
    fetched.mockResolvedValue(new Response('gone', { status: 404 }));
    expect(await sentenceOf(() => source.read('a.bin'))).toBe(
      'The pack file a.bin could not be loaded from https://host.example/models/demo/ (404).',
    );
  });

  it('is not fooled by a host that answers a missing file with its start page', async () => {
    fetched.mockResolvedValue(new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }));
    expect(await sentenceOf(() => source.read('a.bin'))).toBe(
      'The pack file a.bin could not be loaded from https://host.example/models/demo/ (not there).',
    );
  });

  it('says that the server does not answer', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await sentenceOf(() => source.read('a.bin'))).toBe(
      'The pack file a.bin could not be loaded from https://host.example/models/demo/: the server does not answer.',
    );
  });

  it('says that the connection broke, and gives no half file', async () => {
    fetched.mockResolvedValue(new Response(streamOf([[1, 2, 3]], true)));
    expect(await sentenceOf(() => source.read('a.bin'))).toBe(
      'The connection broke while the pack file a.bin was loaded from https://host.example/models/demo/.',
    );
  });
});
