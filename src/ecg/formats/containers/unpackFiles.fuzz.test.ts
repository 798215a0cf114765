import { describe, expect, it } from 'vitest';
import { judge } from '../../../../tools/fuzz/judge';
import { createMutant } from '../../../../tools/fuzz/mutant';
import { FUZZ_FORMATS } from '../../../../tools/fuzz/seeds';

const MUTANTS = 1000;

describe.each([
  // Bombs among the seeds are refused in a moment.
  ['zip', 100],
  ['gzip', 20],
])('a damaged %s archive', (name, leastRead) => {
  it('is opened or refused in one sentence, whatever the damage (1,000 mutants)', async () => {
    const format = FUZZ_FORMATS.find((other) => other.name === name)!;
    const seeds = await format.seeds();
    const kinds = new Map<string, number>();
    for (let number = 0; number < MUTANTS; number++) {
      const { files, seed } = createMutant(format, seeds, 2025, number);
      const { kind, detail } = await judge({ files, seed, seedName: `${name} ${seeds.indexOf(seed)}` });
      expect(['read', 'refused'], `mutant ${number}: ${detail}`).toContain(kind);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    // Neither outcome may become the only one, or the test would say nothing.
    expect(kinds.get('read')).toBeGreaterThan(leastRead);
    expect(kinds.get('refused')).toBeGreaterThan(300);
  }, 120_000);
});
