import type { ReviewEvent } from '../../review/logEntry';
import { toCaseId } from '../../review/order';
import { foldReadings } from '../../review/reading/caseState';
import { findNextCase } from '../../review/reading/findNextCase';
import { record } from './answers';
import type { ReviewStoreContext } from './context';
import type { OpenReview } from './state';

/** What a reader saw in an ECG, at one of the two stages. */
export type CaseReading = Omit<Extract<ReviewEvent, { readonly kind: 'read' }>, 'kind' | 'item'>;

/** Shows the next ECG of a reading study of those that are here, told by their places in the study; none where none is left. */
export function nextCase(context: ReviewStoreContext, isHere: (place: number) => boolean): void {
  const open = findReading(context);
  if (!open) return;
  const { study, order, folded, place } = open;
  showCase(context, findNextCase(foldReadings(study, order, folded), place, isHere)?.place ?? null);
}

/** Shows no ECG of the reading study. */
export function closeCase(context: ReviewStoreContext): void {
  showCase(context, null);
}

/** Says that what is to be read is on the page: the time that the reader takes counts from now. */
export function beginTiming(context: ReviewStoreContext): void {
  context.shownAtMs = context.deps.watchMs();
}

/** Hands in a reading of the ECG that is shown, where it is the one that is asked for. What was handed in stands. */
export async function read(context: ReviewStoreContext, reading: CaseReading): Promise<void> {
  const open = findReading(context);
  if (!open || open.place === null) return;
  const { study, order, folded, place } = open;
  const state = foldReadings(study, order, folded).find((one) => one.place === place);
  if (state?.asks === reading.stage) await record(context, { kind: 'read', item: toCaseId(place), ...reading });
}

/** Puts the ECG that is shown aside: to be read later or, where it was read alone, without an explanation. */
export async function putCaseAside(context: ReviewStoreContext): Promise<void> {
  const place = findReading(context)?.place ?? null;
  if (place !== null) await record(context, { kind: 'skipped', item: toCaseId(place) });
}

function findReading({ store }: ReviewStoreContext): Extract<OpenReview, { readonly kind: 'reading' }> | undefined {
  const { open } = store.getState();
  return open?.kind === 'reading' ? open : undefined;
}

function showCase(context: ReviewStoreContext, place: number | null): void {
  const open = findReading(context);
  if (!open) return;
  beginTiming(context);
  context.store.setState({ open: { ...open, place } });
}
