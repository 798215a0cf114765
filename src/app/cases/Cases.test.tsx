// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppStore } from '../../store/appStore';
import { openPageWithResult } from '../../store/fixtures/testPage';
import { findShownRecording, statementExplanation } from '../../store/selectors';
import { findNamed } from '../fixtures/findNamed';
import { press } from '../fixtures/press';
import { closePage, renderPage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { Cases } from './Cases';

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

function renderCases(page: AppStore): void {
  const explained = statementExplanation(page.store.getState());
  if (explained.status !== 'ready') throw new Error('There is no explanation.');
  renderPage(page, <Cases explanation={explained.explanation} recording={findShownRecording(page.store.getState())!} />);
}

it('a case says where its similarity stands in the pack’s reference, its own row of it', async () => {
  const page = await openPageWithResult();
  const { pack } = page.store.getState();
  if (pack.status !== 'ready') throw new Error('There is no pack.');
  const none = { with: { count: 0, mean: 0, similarities: [0, 0] }, without: { count: 0, mean: 0, similarities: [0, 0] } };
  const own = { with: { count: 40, mean: 3, similarities: [1, 5] }, without: { count: 400, mean: 1, similarities: [0, 1.5] } };
  const prototypes = { rhythm: [none, none], morphology: [none, own], global: [none, none] };
  const similarityReference = { percents: [10, 90], prototypes };
  page.store.setState({ pack: { ...pack, pack: { ...pack.pack, similarityReference } } });
  renderCases(page);
  const words = [...document.querySelectorAll('article')].map(({ textContent }) => textContent!);
  const ofOwn = words.find((sentence) => sentence.startsWith('morphology/1'))!;
  expect(ofOwn).toContain('Higher than in over 90 % of 400 ECGs without LVH and in 30 % of 40 with it');
  expect(words.filter((sentence) => sentence.includes('Higher than'))).toEqual([ofOwn]);
  expect(words.filter((sentence) => sentence.includes('held-out ECGs are too few'))).toHaveLength(words.length - 1);
});

it('the shown cases say how much of the evidence they carry', async () => {
  renderCases(await openPageWithResult());
  expect(document.querySelector('.case-foot')!.textContent).toMatch(
    /4 of 6\. These 4 cases carry \d+ % of what supports AFIB and \d+ % of what opposes it\.$/,
  );
  await press(findNamed('button', 'Show 2 more'));
  expect(document.querySelector('.case-foot')!.textContent).toContain('These 6 cases carry 100 % of what supports AFIB and 100 % of');
});
