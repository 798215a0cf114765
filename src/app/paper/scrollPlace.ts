/** What an element is scrolled to, in CSS pixels. */
export interface ScrollPlace {
  readonly left: number;
  readonly top: number;
}

/** Scrolls at once to a place, or as near to it as there is anything. @returns where that is. */
export function scrollToPlace(element: HTMLElement, { left, top }: ScrollPlace): ScrollPlace {
  element.scrollLeft = left;
  element.scrollTop = top;
  return { left: element.scrollLeft, top: element.scrollTop };
}
