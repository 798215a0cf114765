// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toModelInput } from '../../model/modelInput';
import { createTestPack, createTestPrediction } from '../../store/fixtures/testPack';
import { createTestWorld, droppedFile, settle, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { createAppStore } from '../../store/appStore';
import { App } from '../App';
import { AppStoreProvider } from '../AppStoreContext';

// It is loaded on demand: here it must be there at once.
await import('./TrueSizeDialog');

let close: () => void = () => undefined;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }));
  vi.stubGlobal('ResizeObserver', class { observe = vi.fn(); unobserve = vi.fn(); disconnect = vi.fn(); });
  // React Aria asks for it when a popover opens; jsdom has none.
  vi.stubGlobal('CSS', { escape: (name: string) => name, supports: () => false });
  vi.stubGlobal('screen', { width: 1920, height: 1080 });
});

afterEach(() => {
  act(() => close());
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

/** Opens the page with an ECG that waits for its prediction, and the model ready. */
async function openEcg(world: TestWorld): Promise<void> {
  const page = createAppStore(world.deps);
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  close = () => root.unmount();
  await answer(() => {
    root.render(
      <AppStoreProvider value={page}>
        <App />
      </AppStoreProvider>,
    );
    void page.actions.openPacks(null);
    void page.actions.openFiles([droppedFile('a.hea')]);
  });
  await answer(() => world.reads.at(-1)!.resolve(testEcg(1)));
  await answer(() => world.loads.at(-1)!.resolve(createTestPack({ name: 'one' })));
}

async function answer(happen: () => void): Promise<void> {
  await act(async () => {
    happen();
    await settle();
  });
}

function find(selector: string, name: string | RegExp): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((node) => {
    const words = node.getAttribute('aria-label') ?? node.textContent;
    return typeof name === 'string' ? words === name : name.test(words);
  });
  if (!found) throw new Error(`There is no ${selector} named ${String(name)}.`);
  return found;
}

async function press(selector: string, name: string | RegExp): Promise<void> {
  await answer(() => find(selector, name).click());
}

function settings(): string {
  return [...document.querySelectorAll('.ecg-figure .paper-settings')].map(({ textContent }) => textContent).join(' · ');
}

it('keeps the chosen paper for the next visit and draws it at once', async () => {
  const world = createTestWorld();
  await openEcg(world);
  expect(settings()).toMatch(/^25 mm\/s · 10 mm\/mV · not to scale/);
  await press('button', /^Paper/);
  await press('[role=radio]', '50 mm/s');
  await press('[role=radio]', '20 mm/mV');
  await press('[role=radio]', 'Cabrera');
  expect(settings()).toMatch(/^50 mm\/s · 20 mm\/mV/);
  expect(document.querySelector('.ecg-figure title')!.textContent).toContain('50 millimetres a second, 20 millimetres');

  act(() => close());
  await openEcg(createTestWorld({ storage: world.deps.storage }));
  expect(settings()).toMatch(/^50 mm\/s · 20 mm\/mV/);
  expect([...document.querySelectorAll('.paper-lead')].map(({ textContent }) => textContent)).toContain('−aVR');
});

it('shows a form of the page when it is picked, even where another layout was', async () => {
  await openEcg(createTestWorld());
  await press('[role=radio]', '12 × 1');
  await press('button', /^Paper/);
  await press('[role=radio]', '6 × 2');
  expect(document.querySelectorAll('.ecg-figure .paper-calibration')).toHaveLength(6);
});

it('draws to scale once the screen is measured, and says so', async () => {
  await openEcg(createTestWorld());
  const widthBefore = Number(document.querySelector('.ecg-figure')!.getAttribute('width'));
  await press('button', /^Paper/);
  await press('button', 'Calibrate …');
  expect(document.querySelector('[role=dialog]')!.textContent).toContain('324 pixels wide');
  for (let step = 0; step < 3; step++) await press('button', 'One pixel wider');
  await press('button', 'Keep this size');
  expect(settings()).toMatch(/· true size ·/);
  const width = Number(document.querySelector('.ecg-figure')!.getAttribute('width'));
  expect(width / (327 / 85.6)).toBeCloseTo(widthBefore / (96 / 25.4), 9);

  vi.stubGlobal('screen', { width: 1366, height: 768 });
  await answer(() => window.dispatchEvent(new Event('resize')));
  expect(settings()).toMatch(/· not to scale: calibrate under Paper ·/);
});

it('draws what the model saw and the difference once there is a prediction, and says why not before', async () => {
  const world = createTestWorld({ toModelInput });
  await openEcg(world);
  expect(find('[role=radio]', 'Difference').hasAttribute('disabled')).toBe(true);
  expect(document.querySelector('.choice-hint')!.textContent).toBe('after the prediction');
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(createTestPack({ name: 'one' }))));
  expect(document.querySelector('.choice-hint')).toBeNull();
  const trace = () => document.querySelector('.paper-trace')!.getAttribute('d');
  const raw = trace();
  expect(settings()).toContain('100 Hz raw, unfiltered');
  await press('[role=radio]', 'As the model saw it');
  expect(settings()).toContain('100 Hz · high-pass 0.5 Hz, as the model saw it');
  expect(trace()).not.toBe(raw);
  await press('[role=radio]', 'Difference');
  expect(settings()).toContain('minus what the model saw');
  await press('[role=radio]', 'As recorded');
  expect(trace()).toBe(raw);
});
