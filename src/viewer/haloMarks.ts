import { create } from 'd3';
import type { LeadStrip, Sheet, TimeSpan } from './layout';
import { drawLabel } from './marks/drawLabel';
import { type Paper, pixelsOf } from './paper';
import { toStripX } from './sheetPoint';

/** The wider stretch around the evidence window that the network could see, and where the record itself cuts it. */
export interface Halo extends TimeSpan {
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
  /** Its name on the paper. */
  readonly label: string;
}

/** The label stands inside the lower left corner, in CSS pixels from it. */
const LABEL = { x: 4, y: -4 };

interface Part {
  readonly strip: LeadStrip;
  readonly from: number;
  readonly to: number;
}

/**
 * The halo as an outline around the strips that show its time: open where a strip or the record ends before it does, and
 * nothing where the record ends on both sides.
 */
export function drawHalo(sheet: Sheet, halo: Halo | null, paper: Paper): SVGGElement {
  const group = create<SVGGElement>('svg:g').attr('class', 'paper-halo');
  if (halo === null || (halo.isCutAtStart && halo.isCutAtEnd)) return group.node()!;
  const parts = sheet.strips
    .map((strip) => toPart(strip, halo, paper))
    .filter(({ from, to }) => to - from > 0);
  for (const part of parts) {
    group.append('path').attr('data-lead', part.strip.lead).attr('d', toOutline(sheet, part, halo, paper));
  }
  const named = findNamed(parts);
  if (named !== undefined) {
    const bottom = pixelsOf(paper, named.strip.yMm + named.strip.heightMm);
    group.append(() => drawLabel(halo.label, named.from + LABEL.x, bottom + LABEL.y, 'paper-halo-label'));
  }
  return group.node()!;
}

function toPart(strip: LeadStrip, halo: Halo, paper: Paper): Part {
  return {
    strip,
    from: toStripX(strip, paper, Math.max(strip.startSeconds, halo.startSeconds)),
    to: toStripX(strip, paper, Math.min(strip.endSeconds, halo.endSeconds)),
  };
}

function toOutline({ strips }: Sheet, { strip, from, to }: Part, halo: Halo, paper: Paper): string {
  const top = pixelsOf(paper, strip.yMm);
  const bottom = pixelsOf(paper, strip.yMm + strip.heightMm);
  const isBegun = !halo.isCutAtStart && halo.startSeconds > strip.startSeconds;
  const isEnded = !halo.isCutAtEnd && halo.endSeconds < strip.endSeconds;
  const touches = (edgeMm: (other: LeadStrip) => number, mm: number): boolean =>
    strips.some((other) => other.xMm === strip.xMm && Math.abs(edgeMm(other) - mm) < 1e-6);
  const isTop = !touches((other) => other.yMm + other.heightMm, strip.yMm);
  const isBottom = !touches((other) => other.yMm, strip.yMm + strip.heightMm);
  return [
    isBegun ? `M${from},${top}V${bottom}` : '',
    isEnded ? `M${to},${top}V${bottom}` : '',
    isTop ? `M${from},${top}H${to}` : '',
    isBottom ? `M${from},${bottom}H${to}` : '',
  ].join('');
}

/** The part in the lowest row that has most room for the label. */
function findNamed(parts: readonly Part[]): Part | undefined {
  return parts.toSorted((a, b) => b.strip.yMm - a.strip.yMm || b.to - b.from - (a.to - a.from))[0];
}
