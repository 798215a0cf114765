// @vitest-environment jsdom
import { Suspense } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PrototypeStudy } from '../../../review/study';
import { createTestStudy } from '../../../review/fixtures/testReview';
import type { AppStore } from '../../../store/appStore';
import { one, openPage } from '../../../store/fixtures/testPage';
import { createTestWorld, settle, type TestWorld, testEcg } from '../../../store/fixtures/testWorld';
import { createTestReview } from '../../../store/review/fixtures/testReview';
import type { ReviewStore } from '../../../store/review/reviewStore';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { SessionPage } from '../SessionPage';

// They are loaded when they are first wanted.
await import('./RateSession');
await import('./KeyHelp');

const ITEMS = [
  { prototype: 'morphology/0', classes: ['LVH'] },
  { prototype: 'morphology/1', classes: ['LVH'] },
  { prototype: 'rhythm/0', classes: ['SR'] },
];
const PACK = { name: 'one', title: 'one', sha256: one.sha256 };

let world: TestWorld;
let page: AppStore;
let review: ReviewStore;

beforeEach(async () => {
  stubBrowser();
  vi.stubGlobal('screen', { width: 1920, height: 1080 });
  // The list draws the rows for which it has room.
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  world = createTestWorld();
  page = await openPage(world);
  world.loads[0]!.resolve(one);
  await settle();
});

afterEach(() => {
  closePage();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(change: Partial<PrototypeStudy> = {}): Promise<void> {
  review = createTestReview();
  const study = createTestStudy({ pack: PACK, seed: null, items: ITEMS, ...change });
  const id = (await review.actions.begin(study, { role: 'cardiologist', years: 3 }))!;
  await answer(() => renderPage(page, <Suspense><SessionPage sessionId={id} /></Suspense>, review));
  await vi.waitFor(async () => {
    await answer(() => undefined);
    if (!document.querySelector('.rate, .panel')) throw new Error('The page is not loaded yet.');
  });
  await answer(() => world.records.forEach(({ resolve }) => resolve(testEcg(5))));
  await answer(() => undefined);
}

const root = () => document.querySelector<HTMLElement>('.rate')!;
const opened = () => review.store.getState().open as Extract<NonNullable<ReturnType<typeof review.store.getState>['open']>, { kind: 'prototypes' }>;
const answersOf = (id: string) => opened().folded.items.get(id)?.answers;
const place = () => document.querySelector('.rate-paper')?.getAttribute('aria-label');
const panel = () => document.querySelector('.rate-panel')!.textContent!;
const rows = () => [...document.querySelectorAll('.rate-item')].map(({ textContent }) => textContent);

/** Presses keys where the focus is, one after the other. */
async function key(...names: string[]): Promise<void> {
  for (const name of names) {
    const target = root().contains(document.activeElement) ? document.activeElement! : document.body;
    await answer(() => void target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })));
  }
}

async function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): Promise<void> {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')!;
  await answer(() => {
    field.focus();
    set!.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

it('is rated by keys alone: scores, marks, reasons, on, back, aside and undone', async () => {
  await open();
  expect(place()).toBe('Item 1 of 3');
  expect(document.activeElement).toBe(root());
  expect(document.querySelectorAll('.score-scale [aria-checked=true], .press-choices [aria-checked=true]')).toHaveLength(0);

  await key('4', '0');
  expect(answersOf('rating:morphology/0')).toMatchObject({ representativeness: 4, clarity: 'cannotJudge' });
  // All is answered: the item stays, and a digit too many changes nothing.
  await key('1');
  expect(place()).toBe('Item 1 of 3');
  expect(answersOf('rating:morphology/0')).toMatchObject({ representativeness: 4, clarity: 'cannotJudge' });
  await key('ArrowUp', '5', '2');
  expect(answersOf('rating:morphology/0')).toMatchObject({ representativeness: 4, clarity: 5 });
  await key('u');
  expect(answersOf('rating:morphology/0')).toMatchObject({ clarity: 'cannotJudge' });

  await key('x', '1', '3', '6', '3');
  expect(answersOf('rating:morphology/0')).toMatchObject({ mark: 'bad', reasons: ['noise', 'other'], representativeness: 4 });
  await key('n');
  expect(place()).toBe('Item 2 of 3');
  await key('s');
  expect(place()).toBe('Item 3 of 3');
  await key('p');
  expect(place()).toBe('Item 2 of 3');
  expect(panel()).toContain('Saved');
  expect(rows()).toEqual(['LVH morphology/0answered, bad', 'LVH morphology/1skipped', 'SR rhythm/0not answered']);
});

it('keeps its keys to itself while something is typed, and when they are off', async () => {
  await open();
  await key('c');
  const field = document.querySelector('textarea')!;
  expect(document.activeElement).toBe(field);
  await type(field, 'n 4 tall T');
  await key('n', '4', 'b');
  expect(place()).toBe('Item 1 of 3');
  expect(answersOf('rating:morphology/0')).toBeUndefined();
  await key('Escape');
  expect(document.activeElement).toBe(root());
  expect(answersOf('rating:morphology/0')).toMatchObject({ comment: 'n 4 tall T', mark: null });

  await press(document.querySelector<HTMLElement>('.rate-tools input')!);
  root().focus();
  await key('4');
  expect(answersOf('rating:morphology/0')).toMatchObject({ representativeness: null });
  expect(root().querySelector('kbd')).toBeNull();
});

it('keeps a comment that is being written when the page goes away', async () => {
  await open();
  await type(document.querySelector('textarea')!, 'ST elevation in V2');
  expect(opened().entries).toHaveLength(0);
  closePage();
  await settle();
  expect(answersOf('rating:morphology/0')).toMatchObject({ comment: 'ST elevation in V2' });
});

it('has one best of a class, and says which gave way', async () => {
  await open();
  await key('b', 'n', 'b');
  expect(answersOf('rating:morphology/0')!.mark).toBeNull();
  expect(answersOf('rating:morphology/1')!.mark).toBe('best');
  expect(panel()).toContain('Item 1 of 3 is no longer the best of LVH.');
});

it('shows nothing of a hidden class: the page is the same whatever the class and the prototype are', async () => {
  const toPage = async (items: PrototypeStudy['items'], planted: PrototypeStudy['planted'] = []): Promise<string> => {
    await open({ isClassHidden: true, items: [...items], planted: [...planted] });
    const { outerHTML } = document.body;
    closePage();
    // Names that React and React Aria draw anew for each element, and the traces.
    return outerHTML.replace(/ d="[^"]*"/g, '').replace(/(_r_\w+_|react-aria-?[\w:-]*|:r\w+:)/g, 'id');
  };
  const other = { prototype: 'rhythm/0', classes: ['SR'] };
  const shown = await toPage([{ prototype: 'morphology/0', classes: ['LVH'] }, other]);
  expect(shown).toContain('Item 1 of 2');
  expect(shown).toContain('Which statement does this ECG show?');
  expect(shown).not.toMatch(/LVH|morphology\/|rating:|planted/);
  const twin = { ...one.manifest.prototypes.morphology[0]!, classes: ['NORM'], sourceLabels: ['NORM'] };
  const { pack } = page.store.getState();
  if (pack.status !== 'ready') throw new Error('There is no pack.');
  const manifest = {
    ...one.manifest,
    prototypes: { ...one.manifest.prototypes, morphology: [one.manifest.prototypes.morphology[0]!, twin] },
    records: one.manifest.records.map((record) => ({ ...record, statements: { NORM: 100 } })),
  };
  page.store.setState({ pack: { ...pack, pack: { ...pack.pack, manifest } } });
  expect(await toPage([{ prototype: 'morphology/1', classes: ['NORM'] }, other])).toBe(shown);
  const planted = [{ prototype: 'rhythm/1', classes: ['LVH'], trueClasses: ['AFIB'] }];
  expect(await toPage([other], planted)).toBe(await toPage([other, { prototype: 'rhythm/1', classes: ['AFIB'] }]));
});

it('takes the reader’s own statement first, for good, and shows both then', async () => {
  await open({ isClassHidden: true });
  await key('4', 'b', 'x');
  expect(answersOf('rating:morphology/0')).toBeUndefined();
  await key('Enter');
  const field = document.querySelector<HTMLInputElement>('.class-field input')!;
  expect(document.activeElement).toBe(field);
  await type(field, 'means afib');
  const options = [...document.querySelectorAll<HTMLElement>('[role=option]')].filter((option) => !option.closest('.rate-items'));
  expect(options.map(({ textContent }) => textContent)).toEqual(['AFIB what AFIB means']);
  await press(options[0]!);
  await press(findNamed('button', 'Name it and see the class'));
  expect(answersOf('rating:morphology/0')).toMatchObject({ class: 'AFIB' });
  expect(panel()).toContain('You named AFIB.LVH what LVH means');
  await key('u');
  expect(answersOf('rating:morphology/0')).toMatchObject({ class: 'AFIB' });
  await key('3');
  expect(answersOf('rating:morphology/0')).toMatchObject({ representativeness: 3 });
});

it('explains training, lets nothing be changed then, and goes on only through the gate', async () => {
  const training = [{ prototype: 'rhythm/1', classes: ['AFIB'], accepted: { representativeness: [4, 5] as (4 | 5)[] }, explanation: 'No P waves.' }];
  await open({ training, gate: 1 });
  expect(place()).toBe('Training 1 of 1');
  expect(rows()).toHaveLength(1);
  expect(panel()).not.toContain('No P waves.');
  await key('2', '3');
  expect(panel()).toContain('No P waves.');
  expect(panel()).toContain('Representativeness: 4 or 5 accepted; you: 2');
  await key('ArrowUp', '5', 'u');
  expect(answersOf('training:rhythm/1')).toMatchObject({ representativeness: 2, clarity: 3 });
  await key('n');
  expect(document.querySelector('.rate-end')!.textContent).toContain('Training was not passed');
  await press(findNamed('button', 'Begin the training anew'));
  expect(place()).toBe('Training 1 of 1');
  await key('4', '3');
  expect(panel()).toContain('Training is done: 1 of 1 items answered as accepted');
  await key('n');
  expect(place()).toBe('Item 1 of 3');
});

it('is done when all is answered, and takes nothing more once it is locked', async () => {
  await open({ items: ITEMS.slice(0, 1) });
  await key('4', '4', 'Enter');
  expect(document.querySelector('.rate-end')!.textContent).toContain('All 1 items are answered');
  await press(findNamed('button', 'Lock the review'));
  await press(findNamed('button', 'Lock it'));
  await answer(() => review.actions.show('rating:morphology/0'));
  const before = opened().entries.length;
  await key('ArrowDown', '1', 'b', 's', 'u');
  expect(opened().entries).toHaveLength(before);
  expect(panel()).toContain('This review is locked');
});

it('says that a study is of another model, and shows nothing of it', async () => {
  await open({ pack: { ...PACK, sha256: 'f'.repeat(64) } });
  expect(document.body.textContent).toContain('is of the model “one” (one, ffffffff)');
  expect(document.querySelector('.rate')).toBeNull();
});
