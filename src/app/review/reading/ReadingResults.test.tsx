// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReaderFile } from '../../../review/createReaderFile';
import { createTestLog, createTestReadingStudy, read, testReader } from '../../../review/fixtures/testReadingStudy';
import type { ReviewEvent } from '../../../review/logEntry';
import type { ReaderFile } from '../../../review/readerFile';
import type { ReadingStudy } from '../../../review/study';
import { createAppStore } from '../../../store/appStore';
import { createTestWorld } from '../../../store/fixtures/testWorld';
import { closePage, renderPage } from '../../fixtures/renderPage';
import { stubBrowser } from '../../fixtures/stubBrowser';
import { ReadingResults } from './ReadingResults';

beforeEach(() => stubBrowser());
afterEach(() => {
  closePage();
  vi.unstubAllGlobals();
});

const study = createTestReadingStudy([['SR'], ['AFIB', 'LVH'], ['NORM'], null]);

function createFile(of: ReadingStudy, number: number, events: readonly ReviewEvent[]): ReaderFile {
  const reader = testReader(number);
  return createReaderFile(of, reader, createTestLog(of, reader, events), new Date('2026-01-03T00:00:00.000Z'));
}

const better = [read(0, 'first', 'AFIB', 2), read(0, 'final', 'SR', 4, 'SR'), read(1, 'first', 'AFIB', 2), read(1, 'final', 'AFIB LVH', 3, 'LVH')];
const worse = [read(2, 'first', 'NORM', 5), read(2, 'final', 'LVH', 3, 'LVH'), read(3, 'first', 'SR', 1), { kind: 'skipped', item: 'case:3' } as const];

function show(of: ReadingStudy, ...logs: readonly (readonly ReviewEvent[])[]): string {
  const page = createAppStore(createTestWorld().deps);
  renderPage(page, <ReadingResults study={of} readers={logs.map((events, i) => createFile(of, i + 1, events))} />);
  return document.body.textContent!;
}

function rowsOf(title: string): (string | null)[][] {
  const rows = document.querySelectorAll(`.data-table[aria-label="${title}"] tbody tr`);
  return [...rows].map((row) => [...row.children].map(({ textContent }) => textContent));
}

it('tells the switches of each reader and of all, and what cannot be concluded', () => {
  const words = show(study, better, worse);
  expect(words).toContain('2 readers, 3 ECG readings before and with the explanation, of a study of 4 ECGs. What is true is known of 3 of them.');
  expect(words).toContain('a second look alone changes readings, too');
  expect(rowsOf('By reader')).toEqual([
    ['Reader 1, resident', '2; 2 not finished', '2 s', '3 s', '2.0 → 3.5', '2', '2', '0', '0.50'],
    ['Reader 2, resident', '1; 1 without explanation; 2 not finished', '1 s', '2 s', '5.0 → 3.0', '1', '0', '1', '1.00'],
  ]);
  expect(rowsOf('Switches of all readers')).toEqual([
    ['ECGs', '2', '1', '0', '0'],
    ['Statements', '3', '2', '7', '0'],
  ]);
  expect(words).toContain('8.3 percentage points more with the explanation');
  expect(words).toContain('Of 5 statements added or taken off, 5 went where the model’s prediction stood and 0 away from it.');
  expect(words).toContain('came to agree with the model in 3 of 3.');
  expect(words).toContain('in 2 of 3: automation bias.');
});

it('draws sensitivity and specificity of each reader and of all', () => {
  show(study, better, worse);
  const described = [...document.querySelectorAll('svg[role=img] desc')].map(({ textContent }) => textContent);
  expect(described).toEqual([
    'Reader 1, resident: 1 of 3 before, 3 of 3 after. Reader 2, resident: 1 of 1 before, 0 of 1 after. All readers: 2 of 4 before, 3 of 4 after.',
    'Reader 1, resident: 4 of 5 before, 5 of 5 after. Reader 2, resident: 3 of 3 before, 2 of 3 after. All readers: 7 of 8 before, 7 of 8 after.',
  ]);
});

it('tells each statement, and no specificity where the choice is not known', () => {
  const words = show(createTestReadingStudy([['SR'], ['AFIB', 'LVH']], { statements: null }), better);
  expect(rowsOf('By statement')).toEqual([
    ['AFIB', '1', '1 → 1', '1 → 0'],
    ['LVH', '1', '0 → 1', '0 → 0'],
    ['SR', '1', '0 → 1', '0 → 0'],
  ]);
  expect(document.querySelectorAll('svg[role=img]')).toHaveLength(1);
  expect(words).toContain('Specificity is not told');
});

it('says nothing of right and wrong without truth', () => {
  const words = show(createTestReadingStudy([null, null]), better);
  expect(words).toContain('The study does not know what is true of any of them.');
  expect(document.querySelectorAll('svg')).toHaveLength(0);
  expect(rowsOf('By reader')[0]!.slice(-3)).toEqual(['–', '–', '–']);
  expect(rowsOf('Switches of all readers')).toEqual([]);
  expect(words).not.toContain('automation bias');
});
