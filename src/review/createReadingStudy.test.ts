import { expect, it } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { createTestPack } from '../store/fixtures/testPack';
import { createReadingStudy, type ReadingStudySettings } from './createReadingStudy';
import { readStudy } from './readStudy';

const pack = createTestPack();
const settings: ReadingStudySettings = {
  title: 'Do explanations help',
  created: new Date('2026-03-01T13:05:00Z'),
  seed: 'k3',
  roles: ['cardiologist'],
  statements: null,
  cases: [
    { ecgSha256: '1'.repeat(64), label: 'Case 1', truth: ['AFIB'] },
    { ecgSha256: '2'.repeat(64), label: 'Case 2', truth: null },
  ],
  synchronisation: { url: 'https://example.org/db' },
};

it('a reading study can be read, and is the same for the same settings', () => {
  const study = createReadingStudy(pack, settings);
  expect(readStudy(JSON.stringify(study))).toEqual(study);
  expect(createReadingStudy(pack, settings)).toEqual(study);
  expect(study).toMatchObject({ kind: 'reading', pack: { name: 'test', sha256: pack.sha256 }, cases: settings.cases });
});

it('a truth that readers cannot choose is refused', async () => {
  expect(await sentenceOf(() => createReadingStudy(pack, { ...settings, statements: ['SR', 'LVH'] }))).toBe(
    'The study cannot be made: AFIB is true of Case 1, but readers cannot choose it.',
  );
  expect(await sentenceOf(() => createReadingStudy(pack, { ...settings, cases: [{ ...settings.cases[0]!, truth: ['WPW'] }] }))).toMatch(/WPW is true of Case 1/);
});

it('what could not be read again is not made', async () => {
  expect(await sentenceOf(() => createReadingStudy(pack, { ...settings, cases: [] }))).toBe('This study is damaged: cases cannot have the length 0.');
  expect(await sentenceOf(() => createReadingStudy(pack, { ...settings, synchronisation: { url: 'ftp://x' } }))).toBe(
    'This study is damaged: synchronisation.url cannot be “"ftp://x"”.',
  );
});
