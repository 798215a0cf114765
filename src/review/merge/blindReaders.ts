import { createDraw, shuffle } from '../draw';

const LETTERS = 26;

/**
 * The letters that stand for readers where one prototype is discussed: A, B, C … in an order that each prototype has of
 * its own, drawn from the study's hash, so that no letter can be followed from one prototype to the next.
 *
 * @returns one letter for each reader, in the order of the ids.
 */
export function blindReaders(studySha256: string, prototype: string, readerIds: readonly string[]): readonly string[] {
  const drawn = shuffle([...readerIds].sort(), createDraw(studySha256, prototype));
  const places = new Map(drawn.map((id, place) => [id, place]));
  return readerIds.map((id) => toLetter(places.get(id)!));
}

/** 0 is A, 25 is Z, 26 is AA. */
function toLetter(place: number): string {
  const last = String.fromCharCode(65 + (place % LETTERS));
  return place < LETTERS ? last : toLetter(Math.floor(place / LETTERS) - 1) + last;
}
