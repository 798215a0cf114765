// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestPack } from '../../store/fixtures/testPack';
import { createTestWorld } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

const facts = () => [...document.querySelectorAll('.start-facts p')].map((line) => line.textContent);
const note = () => document.querySelector('.intended-use-note');

describe('the start page', () => {
  it('tells which model will read and how the ECG will be drawn', async () => {
    const world = createTestWorld();
    const page = await openApp(world);
    expect(facts()[0]).toBe('Model one is being loaded');
    await answer(() => {
      world.loads[0]!.resolve(createTestPack({ name: 'one', simulated: true }));
      page.actions.changeDisplay({ paperSpeedMmPerSecond: 50, theme: 'dark' });
    });
    expect(facts()).toEqual([
      'Model one (verified, simulated ECGs) with WebAssembly',
      'Display 50 mm/s · 10 mm/mV · 3 × 4 + 1 · dark colours',
    ]);
  });

  it('says what it is for until that is put aside, and in this browser never again', async () => {
    const world = createTestWorld();
    await openApp(world);
    expect(note()!.textContent).toMatch(/not a medical device/);
    expect(note()!.textContent).not.toMatch(/simulated/);
    await press(note()!.querySelector('button')!);
    expect(note()).toBeNull();
    closePage();
    await openApp(createTestWorld({ storage: world.deps.storage }));
    expect(note()).toBeNull();
  });

  it('says it again where the browser keeps nothing', async () => {
    const storage = { getItem: () => null, setItem: () => { throw new Error('full'); } };
    await openApp(createTestWorld({ storage }));
    await press(note()!.querySelector('button')!);
    expect(note()).toBeNull();
    closePage();
    await openApp(createTestWorld({ storage }));
    expect(note()).not.toBeNull();
  });
});

it('puts the chosen paper on the whole document', async () => {
  const page = await openApp(createTestWorld());
  act(() => page.actions.changeDisplay({ paperColours: 'highContrast' }));
  expect(document.documentElement.dataset['paper']).toBe('high-contrast');
  act(() => page.actions.changeDisplay({ paperColours: 'ecg' }));
  expect(document.documentElement.dataset['paper']).toBeUndefined();
});
