// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createOwnStudy } from '../../../review/ownStudy';
import { toReadersRatings } from '../../../review/readersRatings';
import { sealStudy } from '../../../review/sealStudy';
import type { AppStore } from '../../../store/appStore';
import { one, openPageWithResult } from '../../../store/fixtures/testPage';
import { settle } from '../../../store/fixtures/testWorld';
import type { ReviewDatabase } from '../../../store/review/database';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import { createMemoryDatabase } from '../../../store/review/memoryDatabase';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { findShownRecording, statementExplanation } from '../../../store/selectors';
import { Cases } from '../../cases/Cases';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';

// They are loaded on demand: here they must be there at once.
await import('./CaseRating');
await import('./DossierRatings');

const PATIENCE = { timeout: 30_000 };

let page: AppStore;
let review: ReviewStore;
let isFull: boolean;

beforeEach(async () => {
  stubBrowser();
  isFull = false;
  const kept = createMemoryDatabase();
  const append: ReviewDatabase['append'] = (...args) => (isFull ? Promise.reject(new Error('no room')) : kept.append(...args));
  review = createTestReview({ database: { ...kept, append } });
  page = await openPageWithResult();
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

async function openCases(): Promise<void> {
  const explained = statementExplanation(page.store.getState());
  if (explained.status !== 'ready') throw new Error('There is no explanation.');
  renderPage(page, <Cases explanation={explained.explanation} recording={findShownRecording(page.store.getState())!} />, review);
  // Programs that are loaded on demand and the browser's hashing take turns of their own.
  await vi.waitFor(async () => {
    await act(settle);
    expect(document.querySelectorAll('.rate-disclosure')).toHaveLength(4);
  }, PATIENCE);
}

const pair = (name: string) => findNamed('article', `Prototype ${name}`);
const line = (name: string) => pair(name).querySelector('.case-rated')?.textContent;
const pressRate = (name: string) => press(findNamed('button', `Rate ${name}`, pair(name)));
const scale = (label: string, name: string) => findNamed('[role=radiogroup]', label, pair(name));
const score = (label: string, name: string, word: string) => press(findNamed('[role=radio]', word, scale(label, name)));

async function openRating(name: string): Promise<void> {
  await pressRate(name);
  await vi.waitFor(async () => {
    await act(settle);
    scale('This pair', name);
  }, PATIENCE);
}

function write(field: HTMLTextAreaElement, words: string): Promise<void> {
  return answer(() => {
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('asks nothing until it is opened, chooses nothing by itself, and then says in a line what was said', async () => {
  await openCases();
  expect(document.querySelectorAll('.case-rated')).toHaveLength(0);
  expect(document.querySelectorAll('.score-scale')).toHaveLength(0);
  await openRating('morphology/1');
  expect(document.querySelectorAll('.rating-card :is([aria-checked=true], [aria-pressed=true])')).toHaveLength(0);
  expect(review.store.getState().own).toEqual({ [one.sha256]: null });

  await score('Representativeness', 'morphology/1', '4, agree');
  await score('Clarity', 'morphology/1', 'Cannot judge');
  await score('Set apart', 'morphology/1', 'Best of LVH');
  await score('This pair', 'morphology/1', '2, disagree');
  expect(line('morphology/1')).toBe('You rated: representative 4, clarity cannot be judged · best of LVH · match of this pair 2');
  expect(pair('morphology/1').querySelector('.rating-card [role=status]')!.textContent).toContain('Saved on this computer');
  expect(line('morphology/0')).toBeUndefined();

  await score('Representativeness', 'morphology/1', '4, agree');
  expect(line('morphology/1')).toBe('You rated: clarity cannot be judged · best of LVH · match of this pair 2');
});

it('names why a prototype is bad, and mutes it from its line', async () => {
  await openCases();
  await openRating('morphology/1');
  expect(pair('morphology/1').textContent).not.toContain('Why it is bad');
  await score('Set apart', 'morphology/1', 'Bad prototype');
  await press(findNamed('button', 'Artefact', pair('morphology/1')));
  await press(findNamed('button', 'Noise', pair('morphology/1')));
  expect(line('morphology/1')).toContain('bad: noise, artefact');
  await press(findNamed('button', 'Mute morphology/1, rated bad'));
  expect(page.store.getState().whatIf.prototypes).toEqual([{ branch: 'morphology', index: 1 }]);
  await press(findNamed('button', 'Let morphology/1 count again'));
  expect(page.store.getState().whatIf.prototypes).toEqual([]);
});

it('keeps a comment when the field is left, and when the card is closed over it', async () => {
  await openCases();
  await openRating('morphology/1');
  const field = () => pair('morphology/1').querySelector('textarea')!;
  await write(field(), ' Tall R waves. ');
  expect(line('morphology/1')).toBeUndefined();
  await answer(() => field().blur());
  expect(line('morphology/1')).toBe('You rated: with a comment');
  await write(field(), 'Tall R waves in V5.');
  await pressRate('morphology/1');
  expect(pair('morphology/1').querySelector('textarea')).toBeNull();
  await openRating('morphology/1');
  expect(field().value).toBe('Tall R waves in V5.');
});

it('asks of each statement anew whether the pair matches', async () => {
  await openCases();
  await openRating('morphology/1');
  await score('This pair', 'morphology/1', '5, strongly agree');
  closePage();
  page.actions.selectStatement('LVH');
  await openCases();
  expect(line('morphology/1')).toBeUndefined();
  closePage();
  page.actions.selectStatement('AFIB');
  await openCases();
  await vi.waitFor(async () => {
    await act(settle);
    expect(line('morphology/1')).toBe('You rated: match of this pair 5');
  }, PATIENCE);
});

it('shows nothing of what was said in a study of the model', async () => {
  const study = sealStudy({ ...createOwnStudy(one.manifest, one.sha256), title: 'A blinded study', isClassHidden: true });
  await review.actions.begin(study, { role: 'reader', years: null });
  for (let n = 0; n < study.items.length; n++) {
    await review.actions.answer({ question: 'class', value: 'LVH' });
    await review.actions.answer({ question: 'mark', value: 'bad' });
    await review.actions.skip();
  }
  const { open } = review.store.getState();
  expect([...open!.folded.items.values()].filter(({ answers }) => answers.mark === 'bad')).toHaveLength(6);
  await openCases();
  expect(document.querySelectorAll('.case-rated')).toHaveLength(0);
});

it('says that an answer is not kept, and tries again', async () => {
  await openCases();
  await openRating('morphology/1');
  await score('Clarity', 'morphology/1', '5, strongly agree');
  isFull = true;
  await score('Clarity', 'morphology/1', '1, strongly disagree');
  const alert = () => pair('morphology/1').querySelector('[role=alert]');
  expect(alert()!.textContent).toContain('no room');
  isFull = false;
  await press(findNamed('button', 'Save again'));
  expect(alert()).toBeNull();
  expect(line('morphology/1')).toContain('clear 1');
});

it('adds nothing to a review that is closed', async () => {
  await review.actions.openOwn(one);
  await review.actions.answerOwn(one, 'rating:morphology/1', { question: 'clarity', value: 5 });
  await review.actions.lock();
  await openCases();
  await openRating('morphology/1');
  expect(pair('morphology/1').textContent).toContain('is closed: it can be read, not changed');
  await score('Clarity', 'morphology/1', '1, strongly disagree');
  expect(line('morphology/1')).toContain('clear 5');
});

it('tells in the dossier what was said and when, or that nothing was', async () => {
  await review.actions.answerOwn(one, 'rating:morphology/1', { question: 'clarity', value: 5 }, { question: 'comment', value: 'Clear.' });
  const scores = { representativeness: { count: 3, mean: 11 / 3, standardDeviation: 0.577 }, clarity: { count: 1, mean: 5, standardDeviation: null } };
  const merged = { prototype: 'morphology/0', scores, best: 0, bad: 2, opinions: [1, 2, 3] };
  review.store.setState({ readersRatings: toReadersRatings(one.sha256, [merged]) });
  await openCases();
  const dossierOf = async (name: string): Promise<string> => {
    await act(async () => {
      findNamed('button', `Dossier of ${name}`).click();
      await import('../../cases/PrototypeDossier');
      await settle();
    });
    const words = findNamed('[role=dialog] section', /^Ratings/).textContent!;
    await press(findNamed('button', 'Close the dossier'));
    return words;
  };
  expect(await dossierOf('morphology/1')).toMatch(
    /^RatingsRepresentativenessnot answeredClarity5, strongly agreeCommentClear\.Last changed2026-03-01/,
  );
  expect(await dossierOf('morphology/0')).toBe(
    'RatingsYou have not rated it.RateOf 3 merged readersRepresentativeness3.67 ± 0.58 (n = 3)Clarity5.00 (n = 1)Set apartbest of LVH by 0, bad by 2',
  );
});
