import type { FigurePart } from '../../viewer/export/figureFile';

/** The pictures in a part of the page that match a selector, each with the caption of its figure. */
export function findParts(panel: Element, selector: string): readonly FigurePart[] {
  return [...panel.querySelectorAll<SVGSVGElement>(selector)].map((svg) => ({
    svg,
    caption: svg.closest('figure')?.querySelector('figcaption')?.textContent?.trim() ?? null,
  }));
}
