import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { SheetState } from '../../store/resultsState';
import { leastMagnification } from '../../store/sheet';
import { type ScrollPlace, scrollToPlace } from './scrollPlace';
import { createZoomGesture, type ZoomGesture } from './zoomGesture';

interface ZoomOptions {
  /** What scrolls. */
  readonly scroll: RefObject<HTMLElement | null>;
  readonly sheet: SheetState;
  readonly magnify: (magnification: number) => void;
  /** Where a time of the lead that stands alone is drawn, in CSS pixels from the left edge of the sheet. */
  readonly toX: (seconds: number) => number;
}

/**
 * Magnifies what scrolls by pinch or by Ctrl or ⌘ and the wheel, and keeps the reader's place: the point under the pointer
 * stays there, else that in the middle; a lead that is shown alone is scrolled to the time that was pointed at, and
 * back afterwards.
 */
export function useZoom({ scroll, sheet, magnify, toX }: ZoomOptions): void {
  const { magnification, focus } = sheet;
  const drawn = useRef(sheet);
  const gesture = useRef<ZoomGesture>(null);
  // As it was before the sheet was drawn anew: a sheet that became smaller has already moved what it scrolls to.
  const place = useRef<ScrollPlace>({ left: 0, top: 0 });
  const returnTo = useRef<ScrollPlace>({ left: 0, top: 0 });

  useEffect(() => {
    const element = scroll.current!;
    const note = (): void => {
      place.current = { left: element.scrollLeft, top: element.scrollTop };
    };
    element.addEventListener('scroll', note, { passive: true });
    const zoom = createZoomGesture(
      element,
      () => drawn.current.magnification,
      () => leastMagnification(drawn.current),
      magnify,
    );
    gesture.current = zoom;
    return () => {
      element.removeEventListener('scroll', note);
      zoom.dispose();
      gesture.current = null;
    };
  }, [scroll, magnify]);

  useLayoutEffect(() => {
    const element = scroll.current!;
    const before = drawn.current;
    drawn.current = sheet;
    if (focus === before.focus && magnification === before.magnification) return;
    const target = gesture.current?.takeTarget() ?? null;
    const go = (next: ScrollPlace): void => {
      place.current = scrollToPlace(element, next);
    };
    if (focus === null && before.focus !== null) return go(returnTo.current);
    if (focus !== null && focus !== before.focus) {
      if (before.focus === null) returnTo.current = place.current;
      const unchosen = before.focus === null ? 0 : place.current.left;
      return go({ left: focus.seconds === null ? unchosen : toX(focus.seconds) - element.clientWidth / 2, top: 0 });
    }
    const factor = magnification / before.magnification;
    const keepMiddle = (start: number, length: number): number => (start + length / 2) * factor - length / 2;
    go(
      target ?? {
        left: keepMiddle(place.current.left, element.clientWidth),
        top: keepMiddle(place.current.top, element.clientHeight),
      },
    );
  }, [scroll, sheet, magnification, focus, toX]);
}
