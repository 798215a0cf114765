import { describe, expect, test } from 'vitest';
import { STANDARD_LEADS, type LeadName } from '../ecg/lead';
import { mapLeads } from '../ecg/mapLeads';
import type { Arrangement, EcgLayout } from './arrangement';
import { layoutSheet, leftMarginMm, matchedSpan, type LeadStrip, type Sheet, type TimeSpan } from './layout';
import type { LeadExtent, LeadExtents } from './leadExtent';
import { toLeadLabel } from './leadOrder';
import { DEFAULT_PAPER, type Paper } from './paper';

const MATCH = { startSeconds: 3.12, endSeconds: 4.05 };

function extentsOf(special: Partial<Record<LeadName, LeadExtent>> = {}): LeadExtents {
  const usual = { centreMv: 0, upMv: 0.6, downMv: 0.3 };
  return mapLeads((lead) => special[lead] ?? usual);
}

function sheetOf(
  layout: EcgLayout,
  options: Partial<Arrangement> & { seconds?: number; match?: TimeSpan; extents?: LeadExtents; paper?: Partial<Paper> } = {},
): Sheet {
  const { seconds = 10, match = null, extents = extentsOf(), paper, ...arrangement } = options;
  const whole: Arrangement = { layout, leadOrder: 'standard', rhythmLead: 'II', ...arrangement };
  return layoutSheet(whole, seconds, match, extents, { ...DEFAULT_PAPER, ...paper });
}

/** The names as they stand on the sheet, row by row. */
function namesOf(sheet: Sheet): string[][] {
  return rowTops(sheet).map((top) => sheet.strips.filter(({ yMm }) => yMm === top).map(toLeadLabel));
}

function rowTops(sheet: Sheet): number[] {
  return [...new Set(sheet.strips.map(({ yMm }) => yMm))];
}

function timeOf({ startSeconds, endSeconds }: LeadStrip): [number, number] {
  return [startSeconds, endSeconds];
}

describe('page', () => {
  const sheet = sheetOf('page', { match: MATCH });

  test('has the clinical order of leads in three rows of four, and lead II below', () => {
    expect(namesOf(sheet)).toEqual([['I', 'aVR', 'V1', 'V4'], ['II', 'aVL', 'V2', 'V5'], ['III', 'aVF', 'V3', 'V6'], ['II']]);
  });

  test('shows consecutive times, so that a row is read like the rhythm strip below it', () => {
    for (const strip of sheet.strips.slice(0, 12)) {
      expect(strip.startSeconds).toBeCloseTo((strip.xMm - leftMarginMm(DEFAULT_PAPER)) / 25, 10);
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

describe('page with three strips', () => {
  const sheet = sheetOf('pageThreeStrips', { rhythmLead: 'aVF' });

  test('is the page with V1, II and V5 below, over the whole time', () => {
    expect(namesOf(sheet).slice(0, 3)).toEqual(namesOf(sheetOf('page')).slice(0, 3));
    expect(namesOf(sheet).slice(3)).toEqual([['V1'], ['II'], ['V5']]);
    for (const strip of sheet.strips.slice(12)) expect(timeOf(strip)).toEqual([0, 10]);
  });
});

describe('six by two', () => {
  const sheet = sheetOf('sixByTwo');

  test('has the limb leads beside the precordial leads and no rhythm strip', () => {
    expect(namesOf(sheet)).toEqual([['I', 'V1'], ['II', 'V2'], ['III', 'V3'], ['aVR', 'V4'], ['aVL', 'V5'], ['aVF', 'V6']]);
  });

  test('shows the first five seconds in the left column and the next five in the right', () => {
    for (const strip of sheet.strips) {
      const isLeft = strip.xMm === leftMarginMm(DEFAULT_PAPER);
      expect(timeOf(strip)).toEqual(isLeft ? [0, 5] : [5, 10]);
      expect(strip.widthMm).toBe(125);
    }
    expect(sheet.strips.filter(({ startSeconds }) => startSeconds === 5)).toHaveLength(6);
  });
});

describe('rhythm lead', () => {
  test.each(['page', 'matched'] as const)('is below the %s', (layout) => {
    expect(namesOf(sheetOf(layout, { rhythmLead: 'V1' })).at(-1)).toEqual(['V1']);
  });
});

describe('Cabrera order', () => {
  const cabrera = { leadOrder: 'cabrera' } as const;

  test('goes by the angle in the frontal plane, down each column', () => {
    expect(namesOf(sheetOf('page', cabrera))).toEqual([
      ['aVL', 'II', 'V1', 'V4'],
      ['I', 'aVF', 'V2', 'V5'],
      ['−aVR', 'III', 'V3', 'V6'],
      ['II'],
    ]);
    expect(namesOf(sheetOf('stacked', cabrera)).flat().slice(0, 7)).toEqual(['aVL', 'I', '−aVR', 'II', 'aVF', 'III', 'V1']);
    expect(namesOf(sheetOf('sixByTwo', cabrera)).map(([limb]) => limb)).toEqual(['aVL', 'I', '−aVR', 'II', 'aVF', 'III']);
  });

  test('inverts aVR and nothing else, as a rhythm strip too', () => {
    const inverted = sheetOf('page', { ...cabrera, rhythmLead: 'aVR' }).strips.filter(({ isInverted }) => isInverted);
    expect(inverted.map(({ lead }) => lead)).toEqual(['aVR', 'aVR']);
    expect(sheetOf('page', { rhythmLead: 'aVR' }).strips.some(({ isInverted }) => isInverted)).toBe(false);
  });

  test('makes room for the inverted trace where it goes, not where it would have gone', () => {
    const extents = extentsOf({ aVR: { centreMv: 0, upMv: 0.1, downMv: 1.7 } });
    const [upright] = sheetOf('stacked', { extents }).strips.filter(({ lead }) => lead === 'aVR');
    const [inverted] = sheetOf('stacked', { ...cabrera, extents }).strips.filter(({ lead }) => lead === 'aVR');
    expect(inverted!.heightMm).toBe(upright!.heightMm);
    expect(inverted!.baselineMm - inverted!.yMm).toBeGreaterThanOrEqual(17);
    expect(upright!.baselineMm - upright!.yMm).toBeLessThan(8);
  });
});

describe('paper', () => {
  test('at 50 mm/s ten seconds are 500 mm, and the margin holds the longer pulse', () => {
    const sheet = sheetOf('page', { paper: { paperSpeedMmPerSecond: 50 } });
    expect(sheet.strips.at(-1)!.widthMm).toBe(500);
    expect(sheet.strips[0]!.xMm).toBe(13);
    expect(sheet.widthMm).toBe(515);
  });

  test.each([5, 10, 20])('at %s mm/mV a row is at least as high as its calibration pulse', (gainMmPerMv) => {
    const flat = extentsOf(mapLeads(() => ({ centreMv: 0, upMv: 0, downMv: 0 })));
    for (const { heightMm } of sheetOf('stacked', { extents: flat, paper: { gainMmPerMv } }).strips) {
      expect(heightMm).toBeGreaterThanOrEqual(Math.max(12, gainMmPerMv + 2));
    }
  });

  test('at 20 mm/mV a trace of 4 mV stays on the sheet', () => {
    const extents = extentsOf({ I: { centreMv: 0, upMv: 4, downMv: 0.2 } });
    const sheet = sheetOf('stacked', { extents, paper: { gainMmPerMv: 20 } });
    expect(sheet.strips[0]!.baselineMm - 80).toBeGreaterThanOrEqual(0);
  });
});

describe('matched', () => {
  const sheet = sheetOf('matched', { match: MATCH });

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
    const sheet = sheetOf('stacked');
    expect(sheet.strips.map(({ lead }) => lead)).toEqual([...STANDARD_LEADS]);
    expect(rowTops(sheet)).toHaveLength(12);
    for (const strip of sheet.strips) expect(timeOf(strip)).toEqual([0, 10]);
  });

  test('shows the first ten seconds of a longer record', () => {
    const sheet = sheetOf('stacked', { seconds: 60 });
    expect(sheet.axis.endSeconds).toBe(10);
    expect(sheet.widthMm).toBe(260);
  });
});

describe('rows', () => {
  test('are 12 to 22 mm high, as their traces need', () => {
    const extents = extentsOf({ V2: { centreMv: 0, upMv: 0.9, downMv: 0.6 }, V3: { centreMv: 0, upMv: 2, downMv: 2 } });
    const heights = sheetOf('stacked', { extents }).strips.map(({ heightMm }) => heightMm);
    expect(heights.slice(0, 9)).toEqual([12, 12, 12, 12, 12, 12, 12, 17, 22]);
  });

  test('do not overlap, and the sheet holds them and the time axis', () => {
    const sheet = sheetOf('stacked');
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
    const sheet = sheetOf('stacked', { extents: extentsOf({ I: large, V6: large }) });
    expect(sheet.strips[0]!.baselineMm - 40).toBeGreaterThanOrEqual(0);
    expect(sheet.strips[11]!.baselineMm + 35).toBeLessThanOrEqual(sheet.axis.yMm);
  });
});
