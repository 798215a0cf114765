import type { RefObject } from 'react';
import { DEFAULT_PAPER } from '../../viewer/paper';
import { useWidth } from '../../viewer/useWidth';

/** Drawn smaller than this, a small wave is hard to judge: rather let the paper scroll. */
const LEAST_PIXELS_PER_MM = 2.5;
const WIDTH_BEFORE_MEASURED = 1000;

/** CSS pixels a millimetre at which paper of a width fits its window; the paper's usual scale where it fits, or never can. */
export function useFittingScale(window: RefObject<HTMLElement | null>, widthMm: number): number {
  const fitting = useWidth(window, WIDTH_BEFORE_MEASURED) / widthMm;
  const usual = DEFAULT_PAPER.pixelsPerMm;
  return fitting >= LEAST_PIXELS_PER_MM && fitting < usual ? fitting : usual;
}
