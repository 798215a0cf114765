// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { simulateReader, simulateStudy } from '../../../review/fixtures/simulateReaders';
import { threeReaderFiles } from '../../../review/fixtures/threeReaders';
import { createAppStore } from '../../../store/appStore';
import { createTestWorld } from '../../../store/fixtures/testWorld';
import { openMerging } from '../../../store/review/openMerging';
import type { ReviewStore } from '../../../store/review/reviewStore';
import type { ReviewState } from '../../../store/review/state';
import { answer } from '../../fixtures/answer';
import { findNamed } from '../../fixtures/findNamed';
import { press } from '../../fixtures/press';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { ReviewProvider } from '../../ReviewContext';
import { saveFile } from '../../saveFile';
import { MergePage } from './MergePage';

vi.mock('../../saveFile', () => ({ saveFile: vi.fn() }));

let review: ReviewStore;

beforeEach(async () => {
  stubBrowser();
  const store = createStore<Partial<ReviewState>>(() => ({
    shelf: { status: 'ready', sessions: [], studies: [] },
    disagreements: new Map(),
  }));
  review = { store, actions: {} } as unknown as ReviewStore;
  const loaded = Promise.resolve(review);
  await act(async () => {
    renderPage(
      createAppStore(createTestWorld().deps),
      <ReviewProvider value={() => loaded}>
        <MergePage />
      </ReviewProvider>,
    );
    await loaded;
  });
});

afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

/** Gives the page files, as if they were dropped, and waits until they are merged. */
async function give(files: Readonly<Record<string, unknown>>): Promise<void> {
  const dropped = Object.entries(files).map(([name, content]) => ({
    name,
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(JSON.stringify(content)).buffer as ArrayBuffer),
  }));
  await act(() => openMerging(review).actions.add(dropped));
}

const [one, two, three] = threeReaderFiles;
const giveThree = () => give({ 'a.json': one, 'b.json': two, 'c.json': three });
const rowsOf = (label: string) =>
  [...findNamed('[role=group]', label).querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
const textOf = (id: string) => document.getElementById(id)!.textContent;

it('teaches what to do while there is nothing', () => {
  expect(document.querySelector('.merge-empty')!.textContent).toContain('exported by its reader');
});

it('shows three readers’ known agreement', async () => {
  await giveThree();
  expect(document.querySelector('[role=status]')!.textContent).toBe('3 readers merged.');
  expect(rowsOf('Files').map((row) => row.slice(0, 6))).toEqual([
    ['a.json', 'cardiologist, 20 years', '17 of 17', '39', 'yes', 'merged'],
    ['b.json', 'cardiologist, 8 years', '17 of 17', '39', 'yes', 'merged'],
    ['c.json', 'resident', '17 of 17', '36', 'yes', 'merged'],
  ]);
  const agreement = rowsOf('Agreement').map(([of, measure, value]) => [of, measure, value]);
  expect(agreement).toEqual([
    ['Representativeness', 'Alpha (ordinal)', '0.80'],
    ['Representativeness', 'ICC(2,1)', '0.80'],
    ['Clarity', 'Alpha (ordinal)', '–'],
    ['Clarity', 'ICC(2,1)', '–'],
    ['Best, bad, neither', 'Fleiss’ kappa', '0.59'],
  ]);
  expect(textOf('merge-scores')).toContain('Mean 2.83 ± 1.23 of 36 scores; cannot judge: 0.');
  expect(rowsOf('Readers').map((row) => row[6])).toEqual(['0 of 2', '0 of 2', '1 of 2']);
  expect(rowsOf('Planted items')[0]).toEqual(['morphology/20', 'LVH', 'AFIB', '3', '1']);
  expect(rowsOf('Asked twice')[2]!.slice(1, 5)).toEqual(['Representativeness', '3', '0 %', '1.00']);
});

it('tells rating how far readers differ', async () => {
  await giveThree();
  expect(review.store.getState().disagreements.get('morphology/5')).toBeCloseTo(1 / Math.sqrt(3), 9);
});

it('names no reader where prototypes are adjudicated, and keeps decisions for the list to prune', async () => {
  await giveThree();
  for (const { reader } of threeReaderFiles) expect(textOf('merge-disputed')).not.toContain(reader.id);
  expect(textOf('merge-disputed')).not.toMatch(/cardiologist|resident/);
  expect(rowsOf('morphology/1').map((row) => row[0])).toEqual(['Representativeness', 'Clarity', 'Mark']);
  await press(findNamed('button', 'Prune', findNamed('[role=radiogroup]', 'Decision on morphology/1')));
  await press(findNamed('button', 'Save'));
  await press(findNamed('[role=menuitem]', 'Prototypes to prune (JSON)'));
  const [name, content] = vi.mocked(saveFile).mock.lastCall!;
  expect(name).toBe('three-readers-prune.json');
  expect(JSON.parse(await readBlob(content))).toMatchObject({ prune: { '1D': [], '2D_partial': [1], '2D_global': [] } });
});

it('says that nothing is to be pruned where nothing was decided', async () => {
  await giveThree();
  await press(findNamed('button', 'Save'));
  await press(findNamed('[role=menuitem]', 'Prototypes to prune (JSON)'));
  expect(document.querySelector('[role=alert]')!.textContent).toBe('Nothing was saved. No prototype is decided “Prune” yet.');
});

it('saves a report that stands alone: no program, nothing to press, nothing loaded', async () => {
  await giveThree();
  await press(findNamed('button', 'Save'));
  await press(findNamed('[role=menuitem]', 'Report (HTML)'));
  const html = await readBlob(vi.mocked(saveFile).mock.lastCall![1]);
  expect(html).toContain('<title>Merged answers: Three readers</title>');
  expect(html).toContain('2.83 ± 1.23');
  expect(html).toContain('scores-part is-5');
  expect(html).not.toMatch(/<script|<button|<input|<link|src=|href=|url\(/);
  for (const { reader } of threeReaderFiles) expect(html).not.toContain(reader.id);
});

it('merges who has not locked only when told to', async () => {
  const { study, reader } = three!;
  if (study.kind !== 'prototypes') throw new Error('The three rate prototypes.');
  const open = simulateReader(study, { reader, answersTo: () => ({ representativeness: 3 }), isLocked: false });
  await give({ 'a.json': one, 'b.json': two, 'c.json': open });
  expect(document.querySelector('.merge-unlocked')!.textContent).toContain('1 of 3 readers has not locked');
  expect(rowsOf('Readers')).toHaveLength(2);
  await press(findNamed('button', 'Merge them all the same'));
  expect(rowsOf('Readers')).toHaveLength(3);
  expect(document.querySelector('[role=status]')!.textContent).toBe('3 readers merged.');
});

it('tells of each file that is left out why, in one sentence, and keeps what was merged', async () => {
  await giveThree();
  const other = simulateReader(simulateStudy({ title: 'Another study', items: [{ prototype: 'rhythm/0', classes: ['AFIB'] }] }), {
    reader: one!.reader,
    answersTo: () => ({ representativeness: 3, clarity: 3 }),
  });
  await give({ 'copy.json': one, 'other.json': other, 'words.json': 'no answers' });
  expect(rowsOf('Files').slice(3).map((row) => row[5])).toEqual([
    'left out: the same answers as “a.json”',
    'Left out: it answers “Another study”, and the first file answers “Three readers”.',
    'This is no file of a reader’s answers: such a file is exported in review mode.',
  ]);
  expect(rowsOf('Readers')).toHaveLength(3);
  await press(findNamed('button', 'Remove a.json'));
  expect(rowsOf('Files')[2]![5]).toBe('merged');
});

it('shows the prototypes of a class, sorted as the reader likes', async () => {
  await giveThree();
  const names = () => [...document.querySelectorAll('.prototypes tbody [role=rowheader]')].map(({ textContent }) => textContent);
  expect(names().slice(0, 2)).toEqual(['morphology/0', 'morphology/1']);
  await press(findNamed('.prototypes [role=columnheader]', 'Representativeness'));
  expect(names()[0]).toBe('morphology/9');
});

it('prints the report in place of the page', async () => {
  await giveThree();
  await answer(() => window.dispatchEvent(new Event('beforeprint')));
  expect(document.querySelector('.merged-report-print h1')!.textContent).toBe('Merged answers: Three readers');
  await answer(() => window.dispatchEvent(new Event('afterprint')));
  expect(document.querySelector('.merged-report-print')).toBeNull();
});

/** jsdom's blobs have no `text`. */
function readBlob(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}
