import { create, scaleLinear } from 'd3';
import { formatShare } from '../format';
import type { ChangeRow, CountOf } from './changeRow';

/** In CSS pixels. */
const ROW_HEIGHT = 44;
const LINE_Y = 32;
const WORDS_Y = 16;
const AXIS_HEIGHT = 28;
const RADIUS = 5;
const EDGE = RADIUS + 2;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** The height of a figure of so many rows, in CSS pixels. */
export function changesHeight(rowCount: number): number {
  return rowCount * ROW_HEIGHT + AXIS_HEIGHT;
}

/** Shares before (rings) and after (discs), each pair joined on one line, 0 to 100 %, with name and numbers above it. */
export function drawChanges(rows: readonly ChangeRow[], width: number): SVGGElement {
  const x = scaleLinear([0, 1], [EDGE, width - EDGE]);
  const group = create<SVGGElement>('svg:g');
  const bottom = rows.length * ROW_HEIGHT;
  for (const tick of TICKS) {
    group.append('path').attr('class', 'change-tick').attr('d', `M${x(tick)},${WORDS_Y + 4}V${bottom}`);
    group
      .append('text')
      .attr('class', 'change-axis')
      .attr('x', x(tick))
      .attr('y', bottom + 18)
      .attr('text-anchor', tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle')
      .attr('dx', tick === 0 ? -EDGE : tick === 1 ? EDGE : 0)
      .text(formatShare(tick));
  }
  for (const [i, { name, before, after }] of rows.entries()) {
    const row = group.append('g').attr('transform', `translate(0,${i * ROW_HEIGHT})`);
    row.append('rect').attr('class', 'change-words-ground').attr('y', 2).attr('width', width).attr('height', WORDS_Y + 4);
    row.append('text').attr('class', 'change-name').attr('y', WORDS_Y).text(name);
    row
      .append('text')
      .attr('class', 'change-numbers')
      .attr('x', width)
      .attr('y', WORDS_Y)
      .attr('text-anchor', 'end')
      .text(`${toWords(before)} → ${toWords(after)}`);
    const [from, to] = [x(before.count / before.of), x(after.count / after.of)];
    row.append('path').attr('class', 'change-line').attr('d', `M${from},${LINE_Y}H${to}`);
    row.append('circle').attr('class', 'change-before').attr('cx', from).attr('cy', LINE_Y).attr('r', RADIUS);
    row.append('circle').attr('class', 'change-after').attr('cx', to).attr('cy', LINE_Y).attr('r', RADIUS - 1);
  }
  return group.node()!;
}

function toWords({ count, of }: CountOf): string {
  return `${count} of ${of}`;
}
