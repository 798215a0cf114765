// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAppStore } from '../../store/appStore';
import { createTestPack } from '../../store/fixtures/testPack';
import { createTestWorld, settle, type TestWorld } from '../../store/fixtures/testWorld';
import { App } from '../App';
import { AppStoreProvider } from '../AppStoreContext';

let unmount: () => void;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
});

afterEach(() => {
  act(() => unmount());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

async function openPage(world: TestWorld) {
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
  return page;
}

const facts = () => [...document.querySelectorAll('.start-facts p')].map((line) => line.textContent);
const note = () => document.querySelector('.intended-use-note');

describe('the start page', () => {
  it('tells which model will read and how the ECG will be drawn', async () => {
    const world = createTestWorld();
    const page = await openPage(world);
    expect(facts()[0]).toBe('Model one is being loaded');
    await act(async () => {
      world.loads[0]!.resolve(createTestPack({ name: 'one', simulated: true }));
      page.actions.changeDisplay({ paperSpeedMmPerSecond: 50, theme: 'dark' });
      await settle();
    });
    expect(facts()).toEqual([
      'Model one (verified, simulated ECGs) with WebAssembly',
      'Display 50 mm/s · 10 mm/mV · 3 × 4 + 1 · dark colours',
    ]);
  });

  it('says what it is for until that is put aside, and in this browser never again', async () => {
    const world = createTestWorld();
    await openPage(world);
    expect(note()!.textContent).toMatch(/not a medical device/);
    expect(note()!.textContent).not.toMatch(/simulated/);
    await act(async () => note()!.querySelector('button')!.click());
    expect(note()).toBeNull();
    act(() => unmount());
    await openPage(createTestWorld({ storage: world.deps.storage }));
    expect(note()).toBeNull();
  });

  it('says it again where the browser keeps nothing', async () => {
    const storage = { getItem: () => null, setItem: () => { throw new Error('full'); } };
    await openPage(createTestWorld({ storage }));
    await act(async () => note()!.querySelector('button')!.click());
    expect(note()).toBeNull();
    act(() => unmount());
    await openPage(createTestWorld({ storage }));
    expect(note()).not.toBeNull();
  });
});

it('puts the chosen paper on the whole document', async () => {
  const page = await openPage(createTestWorld());
  act(() => page.actions.changeDisplay({ paperColours: 'highContrast' }));
  expect(document.documentElement.dataset['paper']).toBe('high-contrast');
  act(() => page.actions.changeDisplay({ paperColours: 'ecg' }));
  expect(document.documentElement.dataset['paper']).toBeUndefined();
});
