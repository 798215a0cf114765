import { findPixelsPerMm } from '../../store/screenScale';
import { useAppState } from '../AppStoreContext';
import { useScreenView } from './useScreenView';

/** CSS pixels a millimetre on this screen; undefined where nobody has measured it. */
export function usePixelsPerMm(): number | undefined {
  const screen = useScreenView();
  const calibrations = useAppState(({ display }) => display.calibrations);
  return findPixelsPerMm(calibrations, screen);
}
