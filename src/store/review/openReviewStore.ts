import { createAttentionWatch } from './attentionWatch';
import { openDatabase } from './openDatabase';
import { createReviewStore, type ReviewStore } from './reviewStore';
import { createSiblingTabs } from './siblingTabs';
import { warnBeforeLeaving } from './warnBeforeLeaving';

const READER_ID_BYTES = 8;
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** Review mode's store with this browser's database, clock and chance. */
export async function openReviewStore(): Promise<ReviewStore> {
  const review = createReviewStore({
    ...(await openDatabase()),
    // A browser without these cannot be asked; one that forbids storage may refuse to answer.
    isPersistent: (await navigator.storage?.persisted?.().catch(() => null)) ?? null,
    askToPersist: async () => (await navigator.storage?.persist?.().catch(() => null)) ?? null,
    siblings: createSiblingTabs(),
    now: () => new Date(),
    watchMs: createAttentionWatch({
      nowMs: () => performance.now(),
      isHidden: () => document.hidden,
      onVisibility: (listener) => document.addEventListener('visibilitychange', listener),
      onSign: (listener) => SIGNS.forEach((sign) => window.addEventListener(sign, listener, { capture: true, passive: true })),
    }),
    drawReaderId: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(READER_ID_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  });
  warnBeforeLeaving(review, window);
  await review.actions.openShelf();
  return review;
}
