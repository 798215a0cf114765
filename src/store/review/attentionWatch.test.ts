import { beforeEach, expect, it } from 'vitest';
import { createAttentionWatch, LONGEST_LOOK_MS } from './attentionWatch';

let nowMs: number;
let isHidden: boolean;
let sign: () => void;
let turn: (hidden: boolean) => void;
let watch: () => number;

beforeEach(() => {
  [nowMs, isHidden] = [5000, false];
  watch = createAttentionWatch({
    nowMs: () => nowMs,
    isHidden: () => isHidden,
    onSign: (listener) => (sign = listener),
    onVisibility: (listener) => {
      turn = (hidden) => {
        isHidden = hidden;
        listener();
      };
    },
  });
});

it('counts while the page can be seen', () => {
  expect(watch()).toBe(0);
  nowMs += 700;
  expect(watch()).toBe(700);
  expect(watch()).toBe(700);
});

it('stands still while the page is hidden', () => {
  nowMs += 1000;
  turn(true);
  nowMs += 60_000;
  expect(watch()).toBe(1000);
  nowMs += 3_000_000;
  turn(false);
  nowMs += 500;
  expect(watch()).toBe(1500);
});

it('stands still from two minutes after the last sign of the reader to the next', () => {
  expect(LONGEST_LOOK_MS).toBe(120_000);
  nowMs += 119_000;
  sign();
  nowMs += 3_600_000;
  expect(watch()).toBe(119_000 + 120_000);
  nowMs += 1000;
  expect(watch()).toBe(119_000 + 120_000);
  sign();
  nowMs += 1000;
  expect(watch()).toBe(119_000 + 120_000 + 1000);
});

it('is not stirred by signs to a hidden page, and begins again when the page is shown', () => {
  turn(true);
  nowMs += 10_000;
  sign();
  nowMs += 10_000;
  expect(watch()).toBe(0);
  nowMs += 500_000;
  turn(false);
  nowMs += 2000;
  expect(watch()).toBe(2000);
});
