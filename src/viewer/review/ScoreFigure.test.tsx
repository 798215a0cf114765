// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { render, toSvgFile } from '../snapshots/render';
import { formatCoefficient } from './formatCoefficient';
import { formatMean } from './formatMean';
import { ScoreFigure } from './ScoreFigure';
import { layoutScores } from './scoreLayout';
import { type ScoreRow, sidesOf } from './scoreRow';

const rows: readonly ScoreRow[] = [
  { name: 'AFIB', histogram: [6, 9, 9, 9, 3], cannotJudgeCount: 2, count: 36, mean: 2.8333, standardDeviation: 1.2306 },
  { name: 'NORM', histogram: [0, 0, 2, 6, 12], cannotJudgeCount: 0, count: 20, mean: 4.5, standardDeviation: 0.6882 },
  { name: 'WPW', histogram: [0, 0, 0, 0, 0], cannotJudgeCount: 3, count: 0, mean: null, standardDeviation: null },
];
const WIDTH = 960;
const renderFigure = (width = WIDTH) => render(<ScoreFigure rows={rows} title="Clarity by class" width={width} />);
const rowOf = (name: string) => [...renderFigure().querySelectorAll('.scores-row')].find((row) => row.querySelector('.scores-name')!.textContent === name)!;
const attributeOf = (node: Element | undefined, name: string) => Number(node!.getAttribute(name));

describe('the figure of scores', () => {
  it('looks as it did', async () => {
    await expect(toSvgFile(renderFigure(), WIDTH, 140, ['review/ScoreFigure'])).toMatchFileSnapshot('../snapshots/score-figure.svg');
    await expect(toSvgFile(renderFigure(360), 360, 190, ['review/ScoreFigure'])).toMatchFileSnapshot('../snapshots/score-figure-narrow.svg');
  });

  it('parts the bar at the middle of the scale: half of the threes lie on each side', () => {
    expect(sidesOf(rows[0]!)).toEqual({ disagree: (6 + 9 + 4.5) / 36, agree: (4.5 + 9 + 3) / 36 });
    expect(sidesOf(rows[2]!)).toEqual({ disagree: 0, agree: 0 });
    const middle = Number(/M([\d.]+),/.exec(renderFigure().querySelector('.scores-middle')!.getAttribute('d')!)![1]);
    const three = rowOf('AFIB').querySelector('.is-3 rect')!;
    expect(attributeOf(three, 'x') + attributeOf(three, 'width') / 2).toBeCloseTo(middle, 6);
  });

  it('draws shares of every row in the same unit', () => {
    const widthOf = (name: string, score: number) => attributeOf(rowOf(name).querySelector(`.is-${score} rect`)!, 'width') + 1;
    expect(widthOf('NORM', 5) / widthOf('AFIB', 2)).toBeCloseTo(12 / 20 / (9 / 36), 6);
  });

  it('has the scale of all figures that belong together', () => {
    const [afib, norm] = rows;
    const alone = render(<ScoreFigure rows={[norm!]} title="Clarity by class" scaled={[afib!, norm!]} width={WIDTH} />);
    const both = render(<ScoreFigure rows={[afib!, norm!]} title="Clarity by class" width={WIDTH} />);
    const widthOf = (figure: HTMLElement) => [...figure.querySelectorAll('.scores-row .is-5 rect')].at(-1)!.getAttribute('width');
    expect(widthOf(alone)).toBe(widthOf(both));
  });

  it('draws nothing where nothing was scored, and says how many could not judge', () => {
    const row = rowOf('WPW');
    expect(row.querySelectorAll('.scores-part, .scores-mean')).toHaveLength(0);
    expect([...row.querySelectorAll('.scores-number')].map(({ textContent }) => textContent)).toEqual(['–', '0', '3']);
  });

  it('says all of it in words', () => {
    expect(renderFigure().querySelector('desc')!.textContent).toBe(
      'AFIB: mean 2.83 ± 1.23 of 36 scores (1: 6, 2: 9, 3: 9, 4: 9, 5: 3, cannot judge: 2). ' +
        'NORM: mean 4.50 ± 0.69 of 20 scores (1: 0, 2: 0, 3: 2, 4: 6, 5: 12). ' +
        'WPW: mean – of 0 scores (1: 0, 2: 0, 3: 0, 4: 0, 5: 0, cannot judge: 3).',
    );
  });

  it('leaves the dots out where there is no room, and never lets columns overlap', () => {
    expect(layoutScores(360).means).toBeNull();
    for (const width of [320, 360, 640, 720, 960, 1200]) {
      const { nameEnd, bars, means, meanEnd, countEnd, cannotJudgeEnd } = layoutScores(width);
      const edges = [nameEnd, ...bars, ...(means ?? []), meanEnd, countEnd, cannotJudgeEnd];
      expect(edges, String(width)).toEqual([...edges].sort((a, b) => a - b));
      expect(bars[1] - bars[0], String(width)).toBeGreaterThan(120);
      expect(cannotJudgeEnd).toBe(width);
    }
  });
});

it('formats means and coefficients', () => {
  expect([formatMean(2.8333, 1.2306), formatMean(4, null), formatMean(null, null)]).toEqual(['2.83 ± 1.23', '4.00', '–']);
  expect([formatCoefficient(0.7988), formatCoefficient(-0.031), formatCoefficient(-0.001)]).toEqual(['0.80', '−0.03', '0.00']);
});
