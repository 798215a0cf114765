import { create, extent, scaleLinear } from 'd3';
import { formatTick } from '../format';
import type { WaterfallRow } from '../waterfall';
import { drawHatch } from './drawHatch';

/** The room that the bars have, in CSS pixels. */
export interface WaterfallBox {
  readonly width: number;
  /** Height of one row; row `i` begins at `headHeight + i × rowHeight`. */
  readonly rowHeight: number;
  /** Height of the axis above the rows. */
  readonly headHeight: number;
}

/** Space at both ends, for the outer tick labels. */
const PADDING = 14;
const TICK_SPACING = 80;
/** A bar too short to be seen is drawn this long. */
const SHORTEST_BAR = 1.5;

/** Share of the row's height that a bar fills: sums are heavier than their parts. */
const THICKNESS: Readonly<Record<WaterfallRow['kind'], number>> = {
  bias: 0.56,
  branch: 0.56,
  prototype: 0.36,
  others: 0.36,
  logit: 0.56,
};

/** Bars from running total to running total on one axis of logits, joined by thin lines; opposing bars are hatched, muted ones an outline. */
export function drawWaterfall(id: string, rows: readonly WaterfallRow[], box: WaterfallBox): SVGGElement {
  const { width, rowHeight, headHeight } = box;
  const [lowest, highest] = extent([0, ...rows.flatMap(({ from, to, muted = 0 }) => [from, to, from + muted])]) as [number, number];
  const x = scaleLinear([lowest, highest > lowest ? highest : lowest + 1], [PADDING, width - PADDING]);
  const bottom = headHeight + rows.length * rowHeight;
  const group = create<SVGGElement>('svg:g').attr('class', 'waterfall');
  group.append(() => drawHatch(`${id}-hatch`));

  const axis = group.append('g').attr('class', 'waterfall-axis');
  for (const tick of x.ticks(Math.max(1, Math.floor(width / TICK_SPACING)))) {
    axis
      .append('path')
      .attr('class', tick === 0 ? 'waterfall-zero' : 'waterfall-tick')
      .attr('d', `M${x(tick)},${headHeight - 4}V${bottom}`);
    axis.append('text').attr('x', x(tick)).attr('y', headHeight - 8).attr('text-anchor', 'middle').text(formatTick(tick));
  }

  rows.forEach((row, i) => {
    const middle = headHeight + (i + 0.5) * rowHeight;
    const height = rowHeight * THICKNESS[row.kind];
    // What is muted adds nothing: an outline shows what it would.
    const end = row.from + (row.muted ?? row.to - row.from);
    const left = Math.min(x(row.from), x(end));
    const opposing = row.value < 0;
    group
      .append('rect')
      .attr('class', `waterfall-bar ${barClass(row)}`)
      .attr('x', left)
      .attr('y', middle - height / 2)
      .attr('width', Math.max(SHORTEST_BAR, Math.abs(x(end) - x(row.from))))
      .attr('height', height)
      .attr('fill', opposing && row.kind !== 'logit' ? `url(#${id}-hatch)` : null);
    const next = rows[i + 1];
    if (next === undefined) return;
    const joint = x(next.kind === 'logit' ? next.to : next.from);
    group.append('path').attr('class', 'waterfall-joint').attr('d', `M${joint},${middle}v${rowHeight}`);
  });
  return group.node()!;
}

function barClass(row: WaterfallRow): string {
  if (row.muted !== undefined) return 'is-muted';
  if (row.kind === 'logit') return 'is-total';
  return row.value < 0 ? 'is-opposing' : 'is-supporting';
}
