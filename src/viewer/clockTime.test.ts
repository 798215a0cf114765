import { expect, it } from 'vitest';
import { formatClock, formatSpoken, formatStretch, parseClock } from './clockTime';

it.each([
  [0, '0:00', '0 s'],
  [12, '0:12', '12 s'],
  [2.54, '0:02.5', '2.5 s'],
  [59.97, '1:00', '1 min 0 s'],
  [725, '12:05', '12 min 5 s'],
  [3723, '1:02:03', '1 h 2 min 3 s'],
  [86390.5, '23:59:50.5', '23 h 59 min 50.5 s'],
])('%d s are %s on a clock and %s in words', (seconds, clock, spoken) => {
  expect([formatClock(seconds), formatSpoken(seconds)]).toEqual([clock, spoken]);
});

it('names a stretch of a recording', () => {
  expect(formatStretch(12, 22, 38)).toBe('0:12 to 0:22 of 0:38');
});

it.each([
  ['12', 12],
  ['1:05', 65],
  [' 1:02:03 ', 3723],
  ['0:02.5', 2.5],
  ['23:59:50', 86_390],
  ['', undefined],
  ['1:60', undefined],
  ['1:75:00', undefined],
  ['-3', undefined],
  ['noon', undefined],
])('takes “%s” for %s s', (written, seconds) => {
  expect(parseClock(written)).toBe(seconds);
});
