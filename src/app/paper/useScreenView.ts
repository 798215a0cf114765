import { useMemo, useSyncExternalStore } from 'react';
import { type ScreenView, toZoom } from '../../store/screenScale';

/** The screen under the page as the browser tells of it, followed through zooming, turning and moves to other screens. */
export function useScreenView(): ScreenView {
  // Compared as text: a screen that is read twice is the same screen.
  const view = useSyncExternalStore(subscribe, readScreenView);
  return useMemo(() => JSON.parse(view) as ScreenView, [view]);
}

function readScreenView(): string {
  const { screen, devicePixelRatio, outerWidth, innerWidth, visualViewport } = window;
  const view: ScreenView = {
    width: screen.width,
    height: screen.height,
    devicePixelRatio,
    zoom: toZoom(outerWidth, innerWidth),
    pinch: visualViewport?.scale ?? 1,
  };
  return JSON.stringify(view);
}

function subscribe(onChange: () => void): () => void {
  let ratio: MediaQueryList | undefined;
  const onRatio = (): void => {
    ratio?.removeEventListener('change', onRatio);
    ratio = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    ratio.addEventListener('change', onRatio);
    onChange();
  };
  // A window that moves to a screen of the same density tells of it only when it is next used.
  const places: readonly (readonly [EventTarget | null | undefined, string])[] = [
    [window, 'resize'],
    [window, 'focus'],
    [document.documentElement, 'pointerenter'],
    [window.visualViewport, 'resize'],
  ];
  places.forEach(([target, type]) => target?.addEventListener(type, onChange));
  onRatio();
  return () => {
    places.forEach(([target, type]) => target?.removeEventListener(type, onChange));
    ratio?.removeEventListener('change', onRatio);
  };
}
