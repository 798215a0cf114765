import { create } from 'd3';
import type { TimeSpan } from './layout';
import { drawEvidenceBand } from './marks/drawEvidenceBand';
import { drawGrid } from './marks/drawGrid';
import { drawLabel } from './marks/drawLabel';
import { drawTimeAxis } from './marks/drawTimeAxis';
import { drawTrace } from './marks/drawTrace';
import { findNameHeightMm, NAME_X_MM } from './pairNames';
import type { PairCell, PairLayout } from './pairLayout';
import type { PairLayer } from './pairScene';
import { pixelsOf, xOf } from './paper';

/** The traces of a panel, and what is marked on them. */
export interface PanelContent {
  readonly id: string;
  readonly layers: readonly PairLayer[];
  /** Where the aligned R peaks lie on the common axis; null where none were aligned. */
  readonly peakSeconds: number | null;
}

/** Lowers text so that its middle lies on a line, in CSS pixels. */
const HALF_TEXT = 4;

function drawLine(className: string, x: number, y: number, height: number): SVGPathElement {
  return create<SVGPathElement>('svg:path').attr('class', className).attr('d', `M${x},${y}v${height}`).node()!;
}

/** The part of a span that is shown; undefined where none is. */
function findShown({ startSeconds, endSeconds }: TimeSpan, shown: TimeSpan): TimeSpan | undefined {
  const start = Math.max(startSeconds, shown.startSeconds);
  const end = Math.min(endSeconds, shown.endSeconds);
  return start < end ? { startSeconds: start, endSeconds: end } : undefined;
}

function drawTraces(layer: PairLayer, layout: PairLayout, cell: PairCell): SVGPathElement[] {
  const { paper, shown } = layout;
  const { ecg, originSeconds, segment, whose } = layer;
  const traceBetween = (startSeconds: number, endSeconds: number, className: string): SVGPathElement[] => {
    const part = findShown({ startSeconds, endSeconds }, shown);
    if (part === undefined) return [];
    // Before the record there is nothing to draw, and the trace begins where the record does.
    const visibleStart = Math.max(0, originSeconds + part.startSeconds);
    const stretch = {
      samples: ecg.leads[cell.lead],
      samplingRateHz: ecg.samplingRateHz,
      startSeconds: visibleStart,
      endSeconds: originSeconds + part.endSeconds,
      centreMv: layer.extents[cell.lead].centreMv,
    };
    const x = pixelsOf(paper, cell.xMm) + xOf(paper, visibleStart - originSeconds - shown.startSeconds);
    return [drawTrace(stretch, paper, x, pixelsOf(paper, cell.baselineMm), `paper-trace paper-trace-${whose} ${className}`)];
  };
  if (segment === null) return traceBetween(shown.startSeconds, shown.endSeconds, 'is-segment');
  return [
    ...traceBetween(shown.startSeconds, segment.startSeconds, 'is-context'),
    ...traceBetween(segment.endSeconds, shown.endSeconds, 'is-context'),
    ...traceBetween(segment.startSeconds, segment.endSeconds, 'is-segment'),
  ];
}

/** A layer's segment: the panel's first as a band, any other's by its borders alone. */
function drawSegment(layer: PairLayer, isFirst: boolean, layout: PairLayout, cell: PairCell): SVGElement[] {
  const { paper, shown } = layout;
  if (layer.segment === null || shown.startSeconds >= 0) return [];
  const part = findShown(layer.segment, shown);
  if (part === undefined) return [];
  const toX = (seconds: number) => pixelsOf(paper, cell.xMm) + xOf(paper, seconds - shown.startSeconds);
  const y = pixelsOf(paper, cell.yMm);
  const height = pixelsOf(paper, cell.heightMm);
  const [x, end] = [toX(part.startSeconds), toX(part.endSeconds)];
  if (isFirst) return [drawEvidenceBand({ x, y, width: end - x, height })];
  return [x, end].map((border) => drawLine('pair-other-segment', border, y, height));
}

function drawCell({ layers, peakSeconds }: PanelContent, layout: PairLayout, cell: PairCell): SVGElement[] {
  const { paper, shown } = layout;
  const x = pixelsOf(paper, cell.xMm);
  const y = pixelsOf(paper, cell.yMm);
  const height = pixelsOf(paper, cell.heightMm);
  const baseline = pixelsOf(paper, cell.baselineMm);
  const nodes: SVGElement[] = layers.flatMap((layer, i) => drawSegment(layer, i === 0, layout, cell));
  if (x > 0 && !layout.hasNameMargin) nodes.push(drawLine('paper-cell-border', x, y, height));
  if (peakSeconds !== null) nodes.push(drawLine('pair-peak', x + xOf(paper, peakSeconds - shown.startSeconds), y, height));
  // Names lie below the traces: nothing may cover a sample.
  const nameX = pixelsOf(paper, NAME_X_MM);
  nodes.push(
    layout.hasNameMargin
      ? drawLabel(cell.lead, nameX, baseline + HALF_TEXT, 'paper-lead')
      : drawLabel(cell.lead, x + nameX, pixelsOf(paper, findNameHeightMm(layers, layout, cell)), 'paper-lead'),
  );
  return [...nodes, ...layers.toReversed().flatMap((layer) => drawTraces(layer, layout, cell))];
}

/** Twelve leads of a panel on the pair's common geometry; what lies outside a trace's segment is drawn faintly. */
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
