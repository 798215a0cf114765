import { createInferenceClient, type InferenceClient } from '../../src/model/inferenceClient';
import type { Manifest } from '../../src/model/manifest';
import type { ReviewStore } from '../../src/store/review/reviewStore';

declare global {
  interface Window {
    /** The page's own door to the worker, for tests that need numbers and not pictures. */
    createInferenceClient: () => InferenceClient;
    /** The page's own review store with the reader's own review of a pack open, for tests of what outlives the page. */
    openOwnReview: (pack: string) => Promise<ReviewStore>;
  }
}

window.createInferenceClient = () => createInferenceClient();

window.openOwnReview = async (pack) => {
  const { openReviewStore } = await import('../../src/store/review/openReviewStore');
  const bytes = await (await fetch(`/models/${pack}/manifest.json`)).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const review = await openReviewStore();
  await review.actions.openOwn({ manifest: JSON.parse(new TextDecoder().decode(bytes)) as Manifest, sha256 });
  return review;
};
