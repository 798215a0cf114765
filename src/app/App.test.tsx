// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../ecg/problem';
import { createAppStore } from '../store/appStore';
import { createTestPack, createTestPrediction } from '../store/fixtures/testPack';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from '../store/fixtures/testWorld';
import { App } from './App';
import { AppStoreProvider } from './AppStoreContext';

let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
  document.title = 'ProtoECG Viewer';
});

afterEach(() => {
  act(() => unmount());
  vi.unstubAllGlobals();
});

async function openPage(world: TestWorld): Promise<void> {
  const page = createAppStore(world.deps);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  unmount = () => root.unmount();
  await act(async () => {
    root.render(
      <AppStoreProvider value={page}>
        <App />
      </AppStoreProvider>,
    );
    void page.actions.openPacks(null);
    await settle();
  });
}

/** Drops files on the innermost thing on the page, as a reader does. */
async function drop(...names: string[]): Promise<void> {
  const event = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files: names.map(droppedFile) } });
  await answer(() => document.querySelector('h2')!.dispatchEvent(event));
  expect(event.defaultPrevented).toBe(true);
}

/** Lets something happen and everything that follows from it. */
async function answer(happen: () => void): Promise<void> {
  await act(async () => {
    happen();
    await settle();
  });
}

it('reads files dropped anywhere, draws the ECG before the model is there, and then explains it', async () => {
  const world = createTestWorld();
  await openPage(world);
  expect(document.querySelector('h1')!.textContent).toBe('ProtoECG Viewer');
  expect(document.body.textContent).toContain('Not a medical device');

  await drop('secret.hea', 'secret.dat');
  expect(world.reads[0]!.argument).toEqual(['secret.hea', 'secret.dat']);
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  expect(document.querySelector('svg[role=img] title')!.textContent).toMatch(/Twelve-lead ECG/);
  expect(document.body.textContent).toContain('The prediction follows when the model is ready.');

  const pack = createTestPack({ name: 'one', simulated: true, verified: false });
  await answer(() => world.loads[0]!.resolve(pack));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(pack)));
  const options = [...document.querySelectorAll('[role=option]')];
  expect(options).toHaveLength(4);
  expect(options.find((option) => option.getAttribute('aria-selected') === 'true')!.textContent).toContain('AFIB');
  expect(document.querySelector('.statement-heading .caution')!.textContent).toMatch(/simulated ECGs\. Unverified model/);
  for (const place of ['header', '.rail', '.pair-source', '.status-bar']) {
    expect(document.querySelector(place)!.textContent).toMatch(/simulated ECG/);
  }
  expect(document.title).toBe('ProtoECG Viewer');
});

it('says nothing of simulated ECGs where a model learned from real ones', async () => {
  const world = createTestWorld();
  await openPage(world);
  await drop('a.hea');
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  const pack = createTestPack({ name: 'one' });
  await answer(() => world.loads[0]!.resolve(pack));
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(pack)));
  expect(document.querySelector('.statement-heading .caution')!.textContent).toBe('Research use.');
  expect(document.body.textContent).not.toContain('simulated');
});

it('keeps the ECG when the next file is refused and takes the message away on request', async () => {
  const world = createTestWorld();
  await openPage(world);
  await drop('a.hea');
  await answer(() => world.reads[0]!.resolve(testEcg(1)));
  await drop('bad.txt');
  await answer(() => world.reads[1]!.reject(new Problem('“bad.txt” is no ECG.')));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('“bad.txt” is no ECG. The ECG before it stays open.');
  expect(document.querySelector('svg[role=img]')).not.toBeNull();
  await act(async () => document.querySelector<HTMLElement>('[role=alert] button')!.click());
  expect(document.querySelector('[role=alert]')).toBeNull();
});

it('says how to make a model where there is none', async () => {
  await openPage(createTestWorld({ readPackIndex: () => Promise.resolve([]) }));
  expect(document.querySelector('pre')!.textContent).toContain('npm run pack -- --fusion');
});
