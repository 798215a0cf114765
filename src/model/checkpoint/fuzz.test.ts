import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { writeCheckpoint } from '../../../tools/synthetic/checkpointWriter';
import { createRandom } from '../../../tools/synthetic/random';
import { storedTensor } from '../../../tools/synthetic/storedTensor';
import { Problem } from '../../ecg/problem';
import { readCheckpoint } from './readCheckpoint';

const fromTypeScript = await writeCheckpoint(
  new Map([
    ['model1d.prototype_vectors', storedTensor([4, 3], Float32Array.from({ length: 12 }, (_, i) => i / 7), 'float16')],
    ['model1d.ones', storedTensor([2, 2], [1, 1, 1, 1])],
    ['classifier.weight', storedTensor([3, 4], Float32Array.from({ length: 12 }, (_, i) => i - 5))],
    ['classifier.bias', { ...storedTensor([3], [1, -2, 0.5, 4, 8, 16], 'float64'), offset: 1, strides: [2] }],
    ['step', storedTensor([], [1000], 'int64')],
  ]),
  { wrapping: 'lightning', prefix: 'model.', byteOrder: 'little' },
);

/** A digest of all names, shapes, types and numbers; or the sentence of the problem. Any other error fails the test. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  try {
    const { tensors } = await readCheckpoint(bytes);
    const hash = createHash('sha256');
    for (const { name, shape, dtype, read } of tensors.values()) {
      hash.update(`${name} ${shape.join('×')} ${dtype} ${read().join(' ')}\n`);
    }
    return `tensors ${hash.digest('hex')}`;
  } catch (thrown) {
    if (thrown instanceof Problem) return `problem: ${thrown.message}`;
    throw thrown;
  }
}

interface Counts {
  intact: number;
  refused: number;
  wrong: number;
}

/** The outcomes of altered copies, by their numbers of occurrences. */
async function countOutcomes(original: Uint8Array, copies: Iterable<Uint8Array>): Promise<Counts> {
  const expected = await outcomeOf(original);
  expect(expected).toMatch(/^tensors /);
  const counts = { intact: 0, refused: 0, wrong: 0 };
  for (const copy of copies) {
    const outcome = await outcomeOf(copy);
    if (outcome === expected) counts.intact++;
    else if (outcome.startsWith('problem: ')) counts.refused++;
    else counts.wrong++;
  }
  return counts;
}

describe.each([
  { writer: 'TypeScript', original: fromTypeScript },
  { writer: 'PyTorch', original: new Uint8Array(readFileSync('training/fixtures/small.pth')) },
])('a checkpoint written by $writer', ({ original }) => {
  it('is refused when cut off anywhere', async () => {
    function* truncations() {
      for (let length = 0; length < original.length; length += 3) yield original.subarray(0, length);
    }
    const refused = Math.ceil(original.length / 3);
    expect(await countOutcomes(original, truncations())).toEqual({ intact: 0, refused, wrong: 0 });
  });

  it('is refused or reads exactly the same with a bit turned over', async () => {
    const random = createRandom(20261121);
    function* flips() {
      for (let at = 0; at < original.length; at++) {
        const copy = original.slice();
        copy[at] ^= 1 << Math.floor(random.uniform(0, 8));
        yield copy;
      }
    }
    const { intact, refused, wrong } = await countOutcomes(original, flips());
    expect(wrong).toBe(0);
    // Dates, versions and records that no tensor uses may change; most bytes may not.
    expect(refused).toBeGreaterThan(intact);
  });

  it('is refused or reads exactly the same with several bytes replaced', async () => {
    const random = createRandom(7);
    const below = (limit: number) => Math.floor(random.uniform(0, limit));
    function* replacements() {
      for (let round = 0; round < 600; round++) {
        const copy = original.slice();
        for (let i = 0; i < 4; i++) copy[below(copy.length)] = below(256);
        yield copy;
      }
    }
    expect((await countOutcomes(original, replacements())).wrong).toBe(0);
  });
});
