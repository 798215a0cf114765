import { expect, it } from 'vitest';
import { readUrlChoices } from './urlChoices';

it('takes everything where the address asks for nothing', () => {
  expect(readUrlChoices('')).toEqual({ model: null, backends: ['webgpu', 'wasm', 'cpu'], unknownBackend: null });
});

it('takes the model that was asked for, and tries the backend that was asked for before the others', () => {
  expect(readUrlChoices('?backend=wasm&model=my-pack')).toEqual({
    model: 'my-pack',
    backends: ['wasm', 'webgpu', 'cpu'],
    unknownBackend: null,
  });
});

it('reports a backend that does not exist and takes all', () => {
  expect(readUrlChoices('?backend=quantum')).toMatchObject({ backends: ['webgpu', 'wasm', 'cpu'], unknownBackend: 'quantum' });
});
