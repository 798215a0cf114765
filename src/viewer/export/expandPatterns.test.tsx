// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { ContributionFigure } from '../ContributionFigure';
import { EcgFigure } from '../EcgFigure';
import { leftMarginMm } from '../layout';
import { DEFAULT_PAPER } from '../paper';
import { createExplanation } from '../snapshots/explanationFixture';
import { render } from '../snapshots/render';
import { expandPatterns } from './expandPatterns';

const paper = { ...DEFAULT_PAPER, pixelsPerMm: 4 };

function renderSheet(): Element {
  const arrangement = { layout: 'page', leadOrder: 'standard', rhythmLead: 'II' } as const;
  const ecg = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
  return render(<EcgFigure ecg={ecg} derived={null} paper={paper} isTrueSize arrangement={arrangement} match={null} title="ECG" />);
}

/** Straight lines of a path as their two ends. */
function linesOf(path: Element): { x: number; y: number; dx: number; dy: number }[] {
  return [...path.getAttribute('d')!.matchAll(/M([\d.-]+),([\d.-]+)(?:(v)([\d.-]+)|(h)([\d.-]+)|L([\d.-]+),([\d.-]+))/g)].map((found) => {
    const [x, y] = [Number(found[1]), Number(found[2])];
    if (found[3]) return { x, y, dx: 0, dy: Number(found[4]) };
    if (found[5]) return { x, y, dx: Number(found[6]), dy: 0 };
    return { x, y, dx: Number(found[7]) - x, dy: Number(found[8]) - y };
  });
}

describe('the squares of the paper', () => {
  const sheet = renderSheet();
  const svg = sheet.querySelector('svg')!;
  const [width, height] = [Number(svg.getAttribute('width')), Number(svg.getAttribute('height'))];
  expandPatterns(sheet);

  it('become lines at every millimetre and stronger ones at every fifth, over the whole sheet', () => {
    for (const [name, mm] of [['minor', 1], ['major', 5]] as const) {
      const lines = linesOf(sheet.querySelector(`.paper-grid > .paper-${name}`)!);
      const xs = lines.filter(({ dx }) => dx === 0).map(({ x }) => x);
      const ys = lines.filter(({ dy }) => dy === 0).map(({ y }) => y);
      for (const places of [xs, ys]) {
        places.slice(1).forEach((place, i) => expect(place - places[i]!).toBeCloseTo(mm * paper.pixelsPerMm, 3));
      }
      // A strong line runs where the traces begin.
      expect(xs.some((x) => Math.abs(x - leftMarginMm(paper) * paper.pixelsPerMm) < 1e-3)).toBe(true);
      expect(xs[0]).toBeLessThan(mm * paper.pixelsPerMm);
      expect(xs.at(-1)).toBeGreaterThan(width - mm * paper.pixelsPerMm);
      expect(ys.at(-1)).toBeGreaterThan(height - mm * paper.pixelsPerMm);
      for (const { dx, dy } of lines) expect(dx + dy).toBeCloseTo(dx === 0 ? height : width, 6);
    }
  });

  it('leave no pattern, and stay as they are the second time', () => {
    expect(sheet.querySelectorAll('pattern, [fill^="url"]')).toHaveLength(0);
    const before = sheet.innerHTML;
    expandPatterns(sheet);
    expect(sheet.innerHTML).toBe(before);
  });
});

describe('the hatch of opposing bars', () => {
  const chart = render(
    <ContributionFigure explanation={createExplanation()} selected={null} topCount={2} width={600} rowHeight={20} isWhatIf={false} isCompact={false} />,
  );
  const bars = [...chart.querySelectorAll('.is-opposing')];
  expandPatterns(chart);

  it('becomes diagonal lines that end at the edges of their bar, on its own ground', () => {
    expect(bars.length).toBeGreaterThan(2);
    for (const bar of bars) {
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(bar.getAttribute(name)));
      const lines = bar.previousElementSibling!;
      expect(lines.getAttribute('class')).toBe('hatch-line');
      expect(lines.previousElementSibling!.getAttribute('class')).toBe('hatch-ground');
      for (const line of linesOf(lines)) {
        expect(line.dx).toBeCloseTo(-line.dy, 3);
        for (const [atX, atY] of [[line.x, line.y], [line.x + line.dx, line.y + line.dy]] as const) {
          expect(atX).toBeGreaterThanOrEqual(x! - 1e-3);
          expect(atX).toBeLessThanOrEqual(x! + width! + 1e-3);
          expect(atY).toBeGreaterThanOrEqual(y! - 1e-3);
          expect(atY).toBeLessThanOrEqual(y! + height! + 1e-3);
        }
      }
    }
    const widest = bars.reduce((best, bar) => (Number(bar.getAttribute('width')) > Number(best.getAttribute('width')) ? bar : best));
    // Lines lie 5 px apart across, 5 √2 px along the bar.
    const expected = (Number(widest.getAttribute('width')) + Number(widest.getAttribute('height'))) / (5 * Math.SQRT2);
    expect(Math.abs(linesOf(widest.previousElementSibling!).length - expected)).toBeLessThanOrEqual(1);
  });
});

it('refuses a pattern that it has no lines for', () => {
  const figure = document.createElement('div');
  figure.innerHTML = '<svg><pattern id="a" width="4" height="4"><path d="M0,0L4,4"/></pattern><rect fill="url(#a)"/></svg>';
  expect(() => expandPatterns(figure)).toThrow('no pattern of straight lines');
  figure.innerHTML = '<svg><rect fill="url(#gone)"/></svg>';
  expect(() => expandPatterns(figure)).toThrow('gone');
});
