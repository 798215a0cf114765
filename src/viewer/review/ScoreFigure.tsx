import { useCallback, useId, useMemo, useRef } from 'react';
import { formatCount } from '../format';
import { Mark } from '../marks/Mark';
import { useWidth } from '../useWidth';
import { drawScores, scoresHeight } from './drawScores';
import { formatMean } from './formatMean';
import './ScoreFigure.css';
import { layoutScores } from './scoreLayout';
import type { ScoreRow } from './scoreRow';

interface ScoreFigureProps {
  readonly rows: readonly ScoreRow[];
  /** What is shown: “Representativeness by class”. */
  readonly title: string;
  /** Where the figure is one of several: the rows of all, so that they have one scale. */
  readonly scaled?: readonly ScoreRow[];
  /** In CSS pixels; null: as wide as there is room. */
  readonly width?: number | null;
}

/** Assumed until the figure is measured, in CSS pixels. */
const INITIAL_WIDTH = 960;

/** How scores are distributed, a row a class or branch, with their means and deviations. */
export function ScoreFigure({ rows, title, scaled = rows, width: fixedWidth = null }: ScoreFigureProps) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const measured = useWidth(frame, fixedWidth ?? INITIAL_WIDTH);
  const layout = useMemo(() => layoutScores(fixedWidth ?? measured), [fixedWidth, measured]);
  const draw = useCallback(() => drawScores(rows, layout, scaled), [rows, layout, scaled]);
  const height = scoresHeight(rows.length, layout);
  return (
    <div ref={frame} className="score-figure">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`} width={layout.width} height={height} viewBox={`0 0 ${layout.width} ${height}`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{rows.map(toWords).join(' ')}</desc>
        <Mark draw={draw} />
      </svg>
    </div>
  );
}

function toWords({ name, histogram, mean, standardDeviation, count, cannotJudgeCount }: ScoreRow): string {
  const scores = histogram.map((own, i) => `${i + 1}: ${formatCount(own)}`).join(', ');
  const others = cannotJudgeCount > 0 ? `, cannot judge: ${formatCount(cannotJudgeCount)}` : '';
  return `${name}: mean ${formatMean(mean, standardDeviation)} of ${formatCount(count)} scores (${scores}${others}).`;
}
