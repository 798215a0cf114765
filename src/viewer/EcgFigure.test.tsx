// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { STANDARD_LEADS } from '../ecg/lead';
import type { EcgLayout } from './arrangement';
import { DEFAULT_PAPER } from './paper';
import { ECG, expectSnapshot, leadsOf, MATCH, pathOf, renderFigure, wordsOf } from './snapshots/figureFixture';

const LAYOUTS = ['page', 'pageThreeStrips', 'sixByTwo', 'matched', 'stacked'] as const satisfies readonly EcgLayout[];
const ROWS = { page: 4, pageThreeStrips: 6, sixByTwo: 6, matched: 4, stacked: 12 };

describe.each(LAYOUTS)('%s', (layout) => {
  const figure = renderFigure(layout);

  test('looks as in its snapshot', () => expectSnapshot(figure, `ecg-${layout}`));

  test('has a calibration pulse of exactly 10 mm by 5 mm in every row', () => {
    const pulses = [...figure.querySelectorAll('.paper-calibration')];
    expect(pulses).toHaveLength(ROWS[layout]);
    for (const pulse of pulses) {
      const [, up, width, down] = /h[\d.]+v(-[\d.]+)h([\d.]+)v([\d.]+)h/.exec(pulse.getAttribute('d')!)!.map(Number);
      expect(up! / DEFAULT_PAPER.pixelsPerMm).toBeCloseTo(-10, 9);
      expect(width! / DEFAULT_PAPER.pixelsPerMm).toBeCloseTo(5, 9);
      expect(down).toBe(-up!);
    }
  });

  test('has squares of exactly 1 mm and 5 mm', () => {
    const sides = [...figure.querySelectorAll('pattern')].map((square) => [
      Number(square.getAttribute('width')) / DEFAULT_PAPER.pixelsPerMm,
      Number(square.getAttribute('height')) / DEFAULT_PAPER.pixelsPerMm,
    ]);
    expect(sides.flat().map((side) => Number(side.toFixed(9)))).toEqual([1, 1, 5, 5]);
  });

  test('names all twelve leads and states speed, gain and rate', () => {
    const words = [...figure.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(expect.arrayContaining([...STANDARD_LEADS]));
    expect(words).toContain('25 mm/s · 10 mm/mV · not to scale: calibrate under Paper');
    expect(words).toContain('100 Hz raw, unfiltered · each lead centred on its median');
  });

  test('tells assistive technology what it shows and what is marked', () => {
    const svg = figure.querySelector('svg')!;
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.querySelector('title')!.textContent).toBe('Record 1');
    expect(svg.querySelector('desc')!.textContent).toMatch(/10 seconds at 100 samples per second.*morphology\/151: 3\.12–4\.05 s/);
  });
});

test.each(['matched', 'stacked'] as const)('the %s layout marks the evidence window in all twelve leads', (layout) => {
  const figure = renderFigure(layout);
  expect(new Set(leadsOf(figure, '.paper-evidence'))).toEqual(new Set(STANDARD_LEADS));
  for (const band of figure.querySelectorAll('.paper-evidence rect')) {
    expect(Number(band.getAttribute('width')) / DEFAULT_PAPER.pixelsPerMm).toBeCloseTo(0.93 * 25, 6);
  }
});

test('the page marks only the leads that show the window, and the rhythm strip', () => {
  expect(leadsOf(renderFigure('page'), '.paper-evidence')).toEqual(['aVR', 'aVL', 'aVF', 'II']);
});

test('a window across two columns is marked in both', () => {
  const figure = renderFigure('page', { match: { ...MATCH, startSeconds: 2.1875, endSeconds: 3.1175 } });
  const rows = leadsOf(figure, '.paper-evidence');
  expect(rows).toEqual(['I', 'aVR', 'II', 'aVL', 'III', 'aVF', 'II']);
});

test('without a match nothing is marked', () => {
  expect(leadsOf(renderFigure('matched', { match: null }), '.paper-evidence')).toEqual([]);
});

test('every sample of every lead is in the path of its row', () => {
  const figure = renderFigure('stacked');
  for (const lead of STANDARD_LEADS) expect(pathOf(figure, lead).match(/[ML]/g)).toHaveLength(ECG.sampleCount);
});

test('no name or label lies above a trace, where it would hide samples', () => {
  const figure = renderFigure('page');
  const trace = figure.querySelector('.paper-trace')!;
  for (const name of figure.querySelectorAll('.paper-lead, .paper-evidence-label')) {
    expect(name.compareDocumentPosition(trace) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  }
});

test('a missing sample is a gap in its own lead only', () => {
  const gap = ECG.leads.V3.slice();
  gap.fill(Number.NaN, 400, 420);
  const figure = renderFigure('stacked', { ecg: { ...ECG, leads: { ...ECG.leads, V3: gap } } });
  expect(pathOf(figure, 'V3').match(/M/g)).toHaveLength(2);
  expect(pathOf(figure, 'V3').match(/[ML]/g)).toHaveLength(ECG.sampleCount - 20);
  expect(pathOf(figure, 'V4').match(/M/g)).toHaveLength(1);
});

test('a lead without a single sample says so', () => {
  const silent = new Float32Array(ECG.sampleCount).fill(Number.NaN);
  const figure = renderFigure('stacked', { ecg: { ...ECG, leads: { ...ECG.leads, V1: silent } } });
  expect(figure.querySelectorAll('.paper-note')).toHaveLength(1);
  expect(pathOf(figure, 'V1')).toBe('');
});

test('a constant offset moves no trace: leads lie around their median', () => {
  const shifted = ECG.leads.II.map((millivolts) => millivolts + 4);
  const figure = renderFigure('stacked', { ecg: { ...ECG, leads: { ...ECG.leads, II: shifted } } });
  expect(pathOf(figure, 'II')).toBe(pathOf(renderFigure('stacked'), 'II'));
});

describe('settings', () => {
  test('states the chosen speed and gain, which the pulse matches, and true size only where it is so', () => {
    const paper = { pixelsPerMm: 5, paperSpeedMmPerSecond: 50, gainMmPerMv: 20 };
    const figure = renderFigure('page', { paper, isTrueSize: true });
    expect(wordsOf(figure)).toMatch(/^50 mm\/s · 20 mm\/mV · true size$/m);
    expect(figure.querySelector('.paper-calibration')!.getAttribute('d')).toContain('h5v-100h50v100h5');
  });

  test('says what the model saw and what the difference is, with rate and filter', () => {
    const seen = { ...ECG, samplingRateHz: 50, sampleCount: 500 };
    const ecg = { ...ECG, samplingRateHz: 500 };
    const lineOf = (kind: 'seen' | 'difference') => wordsOf(renderFigure('page', { ecg, derived: { kind, ecg: seen, cutoffHz: 0.5 } }));
    expect(lineOf('seen')).toContain('50 Hz · high-pass 0.5 Hz, as the model saw it');
    expect(lineOf('difference')).toContain(
      'recorded, resampled to 50 Hz, minus what the model saw: what its high-pass of 0.5 Hz removed',
    );
    expect(lineOf('seen')).not.toContain('raw');
  });
});

test('what the model saw is drawn in rows of the recording, so that nothing moves between the two', () => {
  const flat = { ...ECG, leads: { ...ECG.leads, V3: new Float32Array(ECG.sampleCount) } };
  const recorded = renderFigure('stacked');
  const seen = renderFigure('stacked', { derived: { kind: 'seen', ecg: flat, cutoffHz: 0.5 } });
  const placesOf = (figure: HTMLElement) =>
    [...figure.querySelectorAll('.paper-trace')].map((trace) => trace.getAttribute('transform'));
  expect(placesOf(seen)).toEqual(placesOf(recorded));
  expect(pathOf(seen, 'V3')).not.toBe(pathOf(recorded, 'V3'));
});

test('in Cabrera order −aVR is the mirror image of aVR and is named so', () => {
  const upright = renderFigure('stacked');
  const inverted = renderFigure('stacked', { leadOrder: 'cabrera' });
  const heightsOf = (figure: HTMLElement) => [...pathOf(figure, 'aVR').matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
  const mirrored = heightsOf(upright).map((y) => -y);
  heightsOf(inverted).forEach((y, i) => expect(y).toBeCloseTo(mirrored[i]!, 9));
  expect(wordsOf(inverted)).toMatch(/^−aVR$/m);
  expect(wordsOf(inverted)).not.toMatch(/^aVR$/m);
  expect(pathOf(inverted, 'II')).toBe(pathOf(upright, 'II'));
  expect(inverted.querySelector('desc')!.textContent).toContain('aVL, I, −aVR, II, aVF, III');
});

test('draws the leads that the model did without faintly, with the word beside their names, and says so', () => {
  const figure = renderFigure('page', { mutedLeads: ['V1', 'II'] });
  const faint = [...new Set(leadsOf(figure, '.paper-trace.is-muted'))];
  expect(faint.sort()).toEqual(['II', 'V1']);
  // II stands in its column and as the rhythm strip.
  expect(wordsOf(figure).match(/^muted$/gm)).toHaveLength(3);
  expect(figure.querySelector('desc')!.textContent).toContain('Muted, and drawn faintly: V1, II.');
  expect(leadsOf(renderFigure('page'), '.paper-trace.is-muted')).toEqual([]);
});

describe('one lead alone', () => {
  test('is drawn over the whole time, with its name, pulse and settings, and says how much it is magnified', () => {
    const figure = renderFigure('single', { rhythmLead: 'V2', magnification: 2, isTrueSize: true });
    expect(leadsOf(figure, '.paper-trace')).toEqual(['V2']);
    expect(pathOf(figure, 'V2').match(/[ML]/g)).toHaveLength(ECG.sampleCount);
    expect(figure.querySelectorAll('.paper-calibration')).toHaveLength(1);
    expect(wordsOf(figure)).toMatch(/^25 mm\/s · 10 mm\/mV · magnified 2×$/m);
    expect(figure.querySelector('desc')!.textContent).toContain('Lead V2 alone over the whole time.');
  });

  test('is upside down in Cabrera order where it is aVR', () => {
    expect(wordsOf(renderFigure('single', { rhythmLead: 'aVR', leadOrder: 'cabrera' }))).toMatch(/^−aVR$/m);
  });

  test('is not said to be to scale where the screen was not measured', () => {
    expect(wordsOf(renderFigure('single', { magnification: 1.5 }))).toContain('magnified 1.5×, not to scale');
  });
});

test('says at its name which lead was computed, wherever it stands, and of no other', () => {
  const derivedLeads = ['III', 'aVR', 'aVL', 'aVF'] as const;
  const figure = renderFigure('page', { ecg: { ...ECG, derivedLeads } });
  const named = [...figure.querySelectorAll('.paper-lead')].map((name) => [name.firstChild!.textContent, name.querySelector('.paper-derived')?.textContent]);
  expect(named).toHaveLength(13);
  for (const [lead, mark] of named) expect([lead, mark]).toEqual([lead, derivedLeads.some((derived) => derived === lead) ? 'derived' : undefined]);
  expect(figure.querySelector('desc')!.textContent).toContain('Computed from other leads: III, aVR, aVL, aVF.');
  expect(renderFigure('page').querySelector('.paper-derived')).toBeNull();
});
