import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Draws whole numbers from 0 to `end` − 1, evenly. */
export type Draw = (end: number) => number;

/** Draws that are the same for the same seed and purpose, on every machine, and differ between purposes. */
export function createDraw(seed: string, purpose: string): Draw {
  const digest = sha256(utf8ToBytes(`${seed}\n${purpose}`));
  const generator = xoroshiro128plus(new DataView(digest.buffer, digest.byteOffset).getInt32(0));
  return (end) => uniformInt(generator, 0, end - 1);
}

/** The same things in a drawn order, every order equally likely (Fisher and Yates). */
export function shuffle<T>(things: readonly T[], draw: Draw): T[] {
  const shuffled = [...things];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = draw(i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}
