import type { LeadName } from '../ecg/lead';
import type { CaliperEnds, Calipers } from '../signal/measure/calipers';
import type { StoreContext } from './context';
import type { SheetState } from './state';

/** The paper of a recording that was just opened. */
export const INITIAL_SHEET: SheetState = { magnification: 1, focus: null, calipers: null };

export const MAX_MAGNIFICATION = 8;
/** A lead alone is drawn at least this much larger. */
const FOCUS_MAGNIFICATION = 2;

/** How small the sheet can be drawn as it is. */
export function leastMagnification({ focus }: SheetState): number {
  return focus === null ? 1 : FOCUS_MAGNIFICATION;
}

/** Draws the sheet larger, from 1 to 8 times its size; a lead alone from 2. */
export function magnify({ store }: StoreContext, magnification: number): void {
  const { sheet } = store.getState();
  const bounded = Math.min(MAX_MAGNIFICATION, Math.max(leastMagnification(sheet), magnification));
  store.setState({ sheet: { ...sheet, magnification: bounded } });
}

/**
 * Shows one lead alone, at least twice its size or as much larger as asked for; calipers move to it. Null: all leads again, as
 * large as they were.
 */
export function focusLead(
  { store }: StoreContext,
  lead: LeadName | null,
  seconds: number | null = null,
  atLeast = FOCUS_MAGNIFICATION,
): void {
  const { sheet } = store.getState();
  const { magnification, focus, calipers } = sheet;
  if (lead === null) {
    store.setState({ sheet: { ...sheet, focus: null, magnification: focus?.magnificationBefore ?? magnification } });
    return;
  }
  store.setState({
    sheet: {
      magnification: Math.min(MAX_MAGNIFICATION, Math.max(FOCUS_MAGNIFICATION, Number(atLeast.toFixed(2)), magnification)),
      focus: { lead, seconds, magnificationBefore: focus?.magnificationBefore ?? magnification },
      calipers: calipers && { ...calipers, lead },
    },
  });
}

/** Puts calipers with both ends at these times on a lead. */
export function startCalipers({ store }: StoreContext, lead: LeadName, ends: CaliperEnds): void {
  const calipers: Calipers = { kind: 'time', lead, ends, activeEnd: 1, isMarching: false };
  store.setState(({ sheet }) => ({ sheet: { ...sheet, calipers } }));
}

/** Moves or changes the calipers, where there are any. */
export function changeCalipers({ store }: StoreContext, change: Partial<Calipers>): void {
  const { sheet } = store.getState();
  if (sheet.calipers) store.setState({ sheet: { ...sheet, calipers: { ...sheet.calipers, ...change } } });
}

/** Takes the calipers off the paper. */
export function endCalipers({ store }: StoreContext): void {
  store.setState(({ sheet }) => ({ sheet: { ...sheet, calipers: null } }));
}
