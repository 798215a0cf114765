// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stubBrowser } from '../fixtures/stubBrowser';
import { useFileDrop } from './useFileDrop';

let root: Root;
const onFiles = vi.fn();

function Page() {
  return <p>{useFileDrop(onFiles) ? 'over the page' : 'nothing over it'}</p>;
}

beforeEach(() => {
  stubBrowser();
  root = createRoot(document.body);
  act(() => root.render(<Page />));
});

afterEach(() => {
  act(() => root.unmount());
  vi.unstubAllGlobals();
});

/** What a pointer that holds this tells of; returns whether the page takes it. */
function drag(type: string, holds: 'Files' | 'text/plain'): boolean {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), { dataTransfer: { types: [holds] } });
  act(() => void document.body.dispatchEvent(event));
  return event.defaultPrevented;
}

// A browser asks each element that comes under the pointer by `dragenter` first, and drops nothing where nobody answers.
it.each(['dragenter', 'dragover'])('takes files that are held over the page: %s', (type) => {
  expect(drag(type, 'Files')).toBe(true);
  expect(document.body.textContent).toBe('over the page');
});

it.each(['dragenter', 'dragover'])('leaves what is no file to the browser: %s', (type) => {
  expect(drag(type, 'text/plain')).toBe(false);
  expect(document.body.textContent).toBe('nothing over it');
});
