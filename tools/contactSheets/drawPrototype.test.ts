// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import { createSyntheticEcg } from '../synthetic/ecg';
import { drawContactSheet } from './drawContactSheet';
import { drawPrototype } from './drawPrototype';

const textsOf = (sheet: ParentNode, selector: string) => [...sheet.querySelectorAll(selector)].map((text) => text.textContent);

describe('the picture of a prototype', () => {
  const ecg = createSyntheticEcg({ seed: 1, samplingRateHz: 100 });
  const draw = (window: [number, number] | null) => {
    const { elements, width, height } = drawPrototype(ecg, { window });
    const svg = new DOMParser().parseFromString(`<svg>${elements}</svg>`, 'image/svg+xml');
    const pathLengths = [...svg.querySelectorAll('.paper-trace')].map((path) => path.getAttribute('d')!.match(/[ML]/g)!.length);
    return { svg, width, height, pathLengths };
  };

  it('shows a whole record as a clinical page with a rhythm strip', () => {
    const { svg, width, pathLengths } = draw(null);
    expect(textsOf(svg, '.paper-lead').slice(0, 4)).toEqual(['I', 'aVR', 'V1', 'V4']);
    expect(textsOf(svg, '.paper-lead').at(-1)).toBe('II');
    expect(pathLengths).toEqual([...new Array<number>(12).fill(251).map((n, i) => (i % 4 === 3 ? 250 : n)), 1000]);
    expect(width).toBe(625);
    expect(svg.querySelectorAll('.band')).toHaveLength(0);
  });

  it.each([
    ['in the middle', 500, 1.035],
    ['at the start', 0, 0],
    ['at the end', 907, 2.07],
  ])('shows 3 s of all leads around a segment %s, which is marked', (_where, start, secondsBefore) => {
    const { svg, pathLengths } = draw([start, start + 93]);
    expect([...textsOf(svg, '.paper-lead')].sort()).toEqual([...STANDARD_LEADS].sort());
    for (const length of pathLengths) expect(Math.abs(length - 300)).toBeLessThanOrEqual(1);
    const bands = [...svg.querySelectorAll('.band')];
    expect(bands).toHaveLength(12);
    expect(Number(bands[0].getAttribute('x'))).toBeCloseTo(secondsBefore * 25 * 2.5, 1);
    expect(Number(bands[0].getAttribute('width'))).toBeCloseTo(0.93 * 25 * 2.5, 1);
  });

  it('keeps every trace on the paper, however high it is', () => {
    const tall = { ...ecg, leads: { ...ecg.leads, I: ecg.leads.I.map((mv) => 10 * mv), aVF: ecg.leads.aVF.map((mv) => 10 * mv) } };
    const { elements, height } = drawPrototype(tall, { window: [500, 593] });
    const svg = new DOMParser().parseFromString(`<svg>${elements}</svg>`, 'image/svg+xml');
    for (const path of svg.querySelectorAll('.paper-trace')) {
      const baseline = Number(/,([\d.]+)\)/.exec(path.getAttribute('transform')!)![1]);
      const ys = [...path.getAttribute('d')!.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => baseline + Number(y));
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...ys)).toBeLessThanOrEqual(height);
    }
  });
});

it('a contact sheet is an SVG file, whatever its words', () => {
  const picture = drawPrototype(createSyntheticEcg({ seed: 1, samplingRateHz: 100 }), { window: null });
  const file = drawContactSheet('<A> & "B"', [{ caption: ['1 < 2'], picture }], 2);
  const sheet = new DOMParser().parseFromString(file, 'image/svg+xml');
  expect(sheet.querySelector('parsererror')).toBeNull();
  expect([...textsOf(sheet, '.title'), ...textsOf(sheet, '.caption')]).toEqual(['<A> & "B"', '1 < 2']);
});
