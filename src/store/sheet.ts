import type { LeadName } from '../ecg/lead';
import type { CaliperEnds, Calipers } from '../signal/measure/calipers';
import type { SheetState } from './resultsState';

/** The paper of a recording that was just opened. */
export const INITIAL_SHEET: SheetState = { magnification: 1, focus: null, calipers: null };

export const MAX_MAGNIFICATION = 8;
/** A lead alone is drawn at least this much larger. */
const FOCUS_MAGNIFICATION = 2;

/** What a reader can do with a sheet of ECG paper. */
export interface SheetActions {
  /** Draws the sheet larger, from 1 to 8 times its size; a lead alone from 2. */
  readonly magnify: (magnification: number) => void;
  /**
   * Shows one lead alone, at least twice its size or as much larger as asked for; calipers move to it. Null: all leads
   * again, as large as they were.
   */
  readonly focusLead: (lead: LeadName | null, seconds?: number | null, atLeast?: number) => void;
  /** Puts calipers with both ends at these times on a lead. */
  readonly startCalipers: (lead: LeadName, ends: CaliperEnds) => void;
  /** Moves or changes the calipers, where there are any. */
  readonly changeCalipers: (change: Partial<Calipers>) => void;
  /** Takes the calipers off the paper. */
  readonly endCalipers: () => void;
}

/** How small the sheet can be drawn as it is. */
export function leastMagnification({ focus }: SheetState): number {
  return focus === null ? 1 : FOCUS_MAGNIFICATION;
}

/** The actions on a sheet, wherever it is kept: `update` changes it. */
export function createSheetActions(update: (change: (sheet: SheetState) => SheetState) => void): SheetActions {
  return {
    magnify: (magnification) =>
      update((sheet) => ({
        ...sheet,
        magnification: Math.min(MAX_MAGNIFICATION, Math.max(leastMagnification(sheet), magnification)),
      })),
    focusLead: (lead, seconds = null, atLeast = FOCUS_MAGNIFICATION) =>
      update((sheet) => (lead === null ? showAll(sheet) : showAlone(sheet, lead, seconds, atLeast))),
    startCalipers: (lead, ends) =>
      update((sheet) => ({ ...sheet, calipers: { kind: 'time', lead, ends, activeEnd: 1, isMarching: false } })),
    changeCalipers: (change) =>
      update((sheet) => (sheet.calipers ? { ...sheet, calipers: { ...sheet.calipers, ...change } } : sheet)),
    endCalipers: () => update((sheet) => ({ ...sheet, calipers: null })),
  };
}

function showAll(sheet: SheetState): SheetState {
  return { ...sheet, focus: null, magnification: sheet.focus?.magnificationBefore ?? sheet.magnification };
}

function showAlone({ magnification, focus, calipers }: SheetState, lead: LeadName, seconds: number | null, atLeast: number): SheetState {
  return {
    magnification: Math.min(MAX_MAGNIFICATION, Math.max(FOCUS_MAGNIFICATION, Number(atLeast.toFixed(2)), magnification)),
    focus: { lead, seconds, magnificationBefore: focus?.magnificationBefore ?? magnification },
    calipers: calipers && { ...calipers, lead },
  };
}
