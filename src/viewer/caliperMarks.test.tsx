// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import type { EcgLayout } from './arrangement';
import { DEFAULT_PAPER } from './paper';
import { CALIPERS, ECG, expectSnapshot, type FigureProps, renderFigure, wordsOf } from './snapshots/figureFixture';

describe('calipers', () => {
  const xOfSeconds = (seconds: number) => (8 + 25 * seconds) * DEFAULT_PAPER.pixelsPerMm;
  const draw = (change: Partial<NonNullable<FigureProps['calipers']>>, layout: EcgLayout = 'page', more: Partial<FigureProps> = {}) =>
    renderFigure(layout, { match: null, calipers: { ...CALIPERS, ...change }, ...more });
  const linesOf = (figure: HTMLElement, selector = '.paper-caliper') =>
    [...figure.querySelectorAll(selector)].map((path) => path.getAttribute('d')!).join('');
  const uprightsAt = (figure: HTMLElement, selector?: string) =>
    [...linesOf(figure, selector).matchAll(/M([\d.]+),[\d.]+v/g)].map(([, x]) => Number(x));

  test.each([
    ['time', { kind: 'time' }],
    ['voltage', { kind: 'voltage', lead: 'V2', ends: [5.9, 6.2] }],
    ['both', { kind: 'both', ends: [4.2, 4.32] }],
    ['march', { isMarching: true }],
  ] as const)('look as in their snapshot: %s', (name, change) => expectSnapshot(draw(change), `ecg-calipers-${name}`));

  test('for time draw two lines through every row that shows the moments, and read interval and rate', () => {
    const figure = draw({}, 'stacked');
    const uprights = uprightsAt(figure).sort((a, b) => a - b);
    // Twelve rows, and the ends of the bar.
    expect(uprights).toHaveLength(26);
    expect(uprights[0]).toBeCloseTo(xOfSeconds(4.2), 6);
    expect(uprights[25]).toBeCloseTo(xOfSeconds(5.04), 6);
    expect(wordsOf(figure)).toMatch(/^840 ms · 71\/min$/m);
  });

  test('snap to the samples of what is drawn', () => {
    const figure = draw({ ends: [4.2044, 5.0361] });
    expect(uprightsAt(figure)[0]).toBeCloseTo(xOfSeconds(4.2), 6);
    const coarse = { ...ECG, samplingRateHz: 10, sampleCount: 100 };
    const seen = draw({ ends: [4.24, 5.16] }, 'page', { derived: { kind: 'seen', ecg: coarse, cutoffHz: 0.5 } });
    expect(uprightsAt(seen)[0]).toBeCloseTo(xOfSeconds(4.2), 6);
    expect(wordsOf(seen)).toMatch(/^1000 ms · 60\/min$/m);
  });

  test('for voltage draw two lines through the two samples, in their own lead', () => {
    const figure = draw({ kind: 'voltage' });
    const heights = [...linesOf(figure).matchAll(/M[\d.]+,([\d.]+)H/g)].map(([, y]) => Number(y));
    const millivolts = ECG.leads.II[504]! - ECG.leads.II[420]!;
    expect((heights[0]! - heights[1]!) / (10 * DEFAULT_PAPER.pixelsPerMm)).toBeCloseTo(millivolts, 6);
    expect(wordsOf(figure)).toMatch(/^[+−]?\d\.\d\d mV · [\d.]+ mm$/m);
  });

  test('rest on the drawn trace: each end is a point of the path', () => {
    const figure = draw({ kind: 'both', lead: 'aVF', ends: [3.01, 4.4] }, 'stacked');
    const trace = figure.querySelector('.paper-trace[data-lead=aVF]')!;
    const [, left, top] = /translate\(([\d.]+),([\d.]+)\)/.exec(trace.getAttribute('transform')!)!.map(Number);
    const points = trace.getAttribute('d')!.slice(1).split('L').map((point) => point.split(',').map(Number));
    for (const [i, end] of [...figure.querySelectorAll('.paper-caliper-end')].entries()) {
      const point = points[[301, 440][i]!]!;
      expect(Number(end.getAttribute('cx'))).toBeCloseTo(left! + point[0]!, 1);
      expect(Number(end.getAttribute('cy'))).toBeCloseTo(top! + point[1]!, 1);
    }
  });

  test('measure −aVR as it is drawn', () => {
    const readingOf = (leadOrder: 'standard' | 'cabrera') => {
      const figure = renderFigure('stacked', { leadOrder, calipers: { ...CALIPERS, kind: 'voltage', lead: 'aVR', ends: [4.2, 4.31] } });
      return figure.querySelector('.paper-caliper-label')!.textContent;
    };
    expect(readingOf('standard')).toMatch(/^[+−]/);
    expect(readingOf('cabrera').slice(1)).toBe(readingOf('standard').slice(1));
    expect(readingOf('cabrera')[0]).not.toBe(readingOf('standard')[0]);
  });

  test('march out over the whole time', () => {
    const figure = draw({ isMarching: true }, 'single');
    const others = uprightsAt(figure, '.paper-caliper-march').map((x) => x / DEFAULT_PAPER.pixelsPerMm / 25 - 8 / 25);
    expect(others).toHaveLength(10);
    expect(others[0]).toBeCloseTo(0, 6);
    expect(others[5]).toBeCloseTo(5.88, 6);
    expect(uprightsAt(draw({ isMarching: true }, 'stacked'), '.paper-caliper-march')).toHaveLength(120);
    expect(uprightsAt(draw({ isMarching: true, kind: 'both' }, 'stacked'), '.paper-caliper-march')).toHaveLength(10);
  });

  test('say it where a sample is missing, and what they read to assistive technology', () => {
    const gap = ECG.leads.II.slice().fill(Number.NaN, 410, 430);
    const figure = draw({ kind: 'both' }, 'page', { ecg: { ...ECG, leads: { ...ECG.leads, II: gap } } });
    expect(wordsOf(figure)).toContain('no voltage: a sample is missing');
    expect(figure.querySelector('desc')!.textContent).toContain('Calipers in II from 4.20 s to 5.04 s: 840 ms · 71/min · no voltage');
    expect(figure.innerHTML).not.toContain('NaN');
  });
});
