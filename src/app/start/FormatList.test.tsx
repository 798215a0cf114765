// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadFormats } from '../../ecg/formats/registry';
import { createTestWorld } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { openApp } from '../fixtures/openApp';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

it('lists every format that can be read, once it is asked for', async () => {
  await openApp(createTestWorld());
  const list = document.querySelector('.formats')!;
  expect(list.querySelector('li')).toBeNull();
  const formats = await loadFormats();
  await answer(() => list.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' })));
  await answer(() => undefined);
  expect([...list.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([...formats.map(({ description }) => description), 'all of them in zip and gzip archives, too']);
});
