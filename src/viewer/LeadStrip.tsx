import { create } from 'd3';
import { useCallback, useId } from 'react';
import type { Ecg } from '../ecg/ecg';
import type { LeadName } from '../ecg/lead';
import { leadExtents } from './leadExtent';
import { drawGrid } from './marks/drawGrid';
import { drawTrace } from './marks/drawTrace';
import { Mark } from './marks/Mark';
import { type Paper, pixelsOf } from './paper';
import './paper.css';

interface LeadStripProps {
  readonly ecg: Ecg;
  readonly lead: LeadName;
  /** Length of the strip from the start of the record, in seconds. */
  readonly seconds: number;
  readonly heightMm: number;
  readonly paper: Paper;
  /** What the strip shows, for assistive technology. */
  readonly title: string;
}

/** The beginning of one lead on ECG paper of true scale. What is higher than the strip is cut off. */
export function LeadStrip({ ecg, lead, seconds, heightMm, paper, title }: LeadStripProps) {
  const id = useId();
  const widthMm = seconds * paper.paperSpeedMmPerSecond;
  const width = pixelsOf(paper, widthMm);
  const height = pixelsOf(paper, heightMm);
  const draw = useCallback(() => {
    const { centreMv, upMv, downMv } = leadExtents(ecg, 0, seconds)[lead];
    const group = create<SVGGElement>('svg:g').node()!;
    group.append(drawGrid(id, paper, { widthMm, heightMm, originXMm: 0 }));
    const { samplingRateHz } = ecg;
    const segment = { samples: ecg.leads[lead], samplingRateHz, startSeconds: 0, endSeconds: seconds, centreMv };
    const centredMm = (heightMm + (upMv - downMv) * paper.gainMmPerMv) / 2;
    // The line between the beats stays in view, whatever the height of the beats.
    const baselineMm = Math.min(0.75 * heightMm, Math.max(0.25 * heightMm, centredMm));
    group.append(drawTrace(segment, paper, 0, pixelsOf(paper, baselineMm), 'paper-trace'));
    return group;
  }, [ecg, lead, seconds, heightMm, paper, widthMm, id]);
  return (
    <svg className="lead-strip" role="img" aria-label={title} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <Mark draw={draw} />
    </svg>
  );
}
