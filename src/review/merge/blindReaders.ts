import { hashJson } from '../log';

const LETTERS = 26;

/**
 * The letters that stand for readers where one prototype is discussed: A, B, C … in an order that each prototype has of
 * its own, drawn from the study's hash, so that no letter can be followed from one prototype to the next.
 *
 * @returns one letter for each reader, in the order of the ids.
 */
export function blindReaders(studySha256: string, prototype: string, readerIds: readonly string[]): readonly string[] {
  const drawn = readerIds.map((id) => hashJson({ prototype, reader: id, study: studySha256 }));
  const sorted = [...drawn].sort();
  return drawn.map((hash) => toLetter(sorted.indexOf(hash)));
}

/** 0 is A, 25 is Z, 26 is AA. */
function toLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % LETTERS));
  return place < LETTERS ? last : toLetter(Math.floor(place / LETTERS) - 1) + last;
}
