import { expect, it } from 'vitest';
import { findPair, toPairId } from './pairItem';

it('names a pair by prototype, the beginning of the ECG’s hash, and statement, and finds them again', () => {
  const id = toPairId({ branch: 'morphology', index: 151 }, '0123456789abcdef'.repeat(4), 'LVH');
  expect(id).toBe('pair:morphology/151:0123456789abcdef:LVH');
  expect(findPair(id)).toEqual({ prototype: 'morphology/151', ecgSha256: '0123456789abcdef', code: 'LVH' });
  expect(findPair('rating:morphology/151')).toBeUndefined();
});
