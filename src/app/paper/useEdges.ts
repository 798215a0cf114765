import { type RefObject, useLayoutEffect } from 'react';

/**
 * Tells the style sheet how high what stands around the sheet in its window is: the lane below it, and borders and scroll bar
 * as they are while the sheet has its own size. With them a magnified sheet's window keeps its height.
 */
export function useEdges(scroll: RefObject<HTMLElement | null>, hasOwnSize: boolean, hasLane: boolean): void {
  useLayoutEffect(() => {
    const element = scroll.current!;
    const measure = (): void => {
      const lane = element.querySelector<HTMLElement>('.paper-lane')?.offsetHeight ?? 0;
      element.style.setProperty('--lane-height', `${lane}px`);
      if (hasOwnSize) element.style.setProperty('--edge-height', `${element.offsetHeight - element.clientHeight}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [scroll, hasOwnSize, hasLane]);
}
