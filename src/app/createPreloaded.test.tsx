// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAppStore } from '../store/appStore';
import { createPending, createTestWorld } from '../store/fixtures/testWorld';
import { createPreloaded } from './createPreloaded';
import { closePage, renderPage } from './fixtures/renderPage';
import { stubBrowser } from './fixtures/stubBrowser';
import { text } from './text';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

const openPage = () => createAppStore(createTestWorld().deps);

it('draws a part at once that was loaded before', async () => {
  const { load, Part } = createPreloaded(() => Promise.resolve(Greeting));
  await load();
  renderPage(openPage(), <Part name="Ada" />);
  expect(document.body.textContent).toBe('Hello Ada');
});

it('draws nothing of a part until it is loaded, and then the part', async () => {
  const coming = createPending<typeof Greeting>();
  const { Part } = createPreloaded(() => coming.promise);
  renderPage(openPage(), <Part name="Ada" />);
  expect(document.body.textContent).toBe('');
  await act(async () => coming.resolve(Greeting));
  expect(document.body.textContent).toBe('Hello Ada');
});

it('says so where a part cannot be loaded, and tries again where it is wanted anew', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fetchPart = vi.fn(() => Promise.resolve(Greeting)).mockRejectedValueOnce(new Error('offline'));
  const { Part } = createPreloaded(fetchPart);
  await act(async () => renderPage(openPage(), <Part name="Ada" />));
  expect(document.body.textContent).toBe(text.partFailed);
  closePage();
  await act(async () => renderPage(openPage(), <Part name="Ada" />));
  expect(document.body.textContent).toBe('Hello Ada');
});
