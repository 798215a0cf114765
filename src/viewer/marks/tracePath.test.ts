import { expect, test } from 'vitest';
import { DEFAULT_PAPER, pixelsOf } from '../paper';
import { tracePath } from './tracePath';

const PAPER = { pixelsPerMm: 4, paperSpeedMmPerSecond: 25, gainMmPerMv: 10 };

/** The points of a path, each with the command that leads to it. */
function pointsOf(path: string) {
  return [...path.matchAll(/([ML])(-?[\d.]+),(-?[\d.]+)/g)].map(([, command, x, y]) => ({ command, x: Number(x), y: Number(y) }));
}

test('every sample of the stretch is a point, the ones on its borders included', () => {
  const samples = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i / 40));
  const stretch = { samples, samplingRateHz: 500, startSeconds: 2.5, endSeconds: 5, centreMv: 0 };
  const points = pointsOf(tracePath(stretch, PAPER));
  expect(points).toHaveLength(1251);
  points.forEach(({ x, y }, i) => {
    expect(x).toBeCloseTo((i / 500) * 100, 1);
    expect(y).toBeCloseTo(-40 * samples[1250 + i]!, 1);
  });
});

test('the whole record has as many points as samples', () => {
  const samples = new Float32Array(1000).fill(0.1);
  const whole = { samples, samplingRateHz: 100, startSeconds: 0, endSeconds: 10, centreMv: 0 };
  expect(pointsOf(tracePath(whole, DEFAULT_PAPER))).toHaveLength(1000);
});

test('the centre voltage lies on the centre line', () => {
  const samples = Float32Array.of(0.5, 1.5);
  const points = pointsOf(tracePath({ samples, samplingRateHz: 1, startSeconds: 0, endSeconds: 2, centreMv: 0.5 }, DEFAULT_PAPER));
  expect(points[0]!.y).toBe(0);
  expect(points[1]!.y).toBeCloseTo(-pixelsOf(DEFAULT_PAPER, 10), 1);
});

test('a missing sample interrupts the path instead of being bridged or drawn as zero', () => {
  const samples = Float32Array.of(0, 1, Number.NaN, 3, 4);
  const points = pointsOf(tracePath({ samples, samplingRateHz: 1, startSeconds: 0, endSeconds: 4, centreMv: 0 }, PAPER));
  expect(points.map(({ command, x }) => [command, x])).toEqual([
    ['M', 0],
    ['L', 100],
    ['M', 300],
    ['L', 400],
  ]);
});

test('a stretch beyond the record is empty', () => {
  const beyond = { samples: new Float32Array(10), samplingRateHz: 10, startSeconds: 5, endSeconds: 6, centreMv: 0 };
  expect(tracePath(beyond, PAPER)).toBe('');
});
