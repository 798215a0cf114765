import { useCallback, useId, useMemo } from 'react';
import { Mark } from './marks/Mark';
import type { PairLayout } from './pairLayout';
import { drawPanel } from './pairMarks';
import type { PairLayer } from './pairScene';
import { pixelsOf } from './paper';

interface PairPanelProps {
  readonly layers: readonly PairLayer[];
  readonly layout: PairLayout;
  /** Where the aligned R peaks lie on the common axis; null where none were aligned. */
  readonly peakSeconds: number | null;
  /** What the panel shows, for assistive technology. */
  readonly title: string;
}

/** Twelve leads on ECG paper: one side of a pair, both on each other, or their difference. */
export function PairPanel({ layers, layout, peakSeconds, title }: PairPanelProps) {
  const id = useId();
  const content = useMemo(() => ({ id, layers, peakSeconds }), [id, layers, peakSeconds]);
  const width = pixelsOf(layout.paper, layout.widthMm);
  const height = pixelsOf(layout.paper, layout.heightMm);
  return (
    <svg
      className={layers.length > 1 ? 'pair-panel is-overlaid' : 'pair-panel'}
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
