import { create } from 'd3';
import { CALIBRATION_PULSE, type Paper, pixelsOf, xOf, yOf } from '../paper';

/** The calibration pulse, 10 mm × 5 mm on standard paper: from x, its middle at y, in CSS pixels. */
export function drawCalibration(paper: Paper, x: number, middle: number): SVGPathElement {
  const foot = pixelsOf(paper, CALIBRATION_PULSE.footMm);
  const width = xOf(paper, CALIBRATION_PULSE.seconds);
  const height = yOf(paper, CALIBRATION_PULSE.millivolts);
  return create<SVGPathElement>('svg:path')
    .attr('class', 'paper-calibration')
    .attr('d', `M${x},${middle - height / 2}h${foot}v${height}h${width}v${-height}h${foot}`)
    .node()!;
}
