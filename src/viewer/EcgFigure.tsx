import { useCallback, useId, useMemo } from 'react';
import { durationSeconds, type Ecg } from '../ecg/ecg';
import { formatNumber, formatSpan } from './format';
import { layoutSheet, type EcgLayout } from './layout';
import { leadExtents } from './leadExtent';
import { Mark } from './marks/Mark';
import type { Paper } from './paper';
import { pixelsOf } from './paper';
import './paper.css';
import { drawEvidence, drawFoot, drawFurniture, drawPaper, drawTraces, type MarkedSpan } from './sheetMarks';

interface EcgFigureProps {
  readonly ecg: Ecg;
  readonly paper: Paper;
  readonly layout: EcgLayout;
  /** The evidence window to mark in every strip that shows its time. */
  readonly match: MarkedSpan | null;
  /** What the ECG is called, for assistive technology. */
  readonly title: string;
}

/** What the arrangement shows, in words. */
const ARRANGEMENT: Readonly<Record<EcgLayout, string>> = {
  page: 'Three rows of four leads, 2.5 seconds each, one after the other, and lead II over the whole time below.',
  matched: 'Three rows of four leads, all showing the same 2.5 seconds, and lead II over the whole time below.',
  stacked: 'Twelve rows, each a lead over the whole time: I, II, III, aVR, aVL, aVF, V1 to V6.',
};

/**
 * Twelve leads on ECG paper of true scale, as recorded: every sample, straight lines, neither filtered nor resampled.
 * Each lead's centre line is its median.
 */
export function EcgFigure({ ecg, paper, layout, match, title }: EcgFigureProps) {
  const id = useId();
  const duration = durationSeconds(ecg);
  const extents = useMemo(() => leadExtents(ecg, 0, duration), [ecg, duration]);
  // Only this layout depends on the match; in the others a new match must not redraw the traces.
  const centre = layout === 'matched' ? match : null;
  const sheet = useMemo(
    () => layoutSheet(layout, duration, centre, extents, paper),
    [layout, duration, centre, extents, paper],
  );
  const settings =
    `${formatNumber(paper.paperSpeedMmPerSecond)} mm/s · ${formatNumber(paper.gainMmPerMv)} mm/mV · ` +
    `${formatNumber(ecg.samplingRateHz)} Hz raw, unfiltered · each lead centred on its median`;

  const width = pixelsOf(paper, sheet.widthMm);
  const height = pixelsOf(paper, sheet.heightMm);
  return (
    <svg
      className="ecg-figure"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>
        {`12-lead ECG, ${formatNumber(duration)} seconds at ${formatNumber(ecg.samplingRateHz)} samples per second. `}
        {ARRANGEMENT[layout]}
        {match !== null && ` ${match.label}: ${formatSpan(match.startSeconds, match.endSeconds)} is marked.`}
      </desc>
      <Mark draw={useCallback(() => drawPaper(id, sheet, paper), [id, sheet, paper])} />
      <Mark draw={useCallback(() => drawEvidence(sheet, match, paper), [sheet, match, paper])} />
      {/* Names lie below the traces: nothing may cover a sample. */}
      <Mark draw={useCallback(() => drawFurniture(ecg, sheet, paper), [ecg, sheet, paper])} />
      <Mark draw={useCallback(() => drawTraces(ecg, sheet, extents, paper), [ecg, sheet, extents, paper])} />
      <Mark draw={useCallback(() => drawFoot(sheet, settings, paper), [sheet, settings, paper])} />
    </svg>
  );
}
