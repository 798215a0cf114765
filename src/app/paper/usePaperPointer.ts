import { type PointerEvent, type RefObject, useRef } from 'react';
import type { CaliperEnds, Calipers } from '../../signal/measure/calipers';
import { findNearEnd } from '../../viewer/caliperPlaces';
import type { LeadStrip, Sheet } from '../../viewer/layout';
import type { Paper } from '../../viewer/paper';
import { findPoint, type SheetPoint, toStripSeconds } from '../../viewer/sheetPoint';
import { scrollToPlace } from './scrollPlace';

interface PointerOptions {
  /** What scrolls. */
  readonly scroll: RefObject<HTMLElement | null>;
  readonly sheet: Sheet;
  /** At the scale at which the sheet is drawn. */
  readonly paper: Paper;
  readonly calipers: Calipers | null;
  readonly changeCalipers: (change: Partial<Calipers>) => void;
  /** A click on a lead, where there are no calipers. */
  readonly onPick: (point: SheetPoint) => void;
}

/** What a pointer that is down does: move the paper, one end of the calipers, or set both of them. */
type Press =
  | { readonly kind: 'paper'; readonly x: number; readonly y: number; readonly left: number; readonly top: number; isMoving: boolean }
  | { readonly kind: 'calipers'; readonly x: number; readonly from: SheetPoint; readonly end: 0 | 1 | undefined; isMoving: boolean };

/** A pointer that moves less than this was meant to stay, in CSS pixels. */
const CLICK_PIXELS = 4;
/** How near to an end a pointer takes hold of it, in CSS pixels. */
const REACH: Readonly<Record<string, number>> = { mouse: 7, pen: 10, touch: 22 };

/** What pointers do on the sheet: a mouse drags the paper, a click picks a lead; with calipers, a drag sets or moves their ends. */
export function usePaperPointer({ scroll, sheet, paper, calipers, changeCalipers, onPick }: PointerOptions) {
  const press = useRef<Press | null>(null);

  const toX = (event: PointerEvent<HTMLElement>): number => event.clientX - event.currentTarget.getBoundingClientRect().left;
  const toPoint = (event: PointerEvent<HTMLElement>): SheetPoint =>
    findPoint(sheet, paper, toX(event), event.clientY - event.currentTarget.getBoundingClientRect().top);

  const setEnd = (ends: CaliperEnds, end: 0 | 1, seconds: number): void =>
    changeCalipers({ ends: end === 0 ? [seconds, ends[1]] : [ends[0], seconds], activeEnd: end });

  function dragCalipers(event: PointerEvent<HTMLElement>, current: Extract<Press, { kind: 'calipers' }>, strip: LeadStrip): void {
    const seconds = toStripSeconds(strip, paper, toX(event));
    if (current.end !== undefined) setEnd(calipers!.ends, current.end, seconds);
    else changeCalipers({ lead: strip.lead, ends: [current.from.seconds, seconds], activeEnd: 1 });
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // A second finger begins a pinch.
      if (!event.isPrimary) press.current = null;
      if (!event.isPrimary || event.button !== 0) return;
      const { clientX: x, clientY: y } = event;
      if (calipers) {
        const from = toPoint(event);
        const end = findNearEnd(from, calipers, paper, toX(event), REACH[event.pointerType] ?? REACH['mouse']!);
        press.current = { kind: 'calipers', x, from, end, isMoving: false };
        event.currentTarget.setPointerCapture(event.pointerId);
      } else {
        const { scrollLeft: left, scrollTop: top } = scroll.current!;
        press.current = { kind: 'paper', x, y, left, top, isMoving: false };
      }
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const current = press.current;
      if (!current || !event.isPrimary) return;
      const distance = Math.hypot(event.clientX - current.x, current.kind === 'paper' ? event.clientY - current.y : 0);
      if (!current.isMoving && distance < CLICK_PIXELS) return;
      const isFirst = !current.isMoving;
      current.isMoving = true;
      if (current.kind === 'calipers' && calipers) dragCalipers(event, current, current.from.strip);
      // Touch scrolls by itself.
      if (current.kind === 'paper' && event.pointerType === 'mouse') {
        if (isFirst) event.currentTarget.setPointerCapture(event.pointerId);
        scrollToPlace(scroll.current!, {
          left: current.left - (event.clientX - current.x),
          top: current.top - (event.clientY - current.y),
        });
      }
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const current = press.current;
      press.current = null;
      if (!current || current.isMoving || !event.isPrimary) return;
      if (current.kind === 'paper') return onPick(toPoint(event));
      if (!calipers || current.end !== undefined) return current.end !== undefined && changeCalipers({ activeEnd: current.end });
      const { seconds, strip } = current.from;
      const [first, second] = calipers.ends;
      changeCalipers({ lead: strip.lead });
      setEnd(calipers.ends, Math.abs(seconds - first) < Math.abs(seconds - second) ? 0 : 1, seconds);
    },
    onPointerCancel() {
      press.current = null;
    },
  };
}
