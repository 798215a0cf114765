import { describe, expect, it, vi } from 'vitest';
import type { EcgFile } from './ecgFile';
import { findFingerprint } from './fingerprint';

const file = (name: string, ...bytes: number[]): EcgFile => ({ name, bytes: Uint8Array.from(bytes) });

describe('findFingerprint', () => {
  it('is the same for the same bytes under other names and in another order', async () => {
    const print = await findFingerprint([file('a.hea', 1), file('a.dat', 2, 3)]);
    expect(print).toMatch(/^[0-9a-f]{64} [0-9a-f]{64}$/);
    expect(await findFingerprint([file('b.dat', 2, 3), file('b.hea', 1)])).toBe(print);
  });

  it('differs where one byte or the share of the files differs', async () => {
    const prints = await Promise.all([
      findFingerprint([file('a', 1), file('b', 2, 3)]),
      findFingerprint([file('a', 1), file('b', 2, 4)]),
      findFingerprint([file('a', 1, 2), file('b', 3)]),
      findFingerprint([file('a', 1)]),
    ]);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('is unknown where the page cannot hash', async () => {
    vi.stubGlobal('crypto', {});
    expect(await findFingerprint([file('a', 1)])).toBeUndefined();
    vi.unstubAllGlobals();
  });
});
