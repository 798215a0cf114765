// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EcgFile } from '../../ecg/ecgFile';
import { STANDARD_LEADS } from '../../ecg/lead';
import { Problem } from '../../ecg/problem';
import { type MissingFact, NeedsFacts, type StatedFacts } from '../../ecg/statedFacts';
import type { AppStore } from '../../store/appStore';
import { one } from '../../store/fixtures/testPage';
import { createTestWorld, droppedFile, testEcg } from '../../store/fixtures/testWorld';
import { answer } from '../fixtures/answer';
import { findNamed } from '../fixtures/findNamed';
import { openApp } from '../fixtures/openApp';
import { press } from '../fixtures/press';
import { closePage } from '../fixtures/renderPage';
import { stubBrowser } from '../fixtures/stubBrowser';
import { loadWorklist } from '../worklist/LazyWorklist';

const MISSING: readonly MissingFact[] = [
  { fact: 'samplingRateHz', sampleCount: 5000, offers: [250, 500] },
  {
    fact: 'microvoltsPerUnit',
    typicalSpan: 1200,
    offers: [
      { unit: 'µV', microvoltsPerUnit: 1 },
      { unit: 'mV', microvoltsPerUnit: 1000 },
    ],
    inferred: { microvoltsPerUnit: 1, because: 'in µV they span 1.2 mV' },
  },
  { fact: 'leadOrder', leadCount: 12, offers: [{ name: 'I, II, III …', leads: STANDARD_LEADS }] },
];

const readEcg = ([file]: readonly EcgFile[], stated: StatedFacts = {}) => {
  if (!file!.name.endsWith('.csv')) return Promise.resolve(testEcg(1));
  const missing = MISSING.filter(({ fact }) => stated[fact] === undefined);
  const preview = { label: 'Lead 2 of the file', numbers: Float32Array.from(testEcg(1).leads.II, (mv) => 1000 * mv), known: {} };
  if (missing.length > 0) return Promise.reject(new NeedsFacts(`${file!.name} does not say all.`, missing, preview));
  return stated.samplingRateHz === 1000 ? Promise.reject(new Problem('It is 5 s long.')) : Promise.resolve(testEcg(1));
};

beforeEach(() => stubBrowser());

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** A page on which these files were opened, and everything that can be read without an answer is. */
async function openOn(...names: string[]): Promise<AppStore> {
  // In the page they are loaded when they are wanted, which takes longer than a settled promise.
  await Promise.all([import('./AskPage'), loadWorklist()]);
  const world = createTestWorld({ readEcg });
  const page = await openApp(world);
  await answer(() => world.loads[0]!.resolve(one));
  await answer(() => void page.actions.openFiles(names.map((name) => droppedFile(name))));
  for (let turn = 0; turn < 6; turn++) await answer(() => world.idleMoments.splice(0).forEach((end) => end()));
  return page;
}

const form = () => document.querySelector('form.ask');
const radio = (question: string, option: string) => {
  const group = [...document.querySelectorAll('[role=radiogroup]')].find((one) => one.querySelector('.react-aria-Label')?.textContent === question)!;
  return [...group.querySelectorAll('label')].find(({ textContent }) => textContent.startsWith(option))!;
};
const choose = (question: string, option: string) => press(radio(question, option).querySelector('input')!);
const type = (label: string, entered: string) => {
  const field = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)!;
  const input = document.getElementById(field.htmlFor) as HTMLInputElement;
  return answer(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, entered);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
};
const submit = () => answer(() => form()!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
const drawButton = () => findNamed('button', 'Draw the ECG') as HTMLButtonElement;

const RATE = 'How many samples a second?';
const UNIT = 'What is one unit of its numbers?';
const ORDER = 'Which lead is which?';

describe('the questions of a recording', () => {
  it('say what each answer would mean, and none is chosen', async () => {
    await openOn('a.csv');
    expect(form()!.querySelector('h2')!.textContent).toBe('What a.csv leaves open');
    expect(form()!.querySelectorAll('input:checked')).toHaveLength(0);
    expect(radio(RATE, '500 Hz').textContent).toBe('500 Hz10 s long');
    expect(radio(UNIT, 'µV').textContent).toBe('µVComplexes of about 1.2 mV. The numbers suggest it: in µV they span 1.2 mV. Choose it if it is so.');
    expect(radio(UNIT, 'mV').textContent).toBe('mVComplexes of about 1,200 mV, which no heart makes.');
    expect(drawButton().disabled).toBe(true);
    expect(document.activeElement).toBe(form()!.querySelector('h2'));
  });

  it('are answered by choices, which are drawn to scale, then the ECG is', async () => {
    const page = await openOn('a.csv');
    await choose(RATE, '500 Hz');
    expect(document.querySelector('.ask-preview svg')).toBeNull();
    await choose(UNIT, 'µV');
    expect(document.querySelector('.ask-preview svg')!.getAttribute('aria-label')).toContain('Lead 2 of the file');
    expect(form()!.textContent).toContain('Still to be stated: leads.');
    await submit();
    expect(form()).not.toBeNull();
    await choose(ORDER, 'I, II, III');
    expect(drawButton().disabled).toBe(false);
    await submit();
    expect(form()).toBeNull();
    expect(page.store.getState().recording).toMatchObject({
      answered: { questions: { stated: { samplingRateHz: 500, microvoltsPerUnit: 1, leadOrder: STANDARD_LEADS } } },
    });
    expect(document.querySelector('.recording')!.textContent).toContain('per second, as you stated');
  });

  it('are answered by typing too, and say what is wrong with what is typed', async () => {
    const page = await openOn('a.csv');
    await choose(RATE, 'Another rate');
    await choose(UNIT, 'Another unit');
    await choose(ORDER, 'Another order');
    await type('Samples a second, in Hz', '0');
    expect(form()!.querySelector('.ask-fault')!.textContent).toBe('“0” is no number above 0.');
    await type('Samples a second, in Hz', '400');
    expect(form()!.textContent).toContain('12.5 s long');
    await type('Microvolts of one unit', '2,5');
    expect(form()!.textContent).toContain('Complexes of about 3 mV');
    await type('The leads in their order', [...STANDARD_LEADS].reverse().join(', '));
    await submit();
    expect(page.store.getState().recording).toMatchObject({ answered: { questions: { stated: { samplingRateHz: 400, microvoltsPerUnit: 2.5 } } } });
  });

  it('stay where the answers cannot be right, with the reason', async () => {
    await openOn('a.csv');
    await choose(RATE, 'Another rate');
    await type('Samples a second, in Hz', '1000');
    await choose(UNIT, 'µV');
    await choose(ORDER, 'I, II, III');
    await submit();
    expect(form()!.querySelector('[role=alert]')!.textContent).toBe('It is 5 s long.');
    await choose(RATE, '500 Hz');
    await submit();
    expect(form()).toBeNull();
  });

  it('are put aside by Esc', async () => {
    await openOn('a.csv');
    await answer(() => document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
    expect(form()).toBeNull();
    expect(document.querySelector('[role=alert]')!.textContent).toBe('a.csv does not say all.');
  });
});

it('one answer serves all that ask the same', async () => {
  const page = await openOn('a.csv', 'b.csv', 'c.csv');
  expect([...document.querySelectorAll('.worklist-state')].map(({ textContent }) => textContent)).toEqual(
    Array.from({ length: 3 }, () => 'asks for its rate, its unit and its leads'),
  );
  await choose(RATE, '500 Hz');
  await choose(UNIT, 'µV');
  await choose(ORDER, 'I, II, III');
  const all = form()!.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  expect(all.checked).toBe(false);
  expect(all.getAttribute('aria-label')).toBe('Use for the other 2 recordings that ask the same');
  await press(all);
  await submit();
  expect(page.store.getState().worklist.entries.map(({ recording }) => recording.status)).toEqual(['ready', 'waiting', 'waiting']);
});

it('what was stated can be looked at again and left as it was', async () => {
  const page = await openOn('a.csv');
  await choose(RATE, '250 Hz');
  await choose(UNIT, 'µV');
  await choose(ORDER, 'I, II, III');
  await submit();
  const { recording } = page.store.getState();
  await press(findNamed('button', 'Change what you stated'));
  expect(form()!.querySelectorAll('input:checked')).toHaveLength(3);
  await press(findNamed('button', /^Leave it as it was/));
  expect(page.store.getState().recording).toBe(recording);
});
