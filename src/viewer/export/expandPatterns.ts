/** A pattern of straight lines: where one runs in a tile, and how the tiles lie. */
interface LinePattern {
  /** Distance from line to line. */
  readonly spacing: number;
  /** Where a line across the axis runs, from the origin. */
  readonly offset: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Replaces every fill by one of the viewer's patterns, the squares of the paper and the hatch of opposing bars, with the
 * lines that it stands for. Browsers print patterns as coarse pixels, and other programs draw them wrong or not at all;
 * lines stay lines.
 *
 * @param root an SVG or what holds some; changed in place, and left as it is by a second call.
 * @throws Error at a pattern that is made of anything else.
 */
export function expandPatterns(root: Element): void {
  for (const rect of root.querySelectorAll<SVGRectElement>('rect[fill^="url(#"]')) {
    const id = /^url\(#(.+)\)$/.exec(rect.getAttribute('fill')!)![1]!;
    const pattern = [...root.querySelectorAll('pattern')].find((candidate) => candidate.id === id);
    if (!pattern) throw new Error(`The fill ${id} is not in the figure.`);
    const ground = pattern.querySelector('rect');
    const lines = pattern.querySelector('path');
    if (!lines) throw new Error(`The pattern ${id} has no lines.`);
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('class', lines.getAttribute('class') ?? '');
    path.setAttribute('d', drawLines(pattern, lines.getAttribute('d')!, toBox(rect)));
    const under = [...(ground === null ? [] : [drawGround(rect, ground)]), path];
    rect.before(...under);
    rect.setAttribute('fill', 'none');
    // A style sheet's fill would be stronger than the attribute.
    rect.style.fill = 'none';
  }
  for (const pattern of root.querySelectorAll('pattern')) pattern.remove();
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function toBox(element: Element): Box {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(element.getAttribute(name) ?? 0));
  return { x: x!, y: y!, width: width!, height: height! };
}

function drawGround(rect: SVGRectElement, ground: Element): SVGRectElement {
  const copy = document.createElementNS(SVG, 'rect');
  for (const name of ['x', 'y', 'width', 'height']) {
    if (rect.hasAttribute(name)) copy.setAttribute(name, rect.getAttribute(name)!);
  }
  copy.setAttribute('class', ground.getAttribute('class') ?? '');
  return copy;
}

function drawLines(pattern: Element, tile: string, box: Box): string {
  const { x, y, width, height } = toBox(pattern);
  const [, down] = /^M([\d.]+),0V/.exec(tile) ?? [];
  const [, across] = /M0,([\d.]+)H/.exec(tile) ?? [];
  if (down === undefined) throw new Error(`The tile ${tile} is no pattern of straight lines.`);
  const columns: LinePattern = { spacing: width, offset: x + Number(down) };
  switch (pattern.getAttribute('patternTransform')) {
    case null: {
      const verticals = positions(columns, box.x, box.x + box.width).map((at) => `M${at},${box.y}v${box.height}`);
      if (across === undefined) return verticals.join('');
      const rows: LinePattern = { spacing: height, offset: y + Number(across) };
      const horizontals = positions(rows, box.y, box.y + box.height).map((at) => `M${box.x},${at}h${box.width}`);
      return [...verticals, ...horizontals].join('');
    }
    case 'rotate(45)': {
      const right = box.x + box.width;
      const bottom = box.y + box.height;
      // On such a line x + y is the same everywhere: √2 times its distance from the origin.
      return positions(columns, (box.x + box.y) / Math.SQRT2, (right + bottom) / Math.SQRT2)
        .map((distance) => round(distance * Math.SQRT2))
        .map((total) => {
          const from = Math.max(box.x, total - bottom);
          const to = Math.min(right, total - box.y);
          return `M${round(from)},${round(total - from)}L${round(to)},${round(total - to)}`;
        })
        .join('');
    }
    default:
      throw new Error(`The pattern is turned by ${pattern.getAttribute('patternTransform')}, not by 45°.`);
  }
}

/** Where lines of a pattern run between two places, ends included. */
function positions({ spacing, offset }: LinePattern, from: number, to: number): number[] {
  const first = Math.ceil((from - offset) / spacing - 1e-6);
  const last = Math.floor((to - offset) / spacing + 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => round(offset + (first + i) * spacing));
}

/** A ten-thousandth of a pixel is far below what any printer shows. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
