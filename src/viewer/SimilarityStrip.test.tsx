// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { SimilarityStrip } from './SimilarityStrip';
import { render, toSvgFile } from './snapshots/render';

const PERCENTS = [1, 5, 25, 50, 75, 95, 99];
const REFERENCE = {
  with: { count: 190, mean: 9.6, similarities: [7, 8, 9, 9.6, 10.4, 11.5, 12] },
  without: { count: 1810, mean: 6.5, similarities: [3, 4, 5.5, 6.5, 7.5, 9, 10.1] },
};
const strip = (reference: typeof REFERENCE) =>
  render(<SimilarityStrip reference={reference} percents={PERCENTS} similarity={10.2} classes={['LVH']} />);

test('looks as in its snapshot', async () => {
  await expect(toSvgFile(strip(REFERENCE), 720, 180, ['SimilarityStrip'])).toMatchFileSnapshot('./snapshots/similarity-strip.svg');
});

test('says in words what it shows', () => {
  const words = strip(REFERENCE).textContent!;
  expect(words).toContain('190 ECGs with LVH – 1 %: 7.00, 5 %: 8.00, 25 %: 9.00, 50 %: 9.60');
  expect(words).toContain('1,810 without – 1 %: 3.00');
  expect(words).toContain('this ECG 10.20');
});

test('leaves out what nobody measured', () => {
  const none = { count: 0, mean: 0, similarities: PERCENTS.map(() => 0) };
  expect(strip({ ...REFERENCE, with: none }).querySelectorAll('.similarity-row')).toHaveLength(1);
  expect(strip({ with: none, without: none }).querySelector('figure')).toBeNull();
});
