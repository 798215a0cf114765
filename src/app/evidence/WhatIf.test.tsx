// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Problem } from '../../ecg/problem';
import type { AppStore } from '../../store/appStore';
import { one, openPageWithResult } from '../../store/fixtures/testPage';
import { createTestPrediction } from '../../store/fixtures/testPack';
import { createTestWorld, type TestWorld } from '../../store/fixtures/testWorld';
import { findShownRecording } from '../../store/selectors';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { EvidencePanel } from './EvidencePanel';
import { loadEvidence } from './LazyEvidence';

// They are loaded on demand: here they must be there at once.
await loadEvidence();
await import('./WhatIfBar');

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

function renderPanel(): void {
  renderPage(page, <EvidencePanel recording={findShownRecording(page.store.getState())!} />);
}

const bar = () => document.querySelector('.what-if-bar');

it('says plainly that a what-if is shown, what is muted and what becomes of it, until all counts again', async () => {
  renderPanel();
  expect(bar()).toBeNull();
  const ledger = document.querySelector('.ledger')!.textContent;
  await press(findNamed('button', 'Mute morphology/1'));
  expect(document.querySelector('.evidence')!.className).toContain('is-what-if');
  expect(bar()!.textContent).toContain('morphology/1');
  expect(bar()!.querySelector('[role=status]')!.textContent).toMatch(
    /AFIB.*Logit \+3\.13.*−6\.88.*Probability 96 %.*0\.10 %.*predicted → not predicted.*No longer predicted: AFIB\. Newly predicted: SR, LVH\./,
  );
  expect(bar()!.textContent).toContain('What is muted counts 0, as if nothing resembled it.');
  expect(bar()!.textContent).toContain('the list of statements keeps the real prediction');
  expect([...document.querySelectorAll('h3')].map(({ textContent }) => textContent)).toContain('Contributions, what if');
  expect(document.querySelector('.verdict')!.textContent).toMatch(/^The real prediction: Probability 96 %.*: predicted$/);
  expect(document.querySelector('.evidence-sentence')!.textContent).toMatch(/^What if: Of the cases/);
  expect(document.querySelector('article[aria-label="Prototype morphology/1"]')!.textContent).toContain('0.00 muted, would be +10.00');

  await press(findNamed('button', 'Mute rhythm'));
  expect(bar()!.querySelectorAll('[role=row]')).toHaveLength(2);
  await press(findNamed('button', 'Let rhythm branch count again'));
  expect(bar()!.querySelectorAll('[role=row]')).toHaveLength(1);
  await press(findNamed('button', 'Reset'));
  expect(bar()).toBeNull();
  expect(document.querySelector('.ledger')!.textContent).toBe(ledger);
});

it('mutes leads and branches from a menu, and says that it computes', async () => {
  renderPanel();
  await press(findNamed('button', 'What if…'));
  const choice = (name: string) => findNamed('.what-if-menu button', name);
  expect(document.querySelectorAll('[role=dialog] [aria-label=Leads] button')).toHaveLength(12);
  await press(choice('V1'));
  expect(bar()!.querySelector('[role=status]')!.textContent).toBe('Computing with V1 flat …');
  await answer(() => world.predictions[1]!.resolve(createTestPrediction(one, [0.5, 0.25, 1, 0, 0.5, 0.125])));
  expect(bar()!.querySelector('[role=status]')!.textContent).toMatch(/Logit \+3\.13.*−6\.88/);
  expect(document.querySelector('.ledger-result')!.textContent).toMatch(/^What-if logit −6\.88/);
  await press(choice('Global'));
  expect(choice('Global').getAttribute('aria-pressed')).toBe('true');
  expect(bar()!.textContent).toContain('global branch');
});

it('says why the network gave no answer', async () => {
  renderPanel();
  await answer(() => {
    void page.actions.setMuted({ kind: 'lead', lead: 'V1' }, true);
    world.predictions[1]!.reject(new Problem('The device was lost.'));
  });
  expect(bar()!.querySelector('[role=alert]')!.textContent).toBe('The network could not compute that. The device was lost.');
  await press(findNamed('button', 'Reset'));
  expect(bar()).toBeNull();
});

it('counts from the average ECG on request, says over how many ECGs, and why not where it cannot', async () => {
  renderPanel();
  const relative = () => findNamed('button', 'Relative to the average ECG');
  expect(relative().hasAttribute('disabled')).toBe(true);
  expect(document.querySelector('.ledger-tools')!.textContent).toContain('There is no relative view');

  const of = (mean: number) => ({ with: { count: 50, mean, similarities: [] }, without: { count: 1950, mean, similarities: [] } });
  const prototypes = { rhythm: [of(0), of(0)], morphology: [of(2), of(2.5)], global: [of(0.25), of(0.125)] };
  const { pack } = page.store.getState();
  if (pack.status !== 'ready') throw new Error('There is no pack.');
  await act(async () => page.store.setState({ pack: { ...pack, pack: { ...pack.pack, similarityReference: { percents: [], prototypes } } } }));
  expect(document.querySelector('.ledger-tools')!.textContent).toContain('counted from a similarity of 0');
  await press(relative());
  expect(document.querySelector('.ledger-tools')!.textContent).toContain('counted from the average of 2,000 held-out ECGs');
  expect(document.querySelector('.ledger-row')!.textContent).toMatch(/^Average ECG/);
  expect(document.querySelector('.evidence-sentence')!.textContent).toMatch(/^Compared with the average ECG/);
  expect(document.querySelector('article')!.getAttribute('aria-label')).toBe('Prototype morphology/0');
  expect(document.querySelector('article')!.textContent).toContain('− average2.00');
  await press(findNamed('button', 'Mute morphology/0'));
  expect(bar()!.textContent).toContain('What is muted counts as in the average ECG.');
});
