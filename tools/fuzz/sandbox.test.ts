import { afterAll, describe, expect, it } from 'vitest';
import type { Misdeed } from './fixtures/misbehave';
import { createSandbox } from './sandbox';

const limits = { mostMilliseconds: 500, mostBytes: 100 * 2 ** 20 };
const sandbox = createSandbox<Misdeed, string>(new URL('./fixtures/misbehave.ts', import.meta.url).href, limits);

afterAll(() => sandbox.close());

describe('a sandbox', () => {
  it('hands on the answer', async () => {
    expect(await sandbox.run('none')).toMatchObject({ outcome: 'well' });
  });

  it.each<[Misdeed, object]>([
    ['hang', { kind: 'hung' }],
    ['hangLater', { kind: 'hung' }],
    ['hog', { kind: 'tooLarge' }],
    ['hogObjects', { kind: 'tooLarge' }],
    ['throwLater', { kind: 'crashed', detail: expect.stringContaining('thrown on purpose') as string }],
    ['exit', { kind: 'crashed', detail: 'its thread ended with 3' }],
  ])('tells %s and goes on', async (misdeed, outcome) => {
    expect((await sandbox.run(misdeed)).outcome).toEqual(outcome);
    expect((await sandbox.run('none')).outcome).toBe('well');
  });
});
