import { useMemo } from 'react';
import { canChooseOrder } from '../../../review/blinding';
import { findItemStatus } from '../../../review/itemStatus';
import type { ReviewItem } from '../../../review/order';
import { findGate, stateOf } from '../../../review/progress';
import { sortItems } from '../../../review/sortItems';
import { findReachable } from '../../../review/training';
import type { LoadedPack } from '../../../model/protocol';
import type { OpenReview } from '../../../store/review/state';
import { useAppState } from '../../AppStoreContext';
import { useReviewState } from '../../ReviewContext';

/** The items that are listed now, in the order in which they are: those of the chosen class and state, and the one that is shown. */
export function useListed(
  { study, order, folded, item }: Extract<OpenReview, { readonly kind: 'prototypes' }>,
  pack: LoadedPack,
): readonly ReviewItem[] {
  const view = useReviewState((state) => state.view);
  const disagreements = useReviewState((state) => state.disagreements);
  const prediction = useAppState(({ inference }) => (inference.status === 'ready' ? inference.prediction : null));
  const by = canChooseOrder(study) ? view.order : 'study';
  const sorted = useMemo(() => sortItems(order, by, { pack, prediction, disagreements }), [order, by, pack, prediction, disagreements]);
  return useMemo(() => {
    const reachable = findReachable(sorted, findGate(study, order, folded));
    const isListed = (one: ReviewItem): boolean =>
      (view.classCode === null || study.isClassHidden || one.classes.includes(view.classCode)) &&
      (view.status === null || findItemStatus(study, stateOf(folded, one.id)) === view.status);
    // Whatever was just answered stays until the reader goes on, or “next” would have lost its place.
    return reachable.filter((one) => one === item || isListed(one));
  }, [sorted, study, order, folded, item, view]);
}
