import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { SheetState } from '../../store/resultsState';
import { createSheetActions, INITIAL_SHEET, type SheetActions } from '../../store/sheet';
import { useActions, useAppState } from '../AppStoreContext';

/** How a sheet of paper is held, and what can be done with it. */
interface HeldSheet {
  readonly sheet: SheetState;
  readonly actions: SheetActions;
}

const SheetContext = createContext<HeldSheet | null>(null);

/** The sheet that the component's paper is held by. */
export function useSheet(): HeldSheet {
  const held = useContext(SheetContext);
  if (!held) throw new Error('ECG paper stands outside of a sheet.');
  return held;
}

interface SheetProps {
  readonly children: ReactNode;
}

/** The sheet of the open recording, which the page keeps with it. */
export function RecordingSheet({ children }: SheetProps) {
  const sheet = useAppState((state) => state.sheet);
  const actions = useActions();
  return <SheetContext value={useMemo(() => ({ sheet, actions }), [sheet, actions])}>{children}</SheetContext>;
}

/** A sheet of its own, fresh with each new `key`, for an ECG that is not the open recording. */
export function OwnSheet({ children }: SheetProps) {
  const [sheet, setSheet] = useState(INITIAL_SHEET);
  const actions = useMemo(() => createSheetActions(setSheet), []);
  return <SheetContext value={useMemo(() => ({ sheet, actions }), [sheet, actions])}>{children}</SheetContext>;
}
