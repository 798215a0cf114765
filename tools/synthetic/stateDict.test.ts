import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../src/model/checkpoint/readCheckpoint';
import { writeCheckpoint } from './checkpointWriter';
import { createStateDict, evenPrototypeClasses } from './stateDict';

async function shapesOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const { tensors } = await readCheckpoint(bytes);
  return Object.fromEntries([...tensors].map(([key, { shape }]) => [key, shape.join('×')]).sort());
}

/** The unused classifier of the trunks has sizes of no consequence. */
const withoutFc = (shapes: Record<string, string>) =>
  Object.fromEntries(Object.entries(shapes).filter(([key]) => !key.includes('.fc.') && !key.startsWith('criterion')));

describe('a random state dict', () => {
  it.each([
    { depth: 18, file: 'tiny18.ckpt', perClass: { rhythm: 2, morphology: 1, global: 1 } },
    { depth: 34, file: 'tiny34.ckpt', perClass: { rhythm: 1, morphology: 2, global: 1 } },
  ] as const)('has the keys and shapes of the PyTorch model of depth $depth', async ({ depth, file, perClass }) => {
    const made = createStateDict({ seed: 1, depth, baseWidth: 2, prototypeClasses: evenPrototypeClasses(perClass) });
    expect(withoutFc(await shapesOf(await writeCheckpoint(made, { wrapping: 'lightning', prefix: 'model.' })))).toEqual(
      withoutFc(await shapesOf(readFileSync(`training/fixtures/${file}`))),
    );
  });

  it('has pruned and joint prototypes where asked, and bottlenecks', async () => {
    const even = evenPrototypeClasses({ rhythm: 2, morphology: 1, global: 2 });
    const prototypeClasses = {
      ...even,
      rhythm: [...even.rhythm.slice(0, 9), ...even.rhythm.slice(14)],
      morphology: even.morphology.map((classes, prototype) => (prototype === 7 ? [7, 31] : classes)),
    };
    const made = createStateDict({ seed: 1, depth: 50, baseWidth: 2, prototypeClasses, dtype: 'bfloat16' });
    expect(withoutFc(await shapesOf(await writeCheckpoint(made, { wrapping: 'bare' })))).toEqual(
      withoutFc(await shapesOf(readFileSync('training/fixtures/tiny50.ckpt'))),
    );
    const identity = made.get('model2d_partial.prototype_class_identity')!.storage.values;
    expect(Array.from({ length: 52 }, (_, i) => i).filter((i) => identity[7 * 52 + i] === 1)).toEqual([7, 31]);
  });

  const golden = '../shared/golden/fusion.ckpt';
  it.skipIf(!existsSync(golden))(`has the keys and shapes of ${golden} (skipped where it is absent)`, async () => {
    const prototypeClasses = evenPrototypeClasses({ rhythm: 5, morphology: 18, global: 7 });
    const made = createStateDict({ seed: 1, depth: 18, baseWidth: 64, prototypeClasses });
    const shapes = Object.fromEntries([...made].map(([key, { shape }]) => [key, shape.join('×')]).sort());
    expect(shapes).toEqual(await shapesOf(readFileSync(golden)));
  });

  it('is the same for the same seed', () => {
    const prototypeClasses = evenPrototypeClasses({ rhythm: 1, morphology: 1, global: 1 });
    const sizes = { depth: 18, baseWidth: 2, prototypeClasses } as const;
    const weight = (seed: number) => Array.from(createStateDict({ ...sizes, seed }).get('classifier.bias')!.storage.values);
    expect(weight(5)).toEqual(weight(5));
    expect(weight(5)).not.toEqual(weight(6));
  });
});
