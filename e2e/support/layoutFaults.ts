import type { Page } from '@playwright/test';

/**
 * What a reader would call broken, each in a clause: the page scrolls sideways, words stand outside the window, are cut
 * off at a side, or lie on other words. What a container scrolls to is not broken if the keyboard can scroll it.
 */
export function findLayoutFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    /** A line of words on the page, and what decides whether it can be read there. */
    interface Line {
      readonly words: string;
      readonly box: DOMRect;
      readonly owner: Element;
      /** What it moves and is covered with: the page, or something that lies above it. */
      readonly layer: Element;
      /** The nearest element that hides what sticks out of it. */
      readonly frame: HTMLElement | undefined;
    }
    const { scrollWidth, clientWidth } = document.scrollingElement!;

    function isShown(element: Element): boolean {
      const isVisible = element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
      // For screen readers alone: by its class, or on some screens by the same clipping.
      const isClipped = getComputedStyle(element).clipPath === 'inset(50%)';
      // Names that follow a scrolled sheet stand exactly on the sheet's own.
      return isVisible && !isClipped && !element.closest('.visually-hidden, .skip, .lead-names, title, desc, style, script');
    }

    function isLayer(element: Element): boolean {
      const { position, zIndex } = getComputedStyle(element);
      return position === 'sticky' || position === 'fixed' || (position === 'absolute' && zIndex !== 'auto');
    }

    function toLines(text: Node): Line[] {
      const owner = text.parentElement!;
      if (!text.textContent?.trim() || !isShown(owner)) return [];
      const words = `“${text.textContent.trim().replace(/\s+/g, ' ').slice(0, 50)}”`;
      const chain: HTMLElement[] = [];
      for (let element: Element | null = owner; element; element = element.parentElement) {
        if (element instanceof HTMLElement) chain.push(element);
      }
      const layer = chain.find(isLayer) ?? document.body;
      const frame = chain.find((element) => getComputedStyle(element).overflowX !== 'visible');
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()]
        .map((box) => (frame ? clipHeight(box, frame.getBoundingClientRect()) : box))
        .filter(({ width, height }) => width >= 1 && height > 0)
        .map((box) => ({ words, box, owner, layer, frame }));
    }

    /** The part of a box that its frame shows of its height: what is scrolled away lies on nothing. */
    function clipHeight(box: DOMRect, frame: DOMRect): DOMRect {
      const top = Math.max(box.top, frame.top);
      return new DOMRect(box.left, top, box.width, Math.min(box.bottom, frame.bottom) - top);
    }

    function findFault({ words, box, frame }: Line): string | undefined {
      const isScrolled = frame !== undefined && /auto|scroll/.test(getComputedStyle(frame).overflowX) && frame.tabIndex >= 0;
      if (isScrolled) return undefined;
      if (frame && box.right > frame.getBoundingClientRect().right + 1) return `${words} is cut off`;
      return box.left < -0.5 || box.right > clientWidth + 0.5 ? `${words} stands outside the window` : undefined;
    }

    function lieOnEachOther(a: Line, b: Line): boolean {
      if (a.layer !== b.layer || a.owner === b.owner) return false;
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // The boxes of two lines may touch where their letters do not.
      return width > 2 && height > 0.3 * Math.min(a.box.height, b.box.height);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const lines: Line[] = [];
    for (let text = walker.nextNode(); text; text = walker.nextNode()) lines.push(...toLines(text));
    return [
      ...new Set([
        ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide in ${clientWidth} px`] : []),
        ...lines.flatMap((line) => findFault(line) ?? []),
        ...lines.flatMap((line, i) =>
          lines.slice(i + 1).flatMap((other) => (lieOnEachOther(line, other) ? [`${line.words} lies on ${other.words}`] : [])),
        ),
      ]),
    ];
  });
}
