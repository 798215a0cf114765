import { expect, it } from 'vitest';
import { type Place, readPlace, toFragment } from './place';

it.each<[string, Place]>([
  ['', { mode: 'read' }],
  ['#review', { mode: 'review', page: 'home' }],
  ['#review/make', { mode: 'review', page: 'make' }],
  ['#review/merge', { mode: 'review', page: 'merge' }],
  ['#review/session/0123abc-45', { mode: 'review', page: 'session', sessionId: '0123abc-45' }],
])('the fragment “%s” is a place and its name again', (fragment, place) => {
  expect(readPlace(fragment)).toEqual(place);
  expect(toFragment(place)).toBe(fragment);
});

it('an unknown fragment is the nearest place that there is', () => {
  expect(readPlace('#content')).toEqual({ mode: 'read' });
  expect(readPlace('#review/elsewhere')).toEqual({ mode: 'review', page: 'home' });
  expect(readPlace('#review/session')).toEqual({ mode: 'review', page: 'home' });
});
