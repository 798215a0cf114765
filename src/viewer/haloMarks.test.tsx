// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { STANDARD_LEADS } from '../ecg/lead';
import { DEFAULT_PAPER } from './paper';
import { CALIPERS, expectSnapshot, HALO, leadsOf, renderFigure } from './snapshots/figureFixture';

describe('halo', () => {
  const outlinesOf = (figure: HTMLElement) => [...figure.querySelectorAll('.paper-halo path')].map((path) => path.getAttribute('d')!);
  const uprightsOf = (figure: HTMLElement) => outlinesOf(figure).join('').match(/V/g)?.length ?? 0;

  test.each(['page', 'matched', 'stacked'] as const)('looks as in its snapshot on %s', (layout) =>
    expectSnapshot(renderFigure(layout, { halo: HALO }), `ecg-halo-${layout}`),
  );

  test('is named once, begins and ends where the field does, in every strip that shows it', () => {
    const figure = renderFigure('stacked', { halo: HALO });
    expect(leadsOf(figure, '.paper-halo path')).toEqual([...STANDARD_LEADS]);
    expect(figure.querySelectorAll('.paper-halo-label')).toHaveLength(1);
    const places = outlinesOf(figure).map((d) => [...d.matchAll(/M([\d.]+),[\d.]+V/g)].map(([, x]) => Number(x)));
    const xOfSeconds = (seconds: number) => (8 + 25 * seconds) * DEFAULT_PAPER.pixelsPerMm;
    for (const [start, end] of places) {
      expect(start).toBeCloseTo(xOfSeconds(1.1), 6);
      expect(end).toBeCloseTo(xOfSeconds(6.09), 6);
    }
    expect(figure.querySelector('desc')!.textContent).toContain('network saw this: 1.10–6.09 s.');
  });

  test('is open where the record ends before it does, and is not drawn where it is the whole record', () => {
    expect(uprightsOf(renderFigure('stacked', { halo: { ...HALO, startSeconds: 0, isCutAtStart: true } }))).toBe(12);
    const whole = { ...HALO, startSeconds: 0, endSeconds: 10, isCutAtStart: true, isCutAtEnd: true };
    expect(outlinesOf(renderFigure('stacked', { halo: whole }))).toEqual([]);
  });

  test('lies below the traces', () => {
    const figure = renderFigure('page', { halo: HALO, calipers: CALIPERS });
    const trace = figure.querySelector('.paper-trace')!;
    for (const mark of figure.querySelectorAll('.paper-halo, .paper-calipers')) {
      expect(mark.compareDocumentPosition(trace) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    }
  });
});
