import { toSentence } from '../../ecg/problem';
import type { ReviewStoreContext } from './context';
import { notify } from './notify';
import { takeIn } from './reconcile';
import { openShelf } from './shelf';

/** Shows what other tabs do to reviews: two tabs on one session show the same, and one that is locked is locked in all. */
export function listenToSiblings(context: ReviewStoreContext): void {
  context.deps.siblings.listen((sessionId) => {
    const takesIn = async () => {
      await takeIn(context, sessionId);
      if (context.store.getState().shelf.status === 'ready') await openShelf(context);
    };
    takesIn().catch((thrown: unknown) => notify(context, { kind: 'failed', sentence: toSentence(thrown) }));
  });
}
