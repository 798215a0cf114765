import { createMemoryDatabase } from './memoryDatabase';
import { createReviewStore, type ReviewStore } from './reviewStore';

const READER_ID_BYTES = 8;

/** Review mode's store with this browser's database, clock and chance. */
export async function openReviewStore(): Promise<ReviewStore> {
  const review = createReviewStore({
    database: createMemoryDatabase(),
    forgetful: null,
    now: () => new Date(),
    watchMs: () => performance.now(),
    drawReaderId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(READER_ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  });
  await review.actions.openShelf();
  return review;
}
