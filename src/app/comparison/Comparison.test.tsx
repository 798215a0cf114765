// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../ecg/problem';
import type { AppStore } from '../../store/appStore';
import { createTestPrediction } from '../../store/fixtures/testPack';
import { one, openPageWithResult, openRecording } from '../../store/fixtures/testPage';
import { createTestWorld, settle, type TestWorld } from '../../store/fixtures/testWorld';
import { findShownRecording } from '../../store/selectors';
import { findNamed } from '../fixtures/findNamed';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { Comparison } from './Comparison';
import { ComparisonChoice } from './ComparisonChoice';

let world: TestWorld;
let page: AppStore;

beforeEach(async () => {
  stubBrowser();
  world = createTestWorld({ toModelInput: () => new Float32Array(12_000).fill(1) });
  page = await openPageWithResult(world);
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

function render(): void {
  renderPage(
    page,
    <>
      <ComparisonChoice />
      <Comparison recording={findShownRecording(page.store.getState())!} />
    </>,
  );
}

/** Opens a second recording and lays the first beside it; its prediction, if it is given, differs from the first one's. */
async function compareTwo(similarity?: number[]): Promise<void> {
  await openRecording(page, world, 2);
  if (similarity) world.predictions[1]!.resolve(createTestPrediction(one, similarity));
  await settle();
  page.actions.selectStatement('SR');
  void page.actions.compareWith(1);
  await settle();
}

const ledgerRows = () =>
  [...document.querySelectorAll('.compared-ledger tbody tr')].map((row) =>
    [...row.children].filter((cell) => cell.ariaHidden === null && !cell.hasAttribute('aria-hidden')).map(({ textContent }) => textContent),
  );

it('says how to compare while there is one ECG alone', async () => {
  render();
  expect(document.querySelector('.comparison')).toBeNull();
  await press(findNamed('button', 'Compare with…'));
  expect(document.querySelector('[role=dialog]')!.textContent).toContain('Drop a second ECG');
});

it('shows both ECGs on the same paper by their names, with the ledgers in the same rows', async () => {
  await compareTwo([1, 0.5, 2, 1, 0, 1]);
  render();
  expect(document.querySelector('h2')!.textContent).toBe('2.hea compared with 1.hea');
  const [here, there] = [...document.querySelectorAll('.ecg-figure')];
  expect(here!.querySelector('title')!.textContent).toBe('This ECG, 2.hea, twelve-lead ECG, 25 millimetres a second, 10 millimetres a millivolt');
  expect(there!.querySelector('title')!.textContent).toMatch(/^Compared ECG, 1\.hea, twelve-lead ECG, 25 .* 10 /);
  expect(document.querySelector('.verdict')!.textContent).toMatch(/^Probability 1\.8 % here, .* in the compared ECG, threshold 50 %: predicted in neither$/);
  expect(ledgerRows().at(-1)).toEqual(['Logit', '−4.00', '−3.25', '−0.75']);
  expect(ledgerRows()[0]).toEqual(['Bias', '0.00', '0.00', '0.00']);
  expect(ledgerRows().map(([part]) => part)).toContain('morphology/1 LVH');
  expect(document.querySelector('.compared-evidence')!.textContent).toContain('bias + Σ 6 contributions = logit in both');
});

it('draws two bars a row from one zero, one filled and one an outline, hatched or dashed where they oppose', async () => {
  await compareTwo([1, 0.5, 2, 1, 0, 1]);
  render();
  const row = [...document.querySelectorAll('.compared-ledger tbody tr')].find(({ textContent }) => textContent.includes('morphology/1'))!;
  const [here, there] = [...row.querySelectorAll('rect')];
  expect(here!.getAttribute('class')).toBe('waterfall-bar is-opposing');
  expect(here!.getAttribute('fill')).toMatch(/^url\(#.*hatch\)$/);
  expect(there!.getAttribute('class')).toBe('waterfall-bar is-opposing is-compared');
  // −4 against −8 logits, to the left of the same zero.
  const [endOf, widthOf] = [
    (bar: Element) => Number(bar.getAttribute('x')) + Number(bar.getAttribute('width')),
    (bar: Element) => Number(bar.getAttribute('width')),
  ];
  expect(endOf(here!)).toBeCloseTo(endOf(there!), 6);
  expect(widthOf(there!)).toBeCloseTo(2 * widthOf(here!), 6);
});

it('lists the statements that turned first; choosing one and a prototype follows in both', async () => {
  await compareTwo([1, 0.5, 2, 1, 0, 1]);
  render();
  const codes = () => [...document.querySelectorAll('.compared-statements tbody tr')].map((row) => row.querySelector('strong')!.textContent);
  expect(codes()).toHaveLength(4);
  const words = [...document.querySelectorAll('.compared-turn')].map(({ textContent }) => textContent);
  const turned = words.map((word) => / only,/.test(word));
  expect(turned).toContain(true);
  expect(turned).toEqual([...turned].sort((a, b) => Number(b) - Number(a)));
  await press(findNamed('button', /^LVH /));
  expect(page.store.getState().selection).toMatchObject({ code: 'LVH' });
  expect(document.querySelector('.evidence-sentence')!.textContent).toMatch(/^The logit of LVH/);
  await press(findNamed('button', /^morphology\/0/));
  expect([...document.querySelectorAll('.ecg-figure')].map((ecg) => ecg.querySelector('desc')!.textContent.includes('best match'))).toEqual([true, true]);
});

it('orders by difference or by contribution', async () => {
  await compareTwo([1, 0.25, 1.5, 2, 0.5, 0.125]);
  render();
  const morphology = () => ledgerRows().flatMap(([part]) => (part!.startsWith('morphology/') ? [part!.split(' ')[0]] : []));
  expect(morphology()).toEqual(['morphology/0', 'morphology/1']);
  await press(findNamed('button', 'By contribution'));
  expect(morphology()).toEqual(['morphology/1', 'morphology/0']);
});

it('says what it waits for, and why there is no prediction, and ends on demand', async () => {
  await openRecording(page, world, 2);
  await act(async () => page.actions.openEntry(1));
  void page.actions.compareWith(2);
  render();
  expect(document.querySelector('.comparison')!.textContent).toContain('The compared ECG is being computed.');
  world.predictions[1]!.reject(new Problem('The network broke.'));
  await act(settle);
  expect(document.querySelector('[role=alert]')!.textContent).toBe('There is no prediction for the compared ECG. The network broke.');
  await press(findNamed('button', 'End comparison'));
  expect(document.querySelector('.comparison')).toBeNull();
});
