import { describe, expect, test } from 'vitest';
import { STANDARD_LEADS, type LeadName } from '../ecg/lead';
import { layoutSheet, LEFT_MARGIN_MM, matchedSpan, type LeadStrip, type Sheet } from './layout';
import type { LeadExtent, LeadExtents } from './leadExtent';
import { DEFAULT_PAPER } from './paper';

const MATCH = { startSeconds: 3.12, endSeconds: 4.05 };

function extentsOf(special: Partial<Record<LeadName, LeadExtent>> = {}): LeadExtents {
  const usual = { centreMv: 0, upMv: 0.6, downMv: 0.3 };
  return Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, special[lead] ?? usual])) as Record<LeadName, LeadExtent>;
}

function rowTops(sheet: Sheet): number[] {
  return [...new Set(sheet.strips.map(({ yMm }) => yMm))];
}

function timeOf({ startSeconds, endSeconds }: LeadStrip): [number, number] {
  return [startSeconds, endSeconds];
}

describe('page', () => {
  const sheet = layoutSheet('page', 10, MATCH, extentsOf(), DEFAULT_PAPER);

  test('has the clinical order of leads in three rows of four, and lead II below', () => {
    const names = rowTops(sheet).map((top) => sheet.strips.filter(({ yMm }) => yMm === top).map(({ lead }) => lead));
    expect(names).toEqual([['I', 'aVR', 'V1', 'V4'], ['II', 'aVL', 'V2', 'V5'], ['III', 'aVF', 'V3', 'V6'], ['II']]);
  });

  test('shows consecutive times, so that a row is read like the rhythm strip below it', () => {
    for (const strip of sheet.strips.slice(0, 12)) {
      expect(strip.startSeconds).toBeCloseTo((strip.xMm - LEFT_MARGIN_MM) / 25, 10);
      expect(strip.endSeconds - strip.startSeconds).toBe(2.5);
    }
    expect(timeOf(sheet.strips[12]!)).toEqual([0, 10]);
    expect(sheet.bracket).toBeNull();
  });

  test('is 250 mm of paper for ten seconds', () => {
    expect(sheet.strips[12]!.widthMm).toBe(250);
    expect(sheet.widthMm).toBe(260);
  });
});

describe('matched', () => {
  const sheet = layoutSheet('matched', 10, MATCH, extentsOf(), DEFAULT_PAPER);

  test('shows the same 2.5 s around the evidence window in all twelve leads', () => {
    const [start, end] = timeOf(sheet.strips[0]!);
    expect((start + end) / 2).toBeCloseTo(3.585, 10);
    expect(end - start).toBeCloseTo(2.5, 10);
    expect(new Set(sheet.strips.slice(0, 12).map(({ lead }) => lead))).toEqual(new Set(STANDARD_LEADS));
    for (const strip of sheet.strips.slice(0, 12)) expect(timeOf(strip)).toEqual([start, end]);
  });

  test('brackets that time over the rhythm strip, in a gap of its own', () => {
    const rhythm = sheet.strips[12]!;
    const above = sheet.strips[2]!;
    expect(sheet.bracket).toMatchObject({ startSeconds: sheet.strips[0]!.startSeconds, yMm: rhythm.yMm });
    expect(timeOf(rhythm)).toEqual([0, 10]);
    expect(rhythm.yMm - (above.yMm + above.heightMm)).toBeGreaterThanOrEqual(5);
  });

  test('stays within the record when the window lies at its border', () => {
    expect(matchedSpan(10, { startSeconds: 0, endSeconds: 0.93 })).toEqual({ startSeconds: 0, endSeconds: 2.5 });
    expect(matchedSpan(10, { startSeconds: 9.06, endSeconds: 9.99 })).toEqual({ startSeconds: 7.5, endSeconds: 10 });
  });
});

describe('stacked', () => {
  test('is twelve rows over the whole time, in the standard order', () => {
    const sheet = layoutSheet('stacked', 10, null, extentsOf(), DEFAULT_PAPER);
    expect(sheet.strips.map(({ lead }) => lead)).toEqual([...STANDARD_LEADS]);
    expect(rowTops(sheet)).toHaveLength(12);
    for (const strip of sheet.strips) expect(timeOf(strip)).toEqual([0, 10]);
  });

  test('shows the first ten seconds of a longer record', () => {
    const sheet = layoutSheet('stacked', 60, null, extentsOf(), DEFAULT_PAPER);
    expect(sheet.axis.endSeconds).toBe(10);
    expect(sheet.widthMm).toBe(260);
  });
});

describe('rows', () => {
  test('are 12 to 22 mm high, as their traces need', () => {
    const extents = extentsOf({ V2: { centreMv: 0, upMv: 0.9, downMv: 0.6 }, V3: { centreMv: 0, upMv: 2, downMv: 2 } });
    const heights = layoutSheet('stacked', 10, null, extents, DEFAULT_PAPER).strips.map(({ heightMm }) => heightMm);
    expect(heights.slice(0, 9)).toEqual([12, 12, 12, 12, 12, 12, 12, 17, 22]);
  });

  test('do not overlap, and the sheet holds them and the time axis', () => {
    const sheet = layoutSheet('stacked', 10, null, extentsOf(), DEFAULT_PAPER);
    sheet.strips.slice(1).forEach((strip, i) => {
      const above = sheet.strips[i]!;
      expect(strip.yMm).toBeGreaterThanOrEqual(above.yMm + above.heightMm);
    });
    const last = sheet.strips.at(-1)!;
    expect(sheet.axis.yMm).toBeGreaterThanOrEqual(last.yMm + last.heightMm);
    expect(sheet.heightMm).toBeGreaterThan(sheet.axis.yMm);
  });

  test('keep large traces on the sheet: it grows above the first and below the last row', () => {
    const large = { centreMv: 0, upMv: 4, downMv: 3.5 };
    const sheet = layoutSheet('stacked', 10, null, extentsOf({ I: large, V6: large }), DEFAULT_PAPER);
    expect(sheet.strips[0]!.baselineMm - 40).toBeGreaterThanOrEqual(0);
    expect(sheet.strips[11]!.baselineMm + 35).toBeLessThanOrEqual(sheet.axis.yMm);
  });
});
