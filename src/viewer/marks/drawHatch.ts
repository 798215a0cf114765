import { create } from 'd3';

const SPACING = 5;

/** Diagonal lines to fill opposing bars with, so that colour is never the only sign; referred to as `url(#id)`. */
export function drawHatch(id: string): SVGPatternElement {
  const pattern = create<SVGPatternElement>('svg:pattern')
    .attr('id', id)
    .attr('patternUnits', 'userSpaceOnUse')
    .attr('patternTransform', 'rotate(45)')
    .attr('width', SPACING)
    .attr('height', SPACING);
  pattern.append('rect').attr('class', 'hatch-ground').attr('width', SPACING).attr('height', SPACING);
  pattern.append('path').attr('class', 'hatch-line').attr('d', `M${SPACING / 2},0V${SPACING}`);
  return pattern.node()!;
}
