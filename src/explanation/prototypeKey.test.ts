import { expect, it } from 'vitest';
import { findPrototypeKey, toPrototypeName } from './prototypeKey';

it('finds a prototype by its name, and none by what names none', () => {
  const key = { branch: 'morphology', index: 151 } as const;
  expect(findPrototypeKey(toPrototypeName(key))).toEqual(key);
  expect(['morphology', 'morphology/', 'heart/1', 'rhythm/01', 'rhythm/-1', 'rhythm/1/2'].map(findPrototypeKey)).toEqual(Array(6).fill(undefined));
});
