// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppStore } from '../../store/appStore';
import { openPageWithResult } from '../../store/fixtures/testPage';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { StatementPicker } from './StatementPicker';

beforeEach(() => stubBrowser());
afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** A page whose four statements are as probable as given, all thresholds 50 %. */
async function pageWith(probabilities: readonly number[]): Promise<AppStore> {
  const page = await openPageWithResult();
  const { inference } = page.store.getState();
  if (inference.status !== 'ready') throw new Error('There is no result.');
  const prediction = { ...inference.prediction, probabilities: Float32Array.from(probabilities) };
  page.store.setState({ inference: { ...inference, prediction } });
  return page;
}

function renderPicker(page: AppStore, onSelect = vi.fn()): void {
  renderPage(page, <StatementPicker onSelect={onSelect} />);
}

const optionsOf = (list: string) =>
  [...document.querySelectorAll(`[role=listbox][aria-label^="${list}"] [role=option]`)].map(({ textContent }) => textContent!);

it('tells near misses apart, the nearest first, each with its distance, and every statement once', async () => {
  const page = await pageWith([0.9, 0.35, 0.45, 0.1]);
  renderPicker(page);
  expect(optionsOf('Predicted')).toEqual([expect.stringMatching(/^SR .*Probability 90 %, threshold 50 %, 2\.20 logits above it/)]);
  expect(optionsOf('Near-miss')).toEqual([
    expect.stringMatching(/^LVH .*0\.20 logits below threshold 50 %$/),
    expect.stringMatching(/^AFIB .*0\.62 logits below threshold 50 %$/),
  ]);
  expect(optionsOf('Other')).toEqual([expect.stringMatching(/^NORM .*Probability 10 %, threshold 50 %, 2\.20 logits below it/)]);
  expect(document.body.textContent).toContain('odds at least half of what it asks for');
});

it('chooses a near miss like any other statement', async () => {
  const page = await pageWith([0.9, 0.35, 0.45, 0.1]);
  const onSelect = vi.fn();
  renderPicker(page, onSelect);
  const option = document.querySelector<HTMLElement>('[aria-label^="Near-miss"] [role=option]')!;
  act(() => option.click());
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('LVH');
});

it('has no heading for near misses where there are none', async () => {
  renderPicker(await pageWith([0.9, 0.1, 0.1, 0.1]));
  expect(document.body.textContent).not.toContain('Near misses');
  expect(optionsOf('Other')).toHaveLength(3);
});
