import { useMemo } from 'react';
import { DEFAULT_PAPER, type Paper } from '../../viewer/paper';
import { useAppState } from '../AppStoreContext';
import { usePixelsPerMm } from './usePixelsPerMm';

/** The paper at the reader's speed and gain, and whether a millimetre of it is one on this screen. */
export function useReaderPaper(): { readonly paper: Paper; readonly isTrueSize: boolean } {
  const { paperSpeedMmPerSecond, gainMmPerMv } = useAppState(({ display }) => display);
  const measured = usePixelsPerMm();
  const pixelsPerMm = measured ?? DEFAULT_PAPER.pixelsPerMm;
  const paper = useMemo(
    () => ({ pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv }),
    [pixelsPerMm, paperSpeedMmPerSecond, gainMmPerMv],
  );
  return { paper, isTrueSize: measured !== undefined };
}
