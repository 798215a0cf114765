// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { toOwnItemId } from '../../../review/ownRatings';
import { toReadersRatings } from '../../../review/readersRatings';
import type { AppStore } from '../../../store/appStore';
import { one, openPageWithResult } from '../../../store/fixtures/testPage';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { findShownRecording } from '../../../store/selectors';
import { shownExplanation } from '../../../store/shownExplanation';
import { EvidencePanel } from '../../evidence/EvidencePanel';
import { loadEvidence } from '../../evidence/LazyEvidence';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { saveFile } from '../../saveFile';

vi.mock('../../saveFile');

// They are loaded on demand: here they must be there at once.
await loadEvidence();
await import('../../evidence/WhatIfBar');
await import('./VetoChoice');

let page: AppStore;
let review: ReviewStore;

beforeEach(async () => {
  stubBrowser();
  review = createTestReview();
  page = await openPageWithResult();
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

async function rateBad(...prototypes: readonly PrototypeKey[]): Promise<void> {
  for (const own of prototypes) await review.actions.answerOwn(one, toOwnItemId(own), { question: 'mark', value: 'bad' });
}

async function openMenu(): Promise<HTMLElement> {
  await press(findNamed('button', 'What if…'));
  return vi.waitFor(() => {
    const menu = document.querySelector<HTMLElement>('.what-if-menu')!;
    expect(menu.textContent).toContain('Rated bad');
    return menu;
  });
}

function renderPanel(): void {
  renderPage(page, <EvidencePanel recording={findShownRecording(page.store.getState())!} />, review);
}

const chips = () => [...document.querySelectorAll('.what-if-bar [role=row]')].map(({ textContent }) => textContent);
const logit = () => {
  const shown = shownExplanation(page.store.getState());
  return shown.status === 'ready' ? shown.explanation.logit : NaN;
};

it('says that none is rated bad, and offers nothing', async () => {
  renderPanel();
  const menu = await openMenu();
  expect(menu.textContent).toContain('You have rated no prototype of this model as bad.');
  expect(() => findNamed('button', /^Save prune\.json/)).toThrow();
});

it('mutes all that are rated bad as muting one by one does, names a few and counts many, and takes it back', async () => {
  const four = [0, 1].flatMap((index) => [{ branch: 'rhythm', index }, { branch: 'morphology', index }] as const);
  await rateBad(...four);
  for (const own of four) void page.actions.setMuted({ kind: 'prototype', ...own }, true);
  const oneByOne = logit();
  page.actions.resetWhatIf();
  renderPanel();
  const before = logit();
  expect(before).not.toBe(oneByOne);

  await openMenu();
  await press(findNamed('button', 'Mute the 4 prototypes you rated bad'));
  expect(document.querySelector('.what-if-menu')).toBeNull();
  expect(logit()).toBe(oneByOne);
  expect(chips()).toEqual(['4 rated bad']);

  await press(findNamed('button', 'Mute global/0'));
  expect(chips()).toEqual(['4 rated bad', 'global/0']);
  await press(findNamed('button', 'Mute rhythm/0'));
  expect(chips()).toEqual(['rhythm/1', 'morphology/0', 'morphology/1', 'global/0']);
  await openMenu();
  await press(findNamed('button', 'Mute the 4 prototypes you rated bad'));
  await press(findNamed('button', 'Let 4 rated bad count again'));
  expect(chips()).toEqual(['global/0']);
  await openMenu();
  await press(findNamed('button', 'Mute the 4 prototypes you rated bad'));
  await openMenu();
  await press(findNamed('button', 'Let the 4 you rated bad count again'));
  expect(chips()).toEqual(['global/0']);
  await press(findNamed('button', 'Reset'));
  expect(logit()).toBe(before);
});

it('saves their list by the reference’s branches, with indices ascending', async () => {
  await rateBad({ branch: 'morphology', index: 1 }, { branch: 'global', index: 0 }, { branch: 'morphology', index: 0 });
  renderPanel();
  await openMenu();
  await press(findNamed('button', 'Save prune.json with 3 prototypes'));
  const [name, content] = vi.mocked(saveFile).mock.calls[0]!;
  expect(name).toBe('prune.json');
  const text = await new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsText(content);
  });
  expect(JSON.parse(String(text))).toMatchObject({
    pack: { name: 'one', sha256: one.sha256 },
    prune: { '1D': [], '2D_partial': [0, 1], '2D_global': [0] },
  });
});

it('mutes what most merged readers of this very model rated bad', async () => {
  const rating = (prototype: string, bad: number) => ({ prototype, scores: {}, best: 0, bad, opinions: [1, 2, 3] });
  const prototypes = [rating('morphology/1', 2), rating('global/0', 1), rating('rhythm/0', 3)];
  review.store.setState({ readersRatings: toReadersRatings('f'.repeat(64), prototypes) });
  renderPanel();
  expect((await openMenu()).textContent).not.toContain('most readers');
  closePage();
  review.store.setState({ readersRatings: toReadersRatings(one.sha256, prototypes) });
  renderPanel();
  expect((await openMenu()).textContent).toContain('more than half of the merged readers');
  await press(findNamed('button', 'Mute the 2 that most readers rated bad'));
  expect(chips()).toEqual(['rhythm/0', 'morphology/1']);
  await rateBad({ branch: 'global', index: 0 }, { branch: 'global', index: 1 });
  await openMenu();
  await press(findNamed('button', 'Mute the 2 prototypes you rated bad'));
  expect(chips()).toEqual(['4 rated bad']);
});
