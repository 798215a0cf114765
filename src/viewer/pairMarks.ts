import { create } from 'd3';
import type { Ecg } from '../ecg/ecg';
import type { LeadExtents } from './leadExtent';
import { drawEvidenceBand } from './marks/drawEvidenceBand';
import { drawGrid } from './marks/drawGrid';
import { drawLabel } from './marks/drawLabel';
import { drawTimeAxis } from './marks/drawTimeAxis';
import { drawTrace } from './marks/drawTrace';
import type { PairCell, PairLayout } from './pairLayout';
import { pixelsOf, xOf } from './paper';

/** One recording, and which part of it a panel shows. */
export interface PanelContent {
  readonly id: string;
  readonly ecg: Ecg;
  readonly extents: LeadExtents;
  /** Start of the segment, in seconds from the start of the record. */
  readonly originSeconds: number;
  /** Length of the segment, in seconds; null where the whole record is compared. */
  readonly segmentSeconds: number | null;
  readonly whose: 'patient' | 'prototype';
}

/** Lead names stand this far right of the cell's start and above its centre line, in millimetres. */
const NAME_MM = { x: 1, y: 4.5 };
/** Lowers text so that its middle lies on a line, in CSS pixels. */
const HALF_TEXT = 4;

function drawCellBorder(x: number, y: number, height: number): SVGPathElement {
  return create<SVGPathElement>('svg:path').attr('class', 'paper-cell-border').attr('d', `M${x},${y}v${height}`).node()!;
}

function drawCell(content: PanelContent, layout: PairLayout, cell: PairCell): SVGElement[] {
  const { paper, shown } = layout;
  const { ecg, originSeconds, segmentSeconds, whose } = content;
  const x = pixelsOf(paper, cell.xMm);
  const baseline = pixelsOf(paper, cell.baselineMm);
  const traceBetween = (startSeconds: number, endSeconds: number, className: string) => {
    // Before the record there is nothing to draw, and the trace begins where the record does.
    const visibleStart = Math.max(0, originSeconds + startSeconds);
    const segment = {
      samples: ecg.leads[cell.lead],
      samplingRateHz: ecg.samplingRateHz,
      startSeconds: visibleStart,
      endSeconds: originSeconds + endSeconds,
      centreMv: content.extents[cell.lead].centreMv,
    };
    const traceX = x + xOf(paper, visibleStart - originSeconds - shown.startSeconds);
    return drawTrace(segment, paper, traceX, baseline, `paper-trace paper-trace-${whose} ${className}`);
  };
  const nodes: SVGElement[] = [];
  if (x > 0 && !layout.hasNameMargin) nodes.push(drawCellBorder(x, pixelsOf(paper, cell.yMm), pixelsOf(paper, cell.heightMm)));
  if (segmentSeconds !== null && shown.startSeconds < 0) {
    const box = {
      x: x + xOf(paper, -shown.startSeconds),
      y: pixelsOf(paper, cell.yMm),
      width: xOf(paper, segmentSeconds),
      height: pixelsOf(paper, cell.heightMm),
    };
    nodes.push(drawEvidenceBand(box));
  }
  // Names lie below the traces: nothing may cover a sample.
  nodes.push(
    layout.hasNameMargin
      ? drawLabel(cell.lead, pixelsOf(paper, NAME_MM.x), baseline + HALF_TEXT, 'paper-lead')
      : drawLabel(cell.lead, x + pixelsOf(paper, NAME_MM.x), baseline - pixelsOf(paper, NAME_MM.y), 'paper-lead'),
  );
  if (segmentSeconds !== null) {
    nodes.push(traceBetween(shown.startSeconds, 0, 'is-context'), traceBetween(segmentSeconds, shown.endSeconds, 'is-context'));
  }
  nodes.push(traceBetween(0, segmentSeconds ?? shown.endSeconds, 'is-segment'));
  return nodes;
}

/** Twelve leads of one recording on the pair's common geometry; the part outside the segment is drawn faintly. */
export function drawPanel(content: PanelContent, layout: PairLayout): SVGGElement {
  const { paper } = layout;
  const group = create<SVGGElement>('svg:g').node()!;
  const first = layout.cells[0]!;
  const originXMm = first.xMm - layout.shown.startSeconds * paper.paperSpeedMmPerSecond;
  group.append(drawGrid(content.id, paper, { widthMm: layout.widthMm, heightMm: layout.heightMm, originXMm }));
  group.append(...layout.cells.flatMap((cell) => drawCell(content, layout, cell)));
  if (layout.hasNameMargin) {
    const last = layout.cells.at(-1)!;
    const y = pixelsOf(paper, last.yMm + last.heightMm);
    group.append(drawTimeAxis(layout.shown, paper, pixelsOf(paper, first.xMm), y));
  }
  return group;
}
