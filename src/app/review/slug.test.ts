import { expect, it } from 'vitest';
import { toSlug } from './slug';

it.each([
  ['Do prototypes look typical?', 'do-prototypes-look-typical'],
  ['  Schön / très bien  ', 'schon-tres-bien'],
  ['心電図', 'study'],
  ['', 'study'],
  ['a'.repeat(59) + ' b', 'a'.repeat(59)],
  ['../../etc', 'etc'],
])('makes of “%s” a part of a file name', (title, slug) => {
  expect(toSlug(title)).toBe(slug);
});
