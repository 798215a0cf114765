import { expect, it } from 'vitest';
import { createSyntheticEcg } from '../../tools/synthetic/ecg';
import { findNameHeightMm } from './pairNames';
import { layoutScene, toBesideScene } from './pairScene';
import { DEFAULT_PAPER } from './paper';

const flat = createSyntheticEcg({ seed: 1, samplingRateHz: 100 });
const withLeadI = (valueAt: (seconds: number) => number) => {
  const I = Float32Array.from({ length: flat.sampleCount }, (_, i) => valueAt(i / 100));
  return { ...flat, leads: { ...flat.leads, I } };
};

/** How far above the centre line the name of lead I stands when the segment begins at 2 s, in millimetres. */
function nameAbove(valueAt: (seconds: number) => number): number {
  const side = { ecg: withLeadI(valueAt), segment: { startSeconds: 2, endSeconds: 2.93 } };
  const scene = toBesideScene(side, side);
  const layout = layoutScene(scene, DEFAULT_PAPER, 190);
  const cell = layout.cells.find(({ lead }) => lead === 'I')!;
  return cell.baselineMm - findNameHeightMm([scene.patient], layout, cell);
}

it('a name stands a little above the centre line, as on paper', () => {
  expect(nameAbove(() => 0)).toBe(4.5);
});

it('a name gives way to a trace that runs through it, and to none elsewhere', () => {
  expect(nameAbove((seconds) => (seconds > 1.5 && seconds < 2.5 ? 0.55 : 0))).not.toBe(4.5);
  expect(nameAbove((seconds) => (seconds > 2.5 && seconds < 2.6 ? 1 : 0))).toBe(4.5);
});
