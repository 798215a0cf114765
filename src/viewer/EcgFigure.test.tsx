// @vitest-environment jsdom
import type { ComponentProps } from 'react';
import { describe, expect, test } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { STANDARD_LEADS } from '../ecg/lead';
import type { Arrangement, EcgLayout } from './arrangement';
import { EcgFigure } from './EcgFigure';
import { DEFAULT_PAPER } from './paper';
import { render, toSvgFile } from './snapshots/render';

const LAYOUTS = ['page', 'pageThreeStrips', 'sixByTwo', 'matched', 'stacked'] as const satisfies readonly EcgLayout[];
const ROWS = { page: 4, pageThreeStrips: 6, sixByTwo: 6, matched: 4, stacked: 12 };
const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
type FigureProps = ComponentProps<typeof EcgFigure>;

const MATCH = { startSeconds: 3.12, endSeconds: 4.05, label: 'morphology/151' };
const HALO = { startSeconds: 1.1, endSeconds: 6.09, isCutAtStart: false, isCutAtEnd: false, label: 'network saw this' };
const CALIPERS = { kind: 'time', lead: 'II', ends: [4.2, 5.04], activeEnd: 1, isMarching: false } as const;

function renderFigure(layout: EcgLayout, change: Partial<FigureProps> & Partial<Arrangement> = {}): HTMLElement {
  const { leadOrder = 'standard', rhythmLead = 'II', ...props } = change;
  return render(
    <EcgFigure
      ecg={ECG}
      derived={null}
      paper={DEFAULT_PAPER}
      isTrueSize={false}
      arrangement={{ layout, leadOrder, rhythmLead }}
      match={MATCH}
      title="Record 1"
      {...props}
    />,
  );
}

async function expectSnapshot(figure: HTMLElement, name: string): Promise<void> {
  const svg = figure.querySelector('svg')!;
  const size = [Math.ceil(Number(svg.getAttribute('width'))), Math.ceil(Number(svg.getAttribute('height')))] as const;
  await expect(toSvgFile(figure, ...size)).toMatchFileSnapshot(`./snapshots/${name}.svg`);
}

function wordsOf(figure: HTMLElement): string {
  return [...figure.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n');
}

function leadsOf(figure: HTMLElement, selector: string): (string | undefined)[] {
  return [...figure.querySelectorAll<SVGElement>(selector)].map((node) => node.dataset['lead']);
}

function pathOf(figure: HTMLElement, lead: string): string {
  return figure.querySelector(`.paper-trace[data-lead="${lead}"]`)!.getAttribute('d')!;
}

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

test('says at its name which lead was computed, wherever it stands, and of no other', () => {
  const derivedLeads = ['III', 'aVR', 'aVL', 'aVF'] as const;
  const figure = renderFigure('page', { ecg: { ...ECG, derivedLeads } });
  const named = [...figure.querySelectorAll('.paper-lead')].map((name) => [name.firstChild!.textContent, name.querySelector('.paper-derived')?.textContent]);
  expect(named).toHaveLength(13);
  for (const [lead, mark] of named) expect([lead, mark]).toEqual([lead, derivedLeads.some((derived) => derived === lead) ? 'derived' : undefined]);
  expect(figure.querySelector('desc')!.textContent).toContain('Computed from other leads: III, aVR, aVL, aVF.');
  expect(renderFigure('page').querySelector('.paper-derived')).toBeNull();
});
