import { describe, expect, test } from 'vitest';
import { STANDARD_LEADS } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import type { LeadExtent, LeadExtents } from './leadExtent';
import { layoutRecords, layoutSegments, PANEL_GAP_MM } from './pairLayout';
import { DEFAULT_PAPER } from './paper';

const SEGMENT_SECONDS = 0.93;
const SEGMENT_MM = 23.25;

function extentsOf(upMv: number): LeadExtents {
  const extent: LeadExtent = { centreMv: 0, upMv, downMv: 0.3 };
  return mapLeads(() => extent);
}

const EXTENTS = [extentsOf(0.6), extentsOf(0.6)] as const;

describe('segments', () => {
  test.each([
    ['a phone', 83, 'above', 3],
    ['a narrow card', 100, 'above', 4],
    ['a card', 180, 'above', 4],
    ['a wide card', 200, 'beside', 4],
  ] as const)('on %s of %d mm stand %s, in %d columns, and fit', (_, availableMm, arrangement, columns) => {
    const layout = layoutSegments(SEGMENT_SECONDS, EXTENTS, DEFAULT_PAPER, availableMm);
    const panels = arrangement === 'beside' ? 2 : 1;
    expect(layout.arrangement).toBe(arrangement);
    expect(new Set(layout.cells.map(({ xMm }) => xMm)).size).toBe(columns);
    expect(panels * layout.widthMm + (panels - 1) * PANEL_GAP_MM).toBeLessThanOrEqual(availableMm + 1e-9);
    expect(new Set(layout.cells.map(({ lead }) => lead))).toEqual(new Set(STANDARD_LEADS));
  });

  test('are drawn at full scale whatever the width', () => {
    for (const availableMm of [83, 180, 300]) {
      const { shown, cells, paper } = layoutSegments(SEGMENT_SECONDS, EXTENTS, DEFAULT_PAPER, availableMm);
      expect(paper).toBe(DEFAULT_PAPER);
      expect(cells[0]!.widthMm).toBeCloseTo((shown.endSeconds - shown.startSeconds) * 25, 10);
      expect(cells[0]!.widthMm).toBeGreaterThanOrEqual(SEGMENT_MM - 1e-9);
    }
  });

  test('have the same context on both sides, at most 0.4 s', () => {
    const { shown } = layoutSegments(SEGMENT_SECONDS, EXTENTS, DEFAULT_PAPER, 1000);
    expect(shown.startSeconds).toBe(-0.4);
    expect(shown.endSeconds).toBeCloseTo(SEGMENT_SECONDS + 0.4, 10);
  });

  test('have rows that fit the larger of the two recordings', () => {
    const small = layoutSegments(SEGMENT_SECONDS, EXTENTS, DEFAULT_PAPER, 180);
    const large = layoutSegments(SEGMENT_SECONDS, [extentsOf(0.6), extentsOf(1.7)], DEFAULT_PAPER, 180);
    expect(small.cells[0]!.heightMm).toBe(12);
    expect(large.cells[0]!.heightMm).toBe(22);
  });
});

describe('records', () => {
  test('are twelve rows of the whole time at half speed and half gain', () => {
    const layout = layoutRecords(10, EXTENTS, DEFAULT_PAPER, 180);
    expect(layout.paper).toMatchObject({ paperSpeedMmPerSecond: 12.5, gainMmPerMv: 5 });
    expect(layout.cells.map(({ lead }) => lead)).toEqual([...STANDARD_LEADS]);
    for (const cell of layout.cells) expect(cell.widthMm).toBe(125);
    expect(layout.arrangement).toBe('above');
  });

  test('stand beside each other only where both fit', () => {
    const { widthMm } = layoutRecords(10, EXTENTS, DEFAULT_PAPER, 180);
    const enough = 2 * widthMm + PANEL_GAP_MM;
    expect(layoutRecords(10, EXTENTS, DEFAULT_PAPER, enough).arrangement).toBe('beside');
    expect(layoutRecords(10, EXTENTS, DEFAULT_PAPER, enough - 1).arrangement).toBe('above');
  });
});
