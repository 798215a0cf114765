import { MAX_MAGNIFICATION } from '../../store/sheet';
import { type ScrollPlace, scrollToPlace } from './scrollPlace';

/** Listens for gestures that magnify what an element scrolls. */
export interface ZoomGesture {
  /** Ends a gesture whose result is drawn. @returns where to scroll so that nothing moves; null where none was under way. */
  takeTarget(): ScrollPlace | null;
  dispose(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** A gesture rests when nothing moved for this long, in milliseconds; then the sheet is drawn anew. */
const REST_MS = 120;
/** The change of size per pixel of the wheel, and the most that one turn of a coarse wheel counts, in pixels. */
const PER_PIXEL = 0.01;
const MOST_PIXELS = 25;
const LINE_PIXELS = 16;

/**
 * While fingers or the wheel move, only a transform of what is drawn changes, which costs no drawing; the element has it in the
 * properties `--zoom-x`, `--zoom-y` and `--zoom-scale`. When they rest, `magnify` is told.
 */
export function createZoomGesture(
  element: HTMLElement,
  readMagnification: () => number,
  readLeast: () => number,
  magnify: (magnification: number) => void,
): ZoomGesture {
  let scale = 1;
  /** What keeps the point under the pointer, and of that what does not show more than there is. */
  let wish = ORIGIN;
  let shift = ORIGIN;
  let isUnderWay = false;
  /** Of the sheet as it is drawn, and of what stands below it, in CSS pixels. */
  let size = { width: 0, height: 0, below: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pinch: { readonly middle: Point; readonly distance: number } | null = null;

  function readSize(): typeof size {
    const { offsetWidth: width, offsetHeight: height } = element.querySelector<HTMLElement>('.paper-sheet')!;
    return { width, height, below: element.scrollHeight - height };
  }

  /** Brings the point under `from` to `to`, `factor` times larger. */
  function move(factor: number, from: Point, to: Point): void {
    const magnification = readMagnification();
    const wanted = Math.min(MAX_MAGNIFICATION, Math.max(readLeast(), Number((magnification * scale * factor).toFixed(2))));
    const next = wanted / magnification;
    if (!isUnderWay) size = readSize();
    const keep = (from: number, to: number, start: number, before: number): number =>
      to + start - ((from + start - before) / scale) * next;
    const bound = (wished: number, start: number, view: number, length: number): number =>
      start - Math.max(0, Math.min(start - wished, length * next - view));
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
    wish = { x: keep(from.x, to.x, scrollLeft, wish.x), y: keep(from.y, to.y, scrollTop, wish.y) };
    shift = {
      x: bound(wish.x, scrollLeft, clientWidth, size.width),
      y: bound(wish.y, scrollTop, clientHeight - size.below, size.height),
    };
    scale = next;
    isUnderWay = true;
    element.classList.add('is-zooming');
    element.style.setProperty('--zoom-x', `${shift.x}px`);
    element.style.setProperty('--zoom-y', `${shift.y}px`);
    element.style.setProperty('--zoom-scale', String(scale));
  }

  function rest(): void {
    clearTimeout(timer);
    if (!isUnderWay) return;
    const magnification = Number((readMagnification() * scale).toFixed(2));
    if (magnification !== readMagnification()) return magnify(magnification);
    scrollToPlace(element, takeTarget()!);
  }

  function takeTarget(): ScrollPlace | null {
    if (!isUnderWay) return null;
    clearTimeout(timer);
    const target = { left: element.scrollLeft - shift.x, top: element.scrollTop - shift.y };
    scale = 1;
    wish = ORIGIN;
    shift = ORIGIN;
    isUnderWay = false;
    element.classList.remove('is-zooming');
    for (const name of ['--zoom-x', '--zoom-y', '--zoom-scale']) element.style.removeProperty(name);
    return target;
  }

  /** A point of the window, in CSS pixels from the element's visible corner. */
  function toPoint(clientX: number, clientY: number): Point {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left - element.clientLeft, y: clientY - top - element.clientTop };
  }

  function onWheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PIXELS;
    const point = toPoint(event.clientX, event.clientY);
    move(Math.exp(-PER_PIXEL * Math.min(MOST_PIXELS, Math.max(-MOST_PIXELS, pixels))), point, point);
    clearTimeout(timer);
    timer = setTimeout(rest, REST_MS);
  }

  function readPinch(touches: TouchList): typeof pinch {
    const [a, b] = [...touches].map(({ clientX, clientY }) => toPoint(clientX, clientY));
    if (!a || !b || touches.length !== 2) return null;
    return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) };
  }

  function onTouch(event: TouchEvent): void {
    const next = readPinch(event.touches);
    if (next && event.cancelable) event.preventDefault();
    if (next && pinch && event.type === 'touchmove') move(next.distance / pinch.distance, pinch.middle, next.middle);
    if (!next && pinch) rest();
    pinch = next;
  }

  const touches = ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const;
  element.addEventListener('wheel', onWheel, { passive: false });
  for (const type of touches) element.addEventListener(type, onTouch, { passive: false });
  return {
    takeTarget,
    dispose() {
      takeTarget();
      element.removeEventListener('wheel', onWheel);
      for (const type of touches) element.removeEventListener(type, onTouch);
    },
  };
}
