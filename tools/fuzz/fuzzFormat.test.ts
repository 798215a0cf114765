import { afterAll, describe, expect, it } from 'vitest';
import { mapLeads } from '../../src/ecg/mapLeads';
import { createSyntheticEcg } from '../synthetic/ecg';
import { writeEdf } from '../synthetic/edf/edfWriter';
import { fuzzFormat } from './fuzzFormat';
import { toFuzzText } from './fuzzText';
import type { Job, Verdict } from './judge';
import { judge } from './judge';
import { createMutant } from './mutant';
import { createSandbox, type Sandbox } from './sandbox';
import { FUZZ_FORMATS } from './seeds';

const sandbox = createSandbox<Job, Verdict>(new URL('./judge.ts', import.meta.url).href, {
  mostMilliseconds: 2000,
  mostBytes: 512 * 2 ** 20,
});

afterAll(() => sandbox.close());

/** Answers every job with an outcome, and from the second time on with another. */
function answering(first: Verdict | { kind: 'hung' }, then = first): Sandbox<Job, Verdict> {
  let runs = 0;
  const run = () => Promise.resolve({ outcome: runs++ === 0 ? first : then, milliseconds: 3, bytes: 2 ** 20 });
  return { run, close: () => Promise.resolve() };
}

describe('fuzzFormat', () => {
  it.each(FUZZ_FORMATS.map((format) => [format.name, format] as const))('finds no fault in 12 mutants: %s', async (_, format) => {
    const { read, refused, faults } = await fuzzFormat(format, { seed: 3, first: 0, count: 12 }, sandbox);
    expect(faults).toEqual([]);
    expect(read + refused).toBe(12);
  });

  it('tells a fault with the command that makes it again', async () => {
    const format = FUZZ_FORMATS.find(({ name }) => name === 'edf')!;
    const wrong: Verdict = { kind: 'wrongScale', detail: 'told “a”, undamaged “b”' };
    const result = await fuzzFormat(format, { seed: 3, first: 40, count: 1 }, answering(wrong));
    const { damage } = createMutant(format, await format.seeds(), 3, 40);
    expect(toFuzzText(result, 3)).toBe(
      [
        `edf: 0 read, 0 refused, 1 faults; slowest 3 ms (${damage}), largest 1 MB`,
        `  ${damage}: drawn at a scale that is not told (told “a”, undamaged “b”)`,
        '    npm run fuzz -- --format edf --seed 3 --first 40 --count 1',
      ].join('\n'),
    );
  });

  it('takes a hang for a fault only where it happens again', async () => {
    const range = { seed: 1, first: 0, count: 1 };
    expect(await fuzzFormat(FUZZ_FORMATS[0]!, range, answering({ kind: 'hung' }, { kind: 'read' }))).toMatchObject({ read: 1, faults: [] });
    const { faults } = await fuzzFormat(FUZZ_FORMATS[0]!, range, answering({ kind: 'hung' }));
    expect(faults.map(({ outcome }) => outcome.kind)).toEqual(['hung']);
  });
});

describe('createMutant', () => {
  it('gives the same mutant for the same number, and others for others', async () => {
    const format = FUZZ_FORMATS.find(({ name }) => name === 'wfdb')!;
    const seeds = await format.seeds();
    const toText = (seed: number, number: number) => JSON.stringify(createMutant(format, seeds, seed, number).files.map(({ bytes }) => [...bytes]));
    expect(toText(1, 5)).toBe(toText(1, 5));
    expect(new Set([toText(1, 5), toText(1, 6), toText(2, 5)]).size).toBe(3);
  });
});

describe('judge', () => {
  it('reads every undamaged recording but bombs', async () => {
    for (const format of FUZZ_FORMATS) {
      for (const [index, seed] of (await format.seeds()).entries()) {
        const verdict = await judge({ files: seed.files, seed, seedName: `test ${format.name} ${index}` });
        expect(verdict, `${format.name} ${index}`).toEqual({ kind: seed.isBomb ? 'refused' : 'read' });
      }
    }
  });

  it('tells an ECG that is drawn at another scale than its undamaged recording, under the same words', async () => {
    const ecg = createSyntheticEcg({ seed: 11, seconds: 11 });
    const doubled = { ...ecg, leads: mapLeads((lead) => ecg.leads[lead].map((sample) => 2 * sample)) };
    const words = '“1 LSB = 1 µV, from the physical and digital range”';
    expect(await judge({ files: [writeEdf(doubled)], seed: { files: [writeEdf(ecg)] }, seedName: 'halved' })).toEqual({
      kind: 'wrongScale',
      detail: `told ${words}, undamaged ${words}`,
    });
  });
});
