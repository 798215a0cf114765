import { useCallback, useId, useRef } from 'react';
import { Mark } from '../marks/Mark';
import { useWidth } from '../useWidth';
import './ChangeFigure.css';
import type { ChangeRow } from './changeRow';
import { changesHeight, drawChanges } from './drawChanges';

interface ChangeFigureProps {
  readonly rows: readonly ChangeRow[];
  /** What is a share of what: “Sensitivity”. */
  readonly title: string;
  /** In CSS pixels; null: as wide as there is room. */
  readonly width?: number | null;
}

/** Assumed until the figure is measured, in CSS pixels. */
const INITIAL_WIDTH = 480;

/** How shares changed, a row each: the ring before, the disc after. */
export function ChangeFigure({ rows, title, width: fixedWidth = null }: ChangeFigureProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const measured = useWidth(frame, INITIAL_WIDTH);
  const width = fixedWidth ?? measured;
  const draw = useCallback(() => drawChanges(rows, width), [rows, width]);
  const height = changesHeight(rows.length);
  const words = rows.map(({ name, before, after }) => `${name}: ${before.count} of ${before.of} before, ${after.count} of ${after.of} after.`);
  return (
    <div ref={frame} className="change-figure">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{words.join(' ')}</desc>
        <Mark draw={draw} />
      </svg>
    </div>
  );
}
