import { create } from 'd3';
import type { Paper } from '../paper';
import { pixelsOf } from '../paper';

interface Area {
  readonly widthMm: number;
  readonly heightMm: number;
  /** Where a 5 mm line runs, in millimetres from the left edge. */
  readonly originXMm: number;
}

const MINOR_MM = 1;
const MAJOR_MM = 5;

/** ECG paper: lines every millimetre and stronger ones every five, as two patterns whose ids begin with `id`. */
export function drawGrid(id: string, paper: Paper, area: Area): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-grid');
  const width = pixelsOf(paper, area.widthMm);
  const height = pixelsOf(paper, area.heightMm);
  const fill = (className: string) =>
    group.append('rect').attr('class', className).attr('width', width).attr('height', height);

  fill('paper-ground');
  for (const [name, mm] of [['minor', MINOR_MM], ['major', MAJOR_MM]] as const) {
    const square = pixelsOf(paper, mm);
    group
      .append('pattern')
      .attr('id', `${id}-${name}`)
      .attr('patternUnits', 'userSpaceOnUse')
      // Lines lie in the middle of the tile: a stroke on its edge would be cut in half.
      .attr('x', pixelsOf(paper, area.originXMm - mm / 2))
      .attr('y', pixelsOf(paper, -mm / 2))
      .attr('width', square)
      .attr('height', square)
      .append('path')
      .attr('class', `paper-${name}`)
      .attr('d', `M${square / 2},0V${square}M0,${square / 2}H${square}`);
    fill('paper-squares').attr('fill', `url(#${id}-${name})`);
  }
  return group.node()!;
}
