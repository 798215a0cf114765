import { expect, it } from 'vitest';
import { mapLeads } from './mapLeads';

it('gives every lead its value, in the standard order', () => {
  const places = mapLeads((lead, place) => `${lead} ${place}`);
  expect(Object.keys(places)).toEqual(['I', 'II', 'III', 'aVR', 'aVL', 'aVF', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6']);
  expect([places.I, places.aVF, places.V6]).toEqual(['I 0', 'aVF 5', 'V6 11']);
});
