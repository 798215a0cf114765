import { create } from 'd3';
import { LEAST_CONTRIBUTION } from '../../explanation/compareExplanations';

/** Where the two bars of one row stand, in CSS pixels. */
export interface ComparedBarBox {
  /** The place of a number of logits. */
  readonly x: (logits: number) => number;
  /** Where thin lines mark round numbers of logits; 0 is among them. */
  readonly ticks: readonly number[];
  readonly height: number;
  /** Whether the row is the logit itself, which neither supports nor opposes. */
  readonly isTotal: boolean;
  /** The id of the hatch for opposing bars. */
  readonly hatchId: string;
}

/** Bars start this far from the middle of the row and from its edges. */
const GAP = 1;
const EDGE = 5;
/** A bar too short to be seen is drawn this long. */
const SHORTEST_BAR = 1.5;

/** Two bars from 0 on one axis of logits, none for what is written as 0.00: above, filled, what counts in this ECG; below, an outline, what counts in the other. */
export function drawComparedBars({ one, other }: { readonly one: number; readonly other: number }, box: ComparedBarBox): SVGGElement {
  const { x, ticks, height, isTotal, hatchId } = box;
  const group = create<SVGGElement>('svg:g').attr('class', 'compared-bars');
  for (const tick of ticks) {
    const name = tick === 0 ? 'waterfall-zero' : 'waterfall-tick';
    group.append('path').attr('class', name).attr('d', `M${x(tick)},0V${height}`);
  }
  const thickness = height / 2 - GAP - EDGE;
  [one, other].forEach((value, i) => {
    if (Math.abs(value) < LEAST_CONTRIBUTION) return;
    const sign = isTotal ? 'is-total' : value < 0 ? 'is-opposing' : 'is-supporting';
    const bar = group
      .append('rect')
      .attr('class', `waterfall-bar ${sign}${i === 1 ? ' is-compared' : ''}`)
      .attr('x', Math.min(x(0), x(value)))
      .attr('y', i === 0 ? EDGE : height / 2 + GAP)
      .attr('width', Math.max(SHORTEST_BAR, Math.abs(x(value) - x(0))))
      .attr('height', thickness);
    if (i === 0 && sign === 'is-opposing') bar.attr('fill', `url(#${hatchId})`);
  });
  return group.node()!;
}
