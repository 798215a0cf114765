// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { render, toSvgFile } from '../snapshots/render';
import { ChangeFigure } from './ChangeFigure';
import type { ChangeRow } from './changeRow';
import { changesHeight } from './drawChanges';

const ROWS: readonly ChangeRow[] = [
  { name: 'Reader 1, cardiologist', before: { count: 14, of: 20 }, after: { count: 18, of: 20 } },
  { name: 'Reader 2, resident', before: { count: 12, of: 20 }, after: { count: 9, of: 20 } },
  { name: 'Reader 3, resident', before: { count: 20, of: 20 }, after: { count: 20, of: 20 } },
];
const WIDTH = 480;
const figure = () => render(<ChangeFigure title="Sensitivity" rows={ROWS} width={WIDTH} />);

test('looks as in its snapshot', async () => {
  const file = toSvgFile(figure(), WIDTH, changesHeight(ROWS.length), ['review/ChangeFigure']);
  await expect(file).toMatchFileSnapshot('../snapshots/review-changes.svg');
});

test('puts each share at its place from 0 to 100 %, before and after', () => {
  const at = (name: string) => [...figure().querySelectorAll(`.change-${name}`)].map((mark) => Number(mark.getAttribute('cx')));
  // 7 px at either edge are left to the marks.
  const x = (share: number) => expect.closeTo(7 + share * (WIDTH - 14), 9) as number;
  expect(at('before')).toEqual([x(0.7), x(0.6), x(1)]);
  expect(at('after')).toEqual([x(0.9), x(0.45), x(1)]);
});

test('says in words what it shows', () => {
  const words = figure().textContent!;
  expect(words).toContain('Reader 2, resident: 12 of 20 before, 9 of 20 after.');
  expect(words).toContain('12 of 20 → 9 of 20');
});
