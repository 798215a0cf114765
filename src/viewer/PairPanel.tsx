import { useCallback, useId, useMemo } from 'react';
import type { Ecg } from '../ecg/ecg';
import type { LeadExtents } from './leadExtent';
import { Mark } from './marks/Mark';
import type { PairLayout } from './pairLayout';
import { drawPanel } from './pairMarks';
import { pixelsOf } from './paper';

interface PairPanelProps {
  readonly ecg: Ecg;
  readonly extents: LeadExtents;
  readonly layout: PairLayout;
  /** Start of the segment, in seconds from the start of this record; 0 where the whole record is compared. */
  readonly originSeconds: number;
  /** Length of the segment to mark, in seconds; null where the whole record is compared. */
  readonly segmentSeconds: number | null;
  readonly whose: 'patient' | 'prototype';
  /** What the panel shows, for assistive technology. */
  readonly title: string;
}

/** One side of a pair: twelve leads of one recording on ECG paper. */
export function PairPanel({ ecg, extents, layout, originSeconds, segmentSeconds, whose, title }: PairPanelProps) {
  const id = useId();
  const content = useMemo(
    () => ({ id, ecg, extents, originSeconds, segmentSeconds, whose }),
    [id, ecg, extents, originSeconds, segmentSeconds, whose],
  );
  const width = pixelsOf(layout.paper, layout.widthMm);
  const height = pixelsOf(layout.paper, layout.heightMm);
  return (
    <svg
      className="pair-panel"
      role="img"
      aria-labelledby={`${id}-title`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <Mark draw={useCallback(() => drawPanel(content, layout), [content, layout])} />
    </svg>
  );
}
