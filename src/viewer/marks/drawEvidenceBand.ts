import { create } from 'd3';
import { drawLabel } from './drawLabel';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A band's name, and where it has room. */
export interface BandLabel {
  readonly text: string;
  /** The x of the sheet's end, in CSS pixels. */
  readonly sheetEnd: number;
}

/** Room for a label, in CSS pixels; a band nearer to the sheet's end than this has its label before its own end. */
const LABEL_ROOM = 80;
const INSET = 3;
/** How far a label stands above its band. */
const RISE = 3;

/** The evidence window on one strip: a band between two border lines, in CSS pixels, with its name above if it is given one. */
export function drawEvidenceBand(box: Box, label?: BandLabel): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-evidence');
  group
    .append('rect')
    .attr('x', box.x)
    .attr('y', box.y)
    .attr('width', box.width)
    .attr('height', box.height);
  group.append('path').attr('d', `M${box.x},${box.y}v${box.height}m${box.width},0v${-box.height}`);
  if (label !== undefined) {
    const fits = box.x + LABEL_ROOM <= label.sheetEnd;
    const x = fits ? box.x + INSET : box.x + box.width - INSET;
    group.append(() => drawLabel(label.text, x, box.y - RISE, 'paper-evidence-label', fits ? 'start' : 'end'));
  }
  return group.node()!;
}
