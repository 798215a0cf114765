// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { EcgFigure } from '../EcgFigure';
import { DEFAULT_PAPER } from '../paper';
import { render } from '../snapshots/render';
import { createFigureFile, findPixelsPerMm } from './figureFile';
import type { StyleOf } from './inlineStyles';

const ECG = createSyntheticEcg({ seed: 3, samplingRateHz: 100 });
const WORDS = { title: 'An ECG', foot: ['Research use.'] };

/** Style sheets that jsdom does not apply: what some classes look like, the rest as the parent. */
const styleOf: StyleOf = (element) => {
  const looks: Record<string, Record<string, string>> = {
    'figure-file': { 'font-family': 'system-ui', 'font-size': '14px' },
    'figure-ground': { fill: 'rgb(255, 255, 255)' },
    'paper-ground': { fill: 'rgb(255, 251, 249)' },
    'paper-trace': { fill: 'none', stroke: 'rgb(20, 24, 28)', 'stroke-width': '1.2px' },
    'paper-minor': { fill: 'none', stroke: 'rgb(245, 220, 218)' },
    'paper-label': { 'font-size': '12px', 'paint-order': 'stroke' },
    'is-hidden': { display: 'none' },
    'is-clear': { fill: 'rgba(255, 222, 70, 0.3)', 'fill-opacity': '0.5', opacity: '0.9' },
  };
  const classes = (element.getAttribute('class') ?? '').split(' ');
  const own = Object.assign({}, ...classes.map((name) => looks[name] ?? {})) as Record<string, string>;
  return { getPropertyValue: (name) => own[name] ?? '' };
};

function renderSheet(pixelsPerMm: number, isTrueSize = false): SVGSVGElement {
  const figure = render(
    <EcgFigure
      ecg={ECG}
      derived={null}
      paper={{ ...DEFAULT_PAPER, pixelsPerMm }}
      isTrueSize={isTrueSize}
      arrangement={{ layout: 'page', leadOrder: 'standard', rhythmLead: 'II' }}
      match={{ startSeconds: 3, endSeconds: 4, label: 'best match' }}
      title="Twelve-lead ECG"
    />,
  );
  document.body.append(figure);
  return figure.querySelector('svg')!;
}

const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;

afterEach(() => document.body.replaceChildren());

describe('a figure in a file', () => {
  it('has a millimetre of paper for a millimetre, whatever the screen', () => {
    for (const pixelsPerMm of [DEFAULT_PAPER.pixelsPerMm, 5.2]) {
      const svg = renderSheet(pixelsPerMm);
      expect(findPixelsPerMm(svg)).toBeCloseTo(pixelsPerMm, 9);
      const file = createFigureFile([{ svg, caption: null }], WORDS, styleOf);
      const root = parse(file.svg);
      const [, , widthPx] = root.getAttribute('viewBox')!.split(' ').map(Number);
      expect(root.getAttribute('width')).toMatch(/mm$/);
      expect(widthPx! / parseFloat(root.getAttribute('width')!)).toBeCloseTo(pixelsPerMm, 3);
      expect(file.widthMm).toBeCloseTo(parseFloat(root.getAttribute('width')!), 3);
      // 10 s at 25 mm/s, the pulse, and margins.
      expect(file.widthMm).toBeGreaterThan(260);
    }
  });

  it('says so, in place of what the screen could not', () => {
    for (const isTrueSize of [true, false]) {
      const words = parse(createFigureFile([{ svg: renderSheet(4, isTrueSize), caption: null }], WORDS, styleOf).svg).textContent;
      expect(words).toContain('25 mm/s · 10 mm/mV · true size when printed at 100 %');
      expect(words).not.toContain('not to scale');
    }
  });

  it('needs no style sheet: what a class says is an attribute, and no class, style or pattern is left', () => {
    const root = parse(createFigureFile([{ svg: renderSheet(4), caption: null }], WORDS, styleOf).svg);
    expect(root.querySelectorAll('[class], [style], pattern, style, foreignObject')).toHaveLength(0);
    const traces = [...root.querySelectorAll('[data-lead]')].filter((node) => node.getAttribute('stroke') === 'rgb(20, 24, 28)');
    expect(traces).toHaveLength(13);
    for (const trace of traces) {
      expect(trace.getAttribute('fill')).toBe('none');
      expect(trace.getAttribute('stroke-width')).toBe('1.2');
      expect(trace.getAttribute('d')).toMatch(/L/);
    }
    expect(root.getAttribute('font-family')).toBe('system-ui');
  });

  it('keeps title and description once, over captions, pictures and foot', () => {
    const parts = [{ svg: renderSheet(4), caption: 'The first' }, { svg: renderSheet(4), caption: 'The second' }];
    const root = parse(createFigureFile(parts, WORDS, styleOf).svg);
    expect([...root.querySelectorAll('title')].map(({ textContent }) => textContent)).toEqual(['An ECG']);
    expect(root.querySelector('desc')!.textContent).toMatch(/^12-lead ECG, 10 seconds .* 12-lead ECG/);
    const own = [...root.children].filter(({ tagName }) => tagName === 'text' || tagName === 'svg');
    expect(own.map(({ tagName, textContent }) => (tagName === 'svg' ? 'picture' : textContent))).toEqual([
      'An ECG',
      'The first',
      'picture',
      'The second',
      'picture',
      'Research use.',
    ]);
    const tops = own.map((node) => Number(node.getAttribute('y')));
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
  });

  it('is the same file whenever the same figure is saved, and leaves the page as it was', () => {
    const before = renderSheet(4).outerHTML;
    const svg = document.querySelector('svg')!;
    const file = createFigureFile([{ svg, caption: null }], WORDS, styleOf);
    expect(document.body.children).toHaveLength(1);
    expect(svg.outerHTML).toBe(before);
    expect(createFigureFile([{ svg: renderSheet(4), caption: null }], WORDS, styleOf).svg).toBe(file.svg);
  });

  it('leaves out what is not shown, and gives transparent colours an opacity that every program knows', () => {
    const svg = renderSheet(4);
    svg.insertAdjacentHTML('beforeend', '<g class="is-hidden"><text>secret</text></g><rect id="clear" class="is-clear"/>');
    const root = parse(createFigureFile([{ svg, caption: null }], WORDS, styleOf).svg);
    expect(root.textContent).not.toContain('secret');
    const rect = root.querySelector('#clear')!;
    expect(['fill', 'fill-opacity', 'opacity'].map((name) => rect.getAttribute(name))).toEqual(['rgb(255, 222, 70)', '0.15', '0.9']);
  });

  it('breaks long sentences between words', () => {
    const foot = [`${'word '.repeat(400)}end`];
    const root = parse(createFigureFile([{ svg: renderSheet(4), caption: null }], { title: 'An ECG', foot }, styleOf).svg);
    const lines = [...root.children].filter(({ tagName }) => tagName === 'text').slice(1).map(({ textContent }) => textContent!);
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.join(' ')).toBe(foot[0]);
  });
});
