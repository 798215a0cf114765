import type { EcgFile } from '../../src/ecg/ecgFile';
import { pick } from '../synthetic/choose';
import { createRandom } from '../synthetic/random';
import { toMutations } from './mutations';
import type { FuzzFormat, FuzzSeed } from './seeds';

/** A damaged recording, and how it came to be. */
export interface Mutant {
  /** The recording that was damaged. */
  readonly seed: FuzzSeed;
  readonly files: readonly EcgFile[];
  /** "truncate of ecg.edf". */
  readonly damage: string;
}

/** Of mutants with checksums, how many get those that belong to them. */
const SEALED = 2 / 3;
/** Of recordings of several files, how often the first, which leads, is damaged. */
const LEADING = 0.7;

/** The mutant of a number: the same for the same seed and number, whatever was made before. */
export function createMutant(format: FuzzFormat, seeds: readonly FuzzSeed[], seed: number, number: number): Mutant {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const picked = pick(seeds, random);
  const recording = picked.files;
  const target = recording.length === 1 || random.uniform(0, 1) < LEADING ? recording[0]! : pick(recording.slice(1), random);
  const mutations = toMutations(target.bytes, format.findFields);
  const name = pick(Object.keys(mutations), random);
  const bytes = Uint8Array.from(mutations[name]!(Buffer.from(target.bytes), random));
  if (format.seal && random.uniform(0, 1) < SEALED) format.seal(bytes);
  const files = recording.map((file) => (file === target ? { name: file.name, bytes } : file));
  return { seed: picked, files, damage: `${name} of ${target.name}` };
}
