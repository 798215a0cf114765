import type { FigurePart } from '../../viewer/export/figureFile';

/** The pictures in a part of the page that match a selector, each with the caption of its figure. */
export function findParts(panel: Element, selector: string): readonly FigurePart[] {
  return [...panel.querySelectorAll<SVGSVGElement>(selector)].map((svg) => ({
    svg,
    caption: toWords(svg.closest('figure')?.querySelector('figcaption')),
  }));
}

/** What a caption says; where it names several things, each in an element of its own, with a mark between them. */
function toWords(caption: Element | null | undefined): string | null {
  if (!caption) return null;
  const areAllElements = [...caption.childNodes].every((node) => node instanceof Element);
  if (!areAllElements) return caption.textContent.trim();
  return [...caption.children].map(({ textContent }) => textContent.trim()).join('; ');
}
