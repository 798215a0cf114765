import { expect, it } from 'vitest';
import { moveWindow, toStart } from './windowMoves';

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey', boolean>> = {}) => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

it.each([
  ['ArrowRight', {}, 31],
  ['ArrowUp', {}, 31],
  ['ArrowLeft', {}, 29],
  ['ArrowDown', {}, 29],
  ['ArrowRight', { shiftKey: true }, 40],
  ['ArrowLeft', { shiftKey: true }, 20],
  ['PageUp', {}, 90],
  ['PageDown', {}, 0],
  ['Home', {}, 0],
  ['End', {}, 290.5],
  // Alt and an arrow open the next recording, Control and an arrow are the browser's.
  ['ArrowUp', { altKey: true }, null],
  ['ArrowRight', { ctrlKey: true }, null],
  ['End', { metaKey: true }, null],
  ['a', {}, null],
] as const)('%s (%o) moves a window from 30 s to %s s', (key, held, moved) => {
  expect(moveWindow(press(key, held), 30, 300.5)).toBe(moved);
});

it('goes back to whole seconds from the end', () => {
  expect(moveWindow(press('ArrowLeft'), 290.5, 300.5)).toBe(290);
});

it.each([
  [12.4, 12],
  [-2, 0],
  [28.4, 28],
  [28.6, 28.5],
  [99, 28.5],
])('takes %d s as a start at %d s in 38.5 s', (seconds, start) => {
  expect(toStart(seconds, 38.5)).toBe(start);
});
