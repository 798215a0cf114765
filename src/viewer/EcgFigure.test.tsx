// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import type { Ecg } from '../ecg/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import { EcgFigure } from './EcgFigure';
import type { EcgLayout } from './layout';
import { DEFAULT_PAPER } from './paper';
import { render, toSvgFile } from './snapshots/render';

const LAYOUTS: readonly EcgLayout[] = ['page', 'matched', 'stacked'];
const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const MATCH = { startSeconds: 3.12, endSeconds: 4.05, label: 'morphology/151' };

function renderFigure(layout: EcgLayout, ecg: Ecg = ECG, match: typeof MATCH | null = MATCH): HTMLElement {
  return render(<EcgFigure ecg={ecg} paper={DEFAULT_PAPER} layout={layout} match={match} title="Record 1" />);
}

function leadsOf(figure: HTMLElement, selector: string): (string | undefined)[] {
  return [...figure.querySelectorAll<SVGElement>(selector)].map((node) => node.dataset['lead']);
}

function pathOf(figure: HTMLElement, lead: string): string {
  return figure.querySelector(`.paper-trace[data-lead="${lead}"]`)!.getAttribute('d')!;
}

describe.each(LAYOUTS)('%s', (layout) => {
  const figure = renderFigure(layout);

  test('looks as in its snapshot', async () => {
    const svg = figure.querySelector('svg')!;
    const size = [Math.ceil(Number(svg.getAttribute('width'))), Math.ceil(Number(svg.getAttribute('height')))] as const;
    await expect(toSvgFile(figure, ...size)).toMatchFileSnapshot(`./snapshots/ecg-${layout}.svg`);
  });

  test('has a calibration pulse of exactly 10 mm by 5 mm in every row', () => {
    const pulses = [...figure.querySelectorAll('.paper-calibration')];
    expect(pulses).toHaveLength(layout === 'stacked' ? 12 : 4);
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
    expect(words.join()).toContain('25 mm/s · 10 mm/mV · 100 Hz raw, unfiltered');
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
  const figure = renderFigure('page', ECG, { ...MATCH, startSeconds: 2.1875, endSeconds: 3.1175 });
  const rows = leadsOf(figure, '.paper-evidence');
  expect(rows).toEqual(['I', 'aVR', 'II', 'aVL', 'III', 'aVF', 'II']);
});

test('without a match nothing is marked', () => {
  expect(leadsOf(renderFigure('matched', ECG, null), '.paper-evidence')).toEqual([]);
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
  const figure = renderFigure('stacked', { ...ECG, leads: { ...ECG.leads, V3: gap } });
  expect(pathOf(figure, 'V3').match(/M/g)).toHaveLength(2);
  expect(pathOf(figure, 'V3').match(/[ML]/g)).toHaveLength(ECG.sampleCount - 20);
  expect(pathOf(figure, 'V4').match(/M/g)).toHaveLength(1);
});

test('a lead without a single sample says so', () => {
  const silent = new Float32Array(ECG.sampleCount).fill(Number.NaN);
  const figure = renderFigure('stacked', { ...ECG, leads: { ...ECG.leads, V1: silent } });
  expect(figure.querySelectorAll('.paper-note')).toHaveLength(1);
  expect(pathOf(figure, 'V1')).toBe('');
});

test('a constant offset moves no trace: leads lie around their median', () => {
  const shifted = ECG.leads.II.map((millivolts) => millivolts + 4);
  const figure = renderFigure('stacked', { ...ECG, leads: { ...ECG.leads, II: shifted } });
  expect(pathOf(figure, 'II')).toBe(pathOf(renderFigure('stacked'), 'II'));
});
