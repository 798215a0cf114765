// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { one } from '../../store/fixtures/testPage';
import { createTestWorld, droppedFile } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { openApp } from '../fixtures/openApp';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** A page with a recording of so many seconds open. */
async function open(seconds: number) {
  const world = createTestWorld();
  const page = await openApp(world);
  await answer(() => world.loads[0]!.resolve(one));
  await answer(() => void page.actions.openFiles([droppedFile('long.hea')]));
  await answer(() => world.reads[0]!.resolve(createSyntheticEcg({ seed: 1, samplingRateHz: 100, seconds })));
}

const slider = () => document.querySelector<HTMLElement>('[role="slider"][aria-valuetext]');
const facts = () => document.querySelector('.recording')!.textContent;
const key = (type: string, name: string) =>
  answer(() => slider()!.dispatchEvent(new KeyboardEvent(type, { key: name, bubbles: true, cancelable: true })));

it('moves the ten seconds that the page is about', async () => {
  await open(38);
  await vi.waitFor(async () => {
    await act(() => new Promise((done) => setTimeout(done, 5)));
    expect(slider()).not.toBeNull();
  }, 20_000);
  expect(facts()).toContain('Length38.00 sUsed0:00 to 0:10 of 0:38');
  await key('keydown', 'End');
  expect(facts()).toContain('Used0:00 to 0:10');
  await key('keyup', 'End');
  expect(facts()).toContain('Used0:28 to 0:38 of 0:38');
});

it('is not there where there is nothing to choose; the facts say what is used', async () => {
  await open(10.5);
  expect(document.querySelector('.window-place')).toBeNull();
  expect(facts()).toContain('Length10.50 sUsed0:00 to 0:10 of 0:10.5');
});

it('is not there for ten seconds', async () => {
  await open(10);
  expect(document.querySelector('.window-place')).toBeNull();
  expect(facts()).not.toContain('Used');
});
