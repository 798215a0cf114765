import { expect, it } from 'vitest';
import { STANDARD_LEADS } from '../ecg/lead';
import { muteLeads } from './muteLeads';

const input = { leadOrder: [...STANDARD_LEADS].reverse(), sampleCount: 3 };
const values = Float32Array.from({ length: 36 }, (_, i) => i + 1);

it('flattens the named leads, wherever the model has them, and no other', () => {
  const muted = muteLeads(values, ['V6', 'aVR'], input);
  const changed = [...muted].flatMap((value, i) => (value === values[i] ? [] : [i]));
  expect(changed).toEqual([0, 1, 2, ...[0, 1, 2].map((i) => 3 * input.leadOrder.indexOf('aVR') + i)]);
  expect(changed.every((i) => muted[i] === 0)).toBe(true);
  expect(values[0]).toBe(1);
});

it('leaves nothing of twelve', () => {
  expect(muteLeads(values, STANDARD_LEADS, input)).toEqual(new Float32Array(36));
});
