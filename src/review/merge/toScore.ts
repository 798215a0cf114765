import type { Rating } from '../answer';

/** The score of an answer; null where there is none, or it cannot be judged. */
export function toScore(rating: Rating | null): number | null {
  return typeof rating === 'number' ? rating : null;
}
