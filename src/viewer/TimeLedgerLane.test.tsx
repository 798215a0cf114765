// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { leftMarginMm } from './layout';
import { DEFAULT_PAPER, pixelsOf, xOf } from './paper';
import { render, toSvgFile } from './snapshots/render';
import { TimeLedgerLane } from './TimeLedgerLane';

const WINDOWS = Array.from({ length: 30 }, (_, i) => Math.floor(i * 31.25) / 100);
const MATCH = { startSeconds: 3.12, endSeconds: 4.05, label: 'morphology/151' };

function renderLane(contributions: readonly number[], note?: string, fullLogits = 0): HTMLElement {
  return render(
    <TimeLedgerLane
      contributions={contributions}
      windowStartSeconds={WINDOWS}
      windowEndSeconds={WINDOWS.map((start) => start + 0.93)}
      durationSeconds={10}
      paper={DEFAULT_PAPER}
      match={MATCH}
      fullLogits={fullLogits}
      {...(note && { note })}
    />,
  );
}

const CONTRIBUTIONS = WINDOWS.map((start) => 0.05 * Math.sin(start) - 0.01);

test('looks as in its snapshot', async () => {
  await expect(toSvgFile(renderLane(CONTRIBUTIONS), 983, 120)).toMatchFileSnapshot('./snapshots/time-ledger.svg');
});

test('has one step a window, above the line where it supports and below where it opposes', () => {
  const lane = renderLane(CONTRIBUTIONS);
  const steps = [...lane.querySelectorAll('.waterfall-bar')];
  const zero = Number(/M[\d.]+,([\d.]+)H/.exec(lane.querySelector('.waterfall-zero')!.getAttribute('d')!)![1]);
  expect(steps).toHaveLength(30);
  steps.forEach((step, i) => {
    const middle = Number(step.getAttribute('y')) + Number(step.getAttribute('height')) / 2;
    expect(Math.sign(zero - middle)).toBe(Math.sign(CONTRIBUTIONS[i]!));
  });
});

test('stands on the time axis of the ECG sheet: a step lies around the middle of its window', () => {
  const step = renderLane(CONTRIBUTIONS).querySelectorAll('.waterfall-bar')[10]!;
  const middle = Number(step.getAttribute('x')) + Number(step.getAttribute('width')) / 2;
  expect(middle).toBeCloseTo(pixelsOf(DEFAULT_PAPER, leftMarginMm(DEFAULT_PAPER)) + xOf(DEFAULT_PAPER, WINDOWS[10]! + 0.465), 6);
});

test('says how much the windows add up to and where the strongest lies', () => {
  const words = renderLane([...new Array<number>(29).fill(0.01), -0.5]).textContent;
  expect(words).toContain('Morphology evidence in time (−0.21 logits)');
  expect(words).toContain('strongest at 9.06–9.99 s (−0.50); full height ±0.5.');
});

test('ends with what else there is to know', () => {
  expect(renderLane(CONTRIBUTIONS, 'Without what is muted.').textContent).toMatch(/full height ±0\.06\. Without what is muted\.$/);
  expect(renderLane(CONTRIBUTIONS).textContent).toMatch(/full height ±0\.06\.$/);
});

test('draws next to nothing where the morphology branch adds next to nothing beside another', () => {
  const heights = (fullLogits: number) =>
    [...renderLane(CONTRIBUTIONS, undefined, fullLogits).querySelectorAll('.waterfall-bar')].map((step) => Number(step.getAttribute('height')));
  const [own, beside] = [heights(0), heights(60)];
  // 60 logits over 30 windows are 2 logits each; the largest of these windows has 0.06.
  own.forEach((height, i) => expect(beside[i]!).toBeCloseTo((height * Math.max(...CONTRIBUTIONS.map(Math.abs))) / 2, 6));
});
