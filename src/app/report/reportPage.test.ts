import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { mapLeads } from '../../ecg/mapLeads';
import type { Arrangement } from '../../viewer/arrangement';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { caseWidthMm, chooseReportSheet, fitReport, PAGE_MM, REPORT_MM } from './reportPage';

const ecg = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const page: Arrangement = { layout: 'page', leadOrder: 'cabrera', rhythmLead: 'V1' };
const screen = { ...DEFAULT_PAPER, pixelsPerMm: 5 };
const unchanged = { layout: false, speed: false, gain: false };

/** The same ECG with every voltage so many times as large. */
function enlarge(factor: number) {
  return { ...ecg, leads: mapLeads((lead) => ecg.leads[lead].map((millivolts) => millivolts * factor)) };
}

describe('the ECG of a report', () => {
  it('is the reader’s own at 25 mm/s, in the paper’s millimetres and not the screen’s', () => {
    const sheet = chooseReportSheet(ecg, page, screen, null);
    expect(sheet).toMatchObject({ arrangement: page, changed: unchanged, paper: { ...DEFAULT_PAPER, pixelsPerMm: 96 / 25.4 } });
    expect(chooseReportSheet(ecg, page, { ...screen, gainMmPerMv: 5 }, null).paper.gainMmPerMv).toBe(5);
  });

  it('is never at 50 mm/s, and says so', () => {
    const sheet = chooseReportSheet(ecg, page, { ...screen, paperSpeedMmPerSecond: 50 }, null);
    expect(sheet).toMatchObject({ paper: { paperSpeedMmPerSecond: 25 }, changed: { ...unchanged, speed: true } });
  });

  it('becomes a whole page where the layout is too high, in the same order of leads', () => {
    const sheet = chooseReportSheet(ecg, { ...page, layout: 'stacked' }, screen, null);
    expect(sheet).toMatchObject({ arrangement: page, changed: { ...unchanged, layout: true } });
  });

  it('loses gain only where even that is too high', () => {
    expect(chooseReportSheet(enlarge(1.5), page, { ...screen, gainMmPerMv: 20 }, null)).toMatchObject({
      paper: { gainMmPerMv: 10 },
      changed: { ...unchanged, gain: true },
    });
  });

  it('always leaves the explanation its least room', () => {
    for (const factor of [0.1, 1, 2, 4, 8]) {
      for (const layout of ['page', 'pageThreeStrips', 'sixByTwo', 'matched', 'stacked'] as const) {
        const sheet = chooseReportSheet(enlarge(factor), { ...page, layout }, { ...screen, gainMmPerMv: 20 }, null);
        const fit = fitReport(sheet.heightMm, { statementCount: 9, sentenceLength: 240, hasNote: true });
        expect(fit.heightMm).toBeGreaterThan(44);
      }
    }
  });
});

describe('what fits on the page', () => {
  const content = { statementCount: 3, sentenceLength: 200, hasNote: false };

  it('is no higher than the page', () => {
    for (const sheetMm of [60, 95, 118, 130]) {
      for (const statementCount of [0, 1, 5, 6, 7, 71]) {
        const fit = fitReport(sheetMm, { ...content, statementCount });
        expect(REPORT_MM.head + sheetMm + 2 * REPORT_MM.gap + fit.heightMm).toBeCloseTo(PAGE_MM.height, 9);
        const hasMore = fit.statementCount < statementCount;
        const listMm = REPORT_MM.line * (hasMore ? 3 : 2) + fit.statementCount * REPORT_MM.statementRow;
        expect(listMm).toBeLessThanOrEqual(fit.heightMm);
        const ledgerMm = REPORT_MM.line + REPORT_MM.ledgerHead + (8 + 3 * fit.topCount) * REPORT_MM.ledgerRow;
        expect(ledgerMm).toBeLessThanOrEqual(fit.heightMm);
        const casesMm = 2 * REPORT_MM.line + fit.sentenceMm + REPORT_MM.caseCaption + fit.casesMm;
        expect(casesMm).toBeCloseTo(fit.heightMm, 9);
      }
    }
  });

  it('is all statements where there is room, and more prototypes the lower the ECG is', () => {
    expect(fitReport(95, content).statementCount).toBe(3);
    expect(fitReport(95, { ...content, statementCount: 71 }).statementCount).toBeLessThan(10);
    const tops = [130, 118, 100, 60].map((sheetMm) => fitReport(sheetMm, content).topCount);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    expect(tops[0]).toBe(0);
    expect(tops.at(-1)).toBe(3);
  });

  it('gives way to a longer sentence and to a note', () => {
    const { casesMm } = fitReport(95, content);
    expect(fitReport(95, { ...content, sentenceLength: 400 }).casesMm).toBeLessThan(casesMm);
    expect(fitReport(95, { ...content, hasNote: true }).casesMm).toBeCloseTo(casesMm - REPORT_MM.line - REPORT_MM.gap, 9);
  });

  it('divides the width among the cases', () => {
    expect(caseWidthMm(1)).toBe(REPORT_MM.cases);
    expect(3 * caseWidthMm(3) + 2 * REPORT_MM.caseGap).toBeCloseTo(REPORT_MM.cases, 9);
    expect(REPORT_MM.statements + REPORT_MM.ledger + REPORT_MM.cases + 6).toBeLessThanOrEqual(PAGE_MM.width);
  });
});
