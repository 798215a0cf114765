import type { Page } from '@playwright/test';
import type { Answer } from '../../src/review/answer';
import type { LogEntry } from '../../src/review/logEntry';
import type { ReviewStore } from '../../src/store/review/reviewStore';
import type { ReviewNotice, SavingState } from '../../src/store/review/state';

declare global {
  interface Window {
    review: ReviewStore;
    /** Tells a test of the entries that the page says are saved, each once. */
    acknowledge?: (saved: readonly LogEntry[]) => Promise<void>;
  }
}

/** What the page says of the review that is open. */
export interface ReviewView {
  readonly entries: readonly LogEntry[];
  readonly savedCount: number;
  readonly item: string | null;
  readonly firstHashOf: { readonly study: string; readonly reader: { readonly id: string; readonly role: string; readonly years: number | null } };
  readonly saving: SavingState;
  readonly notice: ReviewNotice | null;
  readonly isForgetful: boolean;
}

/** Opens the reader's own review of the synthetic pack, without a screen around it. */
export async function openOwnReview(page: Page): Promise<ReviewView> {
  await page.goto('/e2e/harness/index.html');
  await page.evaluate(async () => {
    window.review = await window.openOwnReview('synthetic');
  });
  return viewReview(page);
}

/** What the page says now. */
export function viewReview(page: Page): Promise<ReviewView> {
  return page.evaluate(() => {
    const { open, saving, notice, forgetful } = window.review.store.getState();
    if (open?.kind !== 'prototypes') throw new Error(`No review is open: ${JSON.stringify(notice)}`);
    const { entries, savedCount, item, study, reader } = open;
    const firstHashOf = { study: study.contentSha256, reader };
    return { entries, savedCount, item: item?.id ?? null, firstHashOf, saving, notice, isForgetful: forgetful !== null };
  });
}

/** Answers the item that is shown, and waits until that is saved or could not be. */
export function answer(page: Page, ...answers: readonly Answer[]): Promise<void> {
  return page.evaluate((given) => window.review.actions.answer(...given), answers);
}
