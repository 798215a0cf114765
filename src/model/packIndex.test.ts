import { afterEach, describe, expect, it, vi } from 'vitest';
import { sentenceOf } from '../../tools/synthetic/sentenceOf';
import { readPackIndex } from './packIndex';

const answer = (body: string, init?: ResponseInit) => vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockResolvedValue(new Response(body, init)));
const read = () => readPackIndex('https://host.example/app/models/');

afterEach(() => vi.unstubAllGlobals());

describe('the list of packs', () => {
  it('gives names and addresses, the default first', async () => {
    answer('{"packs":["demo","my-model.v2"]}');
    expect(await read()).toEqual([
      { name: 'demo', url: 'https://host.example/app/models/demo/' },
      { name: 'my-model.v2', url: 'https://host.example/app/models/my-model.v2/' },
    ]);
    answer('{"packs":[]}');
    expect(await read()).toEqual([]);
  });

  it.each([
    '',
    '{"packs":["demo"]',
    '["demo"]',
    '{"packs":"demo"}',
    '{"packs":[1]}',
    '{"packs":["demo"],"more":1}',
    '{"packs":["https://elsewhere.example/"]}',
    '{"packs":["../secret"]}',
    '{"packs":["//elsewhere.example"]}',
    '{"packs":[".."]}',
  ])('is refused where it is damaged or leads elsewhere: %s', async (body) => {
    answer(body);
    expect(await sentenceOf(read)).toBe('The list of model packs at https://host.example/app/models/index.json is damaged.');
  });

  it('is refused where it is missing', async () => {
    answer('', { status: 404 });
    expect(await sentenceOf(read)).toBe('The pack file index.json could not be loaded from https://host.example/app/models/ (404).');
  });
});
