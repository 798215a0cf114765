import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Calipers } from '../signal/measure/calipers';
import type { EcgLayout } from './arrangement';
import { findNearEnd, placeCalipers } from './caliperPlaces';
import { layoutEcg } from './layoutEcg';
import { DEFAULT_PAPER, pixelsOf, xOf } from './paper';
import { findPoint, findStrip, isShown, toStripSeconds, toStripX } from './sheetPoint';

const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const MATCH = { startSeconds: 3.12, endSeconds: 4.05 };
const sheetOf = (layout: EcgLayout, leadOrder: 'standard' | 'cabrera' = 'standard') =>
  layoutEcg(ECG, { layout, leadOrder, rhythmLead: 'II' }, MATCH, DEFAULT_PAPER);
const x = (seconds: number) => pixelsOf(DEFAULT_PAPER, 8) + xOf(DEFAULT_PAPER, seconds);

describe('what lies at a point', () => {
  it.each(['page', 'pageThreeStrips', 'sixByTwo', 'matched', 'stacked', 'single'] as const)('is the strip that is drawn there on %s', (layout) => {
    const sheet = sheetOf(layout, 'cabrera');
    for (const strip of sheet.strips) {
      const middle = (strip.startSeconds + strip.endSeconds) / 2;
      const point = findPoint(sheet, DEFAULT_PAPER, toStripX(strip, DEFAULT_PAPER, middle), pixelsOf(DEFAULT_PAPER, strip.yMm + 1));
      expect(point.strip).toBe(strip);
      expect(point.seconds).toBeCloseTo(middle, 9);
    }
  });

  it('is the nearest strip and its nearest moment in the margins', () => {
    const sheet = sheetOf('page');
    const at = (px: number, py: number) => {
      const { strip, seconds } = findPoint(sheet, DEFAULT_PAPER, px, py);
      return [strip.lead, strip.yMm === sheet.strips.at(-1)!.yMm, seconds];
    };
    expect(at(-5, -5)).toEqual(['I', false, 0]);
    expect(at(5000, -5)).toEqual(['V4', false, 10]);
    expect(at(5000, 5000)).toEqual(['II', true, 10]);
  });

  it('stays in a strip that it was dragged out of', () => {
    const [strip] = sheetOf('page').strips;
    expect(toStripSeconds(strip!, DEFAULT_PAPER, x(4))).toBe(2.5);
    expect(toStripSeconds(strip!, DEFAULT_PAPER, -100)).toBe(0);
  });
});

describe('a strip', () => {
  it('shows the times at its borders', () => {
    const [strip] = sheetOf('page').strips;
    expect([0, 2.5, 2.51, -0.01].map((seconds) => isShown(strip!, seconds))).toEqual([true, true, false, false]);
  });

  it('of a lead is the one that shows the moments, else the longest', () => {
    const sheet = sheetOf('page');
    expect(findStrip(sheet, 'II', [1, 2])!.widthMm).toBe(250);
    expect(findStrip(sheet, 'V1', [1, 2])!.startSeconds).toBe(5);
    expect(findStrip(sheetOf('single'), 'V1', [1])).toBeUndefined();
  });
});

describe('an end of the calipers', () => {
  const calipers: Calipers = { kind: 'time', lead: 'II', ends: [1, 2], activeEnd: 0, isMarching: false };
  const sheet = sheetOf('stacked');
  const near = (change: Partial<Calipers>, lead: string, px: number) => {
    const strip = sheet.strips.find((candidate) => candidate.lead === lead)!;
    return findNearEnd({ strip, seconds: 0 }, { ...calipers, ...change }, DEFAULT_PAPER, px, 7);
  };

  it('is within reach on every row for time, on its own row for voltage', () => {
    expect(near({}, 'V3', x(1) + 6)).toBe(0);
    expect(near({}, 'V3', x(2) - 6)).toBe(1);
    expect(near({}, 'V3', x(1) + 8)).toBeUndefined();
    expect(near({ kind: 'both' }, 'V3', x(1))).toBeUndefined();
    expect(near({ kind: 'both' }, 'II', x(1))).toBe(0);
  });

  it('is the nearer one, and the active one of two on a spot', () => {
    expect(near({ ends: [1, 1.05] }, 'II', x(1.04))).toBe(1);
    expect(near({ ends: [1, 1], activeEnd: 1 }, 'II', x(1))).toBe(1);
    expect(near({ ends: [1, 1], activeEnd: 0 }, 'II', x(1))).toBe(0);
  });
});

describe('new calipers', () => {
  it('stand a second apart around the moment on the rhythm strip, or on lead II where all are as long', () => {
    expect(placeCalipers(sheetOf('page'), 4)).toEqual({ lead: 'II', ends: [3.5, 4.5] });
    expect(placeCalipers(sheetOf('stacked'), 4)).toEqual({ lead: 'II', ends: [3.5, 4.5] });
    expect(placeCalipers(sheetOf('sixByTwo'), 8).lead).toBe('V1');
  });

  it('stay within the recording', () => {
    expect(placeCalipers(sheetOf('page'), 0).ends).toEqual([0, 1]);
    expect(placeCalipers(sheetOf('page'), 99).ends).toEqual([9, 10]);
  });
});
