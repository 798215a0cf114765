// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { type CaseStripContent, layoutCaseStrip } from './caseStrip';
import { CaseStrip } from './CaseStrip';
import { DEFAULT_PAPER } from './paper';
import { render } from './snapshots/render';

const paper = { ...DEFAULT_PAPER, pixelsPerMm: 4, paperSpeedMmPerSecond: 12.5, gainMmPerMv: 5 };
const content: CaseStripContent = {
  patient: createSyntheticEcg({ seed: 1, samplingRateHz: 500 }),
  prototype: createSyntheticEcg({ seed: 2, samplingRateHz: 100 }),
  leads: ['I', 'V2', 'V5'],
  patientStartSeconds: 3.2,
  prototypeStartSeconds: 1,
  seconds: 0.8,
};

describe('a case in two rows', () => {
  it('takes the width of its leads and the height that its traces need, the prototype below the patient', () => {
    const { widthMm, heightMm, cellMm, rows, isTight } = layoutCaseStrip(content, paper, 60);
    expect([widthMm, cellMm]).toEqual([30, 10]);
    expect(rows.map(({ whose }) => whose)).toEqual(['patient', 'prototype']);
    expect(rows[1]!.topMm).toBe(rows[0]!.topMm + rows[0]!.fit.heightMm);
    expect(heightMm).toBe(rows[1]!.topMm + rows[1]!.fit.heightMm);
    expect(isTight).toBe(false);
    for (const { fit } of rows) expect(fit.heightMm).toBeGreaterThanOrEqual(fit.upMm + fit.downMm);
  });

  it('shares what room there is when that is less, and says so', () => {
    const large = { ...paper, gainMmPerMv: 20 };
    const { heightMm, rows, isTight } = layoutCaseStrip(content, large, 36);
    expect(isTight).toBe(true);
    expect(heightMm).toBeLessThanOrEqual(36);
    expect(layoutCaseStrip(content, large, 200).heightMm).toBeGreaterThan(36);
    for (const { fit } of rows) expect(fit.heightMm).toBeGreaterThanOrEqual(8);
  });

  it('draws every sample of both stretches, the leads under each other', () => {
    const layout = layoutCaseStrip(content, paper, 60);
    const strip = render(<CaseStrip content={content} layout={layout} paper={paper} title="A case" />);
    expect(strip.querySelector('svg')!.getAttribute('aria-label')).toBe('A case');
    const tracesOf = (whose: string) => [...strip.querySelectorAll(`.paper-trace-${whose}`)];
    const xOf = (trace: Element) => /translate\(([\d.]+)/.exec(trace.getAttribute('transform')!)![1];
    expect(tracesOf('patient').map(xOf)).toEqual(tracesOf('prototype').map(xOf));
    for (const trace of tracesOf('patient')) expect(trace.getAttribute('d')!.match(/[ML]/g)!.length).toBeGreaterThanOrEqual(400);
    for (const trace of tracesOf('prototype')) expect(trace.getAttribute('d')!.match(/[ML]/g)!.length).toBeGreaterThanOrEqual(80);
    // Either begins where its own stretch does.
    const { V2 } = content.prototype.leads;
    const highest = V2.subarray(100, 180).reduce((best, value, i, all) => (value > all[best]! ? i : best), 0);
    const points = [...tracesOf('prototype')[1]!.getAttribute('d')!.matchAll(/[ML]([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const top = points.reduce((best, point) => (point[1] < best[1] ? point : best));
    expect(top[0]).toBeCloseTo((highest / 100) * 12.5 * 4, 1);
    expect([...strip.querySelectorAll('.paper-lead')].map(({ textContent }) => textContent)).toEqual(['I', 'V2', 'V5']);
  });
});
