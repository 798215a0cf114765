import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { PUBLISHED_SITE } from './support/places';

/** What a browser fetches before it can draw an ECG, compressed as a host sends it, in bytes. The worker comes later. */
const BUDGET_BYTES = 250_000;

test('the page itself, without its workers, stays within 250 KB', async () => {
  const page = await readFile(join(PUBLISHED_SITE, 'index.html'), 'utf8');
  const addresses = [...page.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, address]) => address!);
  expect(addresses.some((address) => address.endsWith('.js'))).toBe(true);
  const sizes = await Promise.all(addresses.map(async (address) => gzipSync(await readFile(join(PUBLISHED_SITE, address))).length));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total, addresses.map((address, i) => `${address}: ${sizes[i]}`).join(', ')).toBeLessThanOrEqual(BUDGET_BYTES);
});
