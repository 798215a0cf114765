import { create, scaleLinear } from 'd3';

/** A value with the ends of its interval, each null where it has none. */
export interface IntervalValue {
  readonly value: number | null;
  readonly ends: readonly [low: number, high: number] | null;
}

const PADDING = 6;
const DOT_RADIUS = 4;
/** Ticks of chance, of the two thresholds that are cited beside the table, and of perfect agreement. */
const TICKS = [0, 0.667, 0.8, 1];

/**
 * One coefficient of agreement on an axis from `lowest` to 1: a line over its interval and a dot at its value; what
 * lies below the axis stands at its end.
 */
export function drawInterval({ value, ends }: IntervalValue, lowest: number, width: number, height: number): SVGGElement {
  const x = scaleLinear([lowest, 1], [PADDING, width - PADDING]).clamp(true);
  const middle = height / 2;
  const group = create<SVGGElement>('svg:g').attr('class', 'interval');
  for (const tick of TICKS.filter((tick) => tick >= lowest)) {
    group.append('path').attr('class', tick === 0 ? 'interval-chance' : 'interval-tick').attr('d', `M${x(tick)},2V${height - 2}`);
  }
  if (ends) group.append('path').attr('class', 'interval-line').attr('d', `M${x(ends[0])},${middle}H${x(ends[1])}`);
  if (value !== null) group.append('circle').attr('cx', x(value)).attr('cy', middle).attr('r', DOT_RADIUS);
  return group.node()!;
}
