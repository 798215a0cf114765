// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { toModelInput } from '../../model/modelInput';
import { createTestPack, createTestPrediction } from '../../store/fixtures/testPack';
import { createTestWorld, droppedFile, type TestWorld, testEcg } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

// It is loaded on demand: here it must be there at once.
await import('./TrueSizeDialog');

beforeEach(() => {
  stubBrowser({ matchesMedia: false });
  vi.stubGlobal('screen', { width: 1920, height: 1080 });
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** Opens the page with an ECG that waits for its prediction, and the model ready. */
async function openEcg(world: TestWorld): Promise<void> {
  const page = await openApp(world);
  await answer(() => void page.actions.openFiles([droppedFile('a.hea')]));
  await answer(() => world.reads.at(-1)!.resolve(testEcg(1)));
  await answer(() => world.loads.at(-1)!.resolve(createTestPack({ name: 'one' })));
}

function settings(): string {
  return [...document.querySelectorAll('.ecg-figure .paper-settings')].map(({ textContent }) => textContent).join(' · ');
}

it('keeps the chosen paper for the next visit and draws it at once', async () => {
  const world = createTestWorld();
  await openEcg(world);
  expect(settings()).toMatch(/^25 mm\/s · 10 mm\/mV · not to scale/);
  await press(findNamed('button', /^Paper/));
  await press(findNamed('[role=radio]', '50 mm/s'));
  await press(findNamed('[role=radio]', '20 mm/mV'));
  await press(findNamed('[role=radio]', 'Cabrera'));
  expect(settings()).toMatch(/^50 mm\/s · 20 mm\/mV/);
  expect(document.querySelector('.ecg-figure title')!.textContent).toContain('50 millimetres a second, 20 millimetres');

  closePage();
  await openEcg(createTestWorld({ storage: world.deps.storage }));
  expect(settings()).toMatch(/^50 mm\/s · 20 mm\/mV/);
  expect([...document.querySelectorAll('.paper-lead')].map(({ textContent }) => textContent)).toContain('−aVR');
});

it('shows a form of the page when it is picked, even where another layout was', async () => {
  await openEcg(createTestWorld());
  await press(findNamed('[role=radio]', '12 × 1'));
  await press(findNamed('button', /^Paper/));
  await press(findNamed('[role=radio]', '6 × 2'));
  expect(document.querySelectorAll('.ecg-figure .paper-calibration')).toHaveLength(6);
});

it('draws to scale once the screen is measured, and says so', async () => {
  await openEcg(createTestWorld());
  const widthBefore = Number(document.querySelector('.ecg-figure')!.getAttribute('width'));
  await press(findNamed('button', /^Paper/));
  await press(findNamed('button', 'Calibrate …'));
  expect(document.querySelector('[role=dialog]')!.textContent).toContain('324 pixels wide');
  for (let step = 0; step < 3; step++) await press(findNamed('button', 'One pixel wider'));
  await press(findNamed('button', 'Keep this size'));
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
  expect(findNamed('[role=radio]', 'Difference').hasAttribute('disabled')).toBe(true);
  expect(document.querySelector('.choice-hint')!.textContent).toBe('after the prediction');
  await answer(() => world.predictions[0]!.resolve(createTestPrediction(createTestPack({ name: 'one' }))));
  expect(document.querySelector('.choice-hint')).toBeNull();
  const trace = () => document.querySelector('.paper-trace')!.getAttribute('d');
  const raw = trace();
  expect(settings()).toContain('100 Hz raw, unfiltered');
  await press(findNamed('[role=radio]', 'As the model saw it'));
  expect(settings()).toContain('100 Hz · high-pass 0.5 Hz, as the model saw it');
  expect(trace()).not.toBe(raw);
  await press(findNamed('[role=radio]', 'Difference'));
  expect(settings()).toContain('minus what the model saw');
  await press(findNamed('[role=radio]', 'As recorded'));
  expect(trace()).toBe(raw);
});
