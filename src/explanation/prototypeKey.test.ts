import { expect, it } from 'vitest';
import { toPrototypeKey, toPrototypeName } from './prototypeKey';

it('a prototype is known by its name', () => {
  const key = { branch: 'morphology', index: 151 } as const;
  expect(toPrototypeKey(toPrototypeName(key))).toEqual(key);
});

it.each(['morphology', 'morphology/', 'heart/1', 'rhythm/01', 'rhythm/-1', 'rhythm/1/2'])('“%s” names no prototype', (name) => {
  expect(() => toPrototypeKey(name)).toThrow(`“${name}” names no prototype.`);
});
