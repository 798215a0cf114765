import { create } from 'd3';
import type { Paper } from '../paper';
import { pixelsOf, xOf, yOf } from '../paper';

const PULSE_MV = 1;
const PULSE_SECONDS = 0.2;
const FOOT_MM = 1;

/** The calibration pulse of 1 mV over 200 ms, 10 mm × 5 mm on standard paper: from x, its middle at y, in CSS pixels. */
export function drawCalibration(paper: Paper, x: number, middle: number): SVGPathElement {
  const foot = pixelsOf(paper, FOOT_MM);
  const width = xOf(paper, PULSE_SECONDS);
  const height = yOf(paper, PULSE_MV);
  return create<SVGPathElement>('svg:path')
    .attr('class', 'paper-calibration')
    .attr('d', `M${x},${middle - height / 2}h${foot}v${height}h${width}v${-height}h${foot}`)
    .node()!;
}
