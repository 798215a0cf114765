/**
 * What the browser tells of the screen under the page. A physical screen has a fixed number of device pixels a
 * millimetre; a CSS pixel is `devicePixelRatio` device pixels, so that CSS pixels a millimetre fall as it rises.
 */
export interface ScreenView {
  /** `screen.width`, in the pixels in which the browser counts it. */
  readonly width: number;
  /** `screen.height`, in the same. */
  readonly height: number;
  /** Device pixels a CSS pixel: the system's scaling times the browser's zoom. */
  readonly devicePixelRatio: number;
  /** The part of the ratio that `screen.width` leaves out: the browser's zoom in Chromium, 1 in Firefox. */
  readonly zoom: number;
  /** Magnification by two fingers, which the page is not laid out for; 1 where there is none. */
  readonly pinch: number;
}

/** How long a millimetre is on a screen, as its reader measured it. */
export interface ScreenCalibration {
  /** CSS pixels a millimetre while the screen was seen so. */
  readonly pixelsPerMm: number;
  readonly screen: ScreenView;
}

/** The browser rounds a screen's size to whole pixels: two sizes this close to each other are the same. */
const SIZE_TOLERANCE = 0.005;

/** The screen's device pixels, the shorter side first: a turned tablet is the same screen. */
function deviceSize({ width, height, devicePixelRatio, zoom }: ScreenView): readonly [number, number] {
  const factor = devicePixelRatio / zoom;
  return [Math.min(width, height) * factor, Math.max(width, height) * factor];
}

/**
 * Whether two views are of screens with the same device pixels. Two different screens of the same resolution cannot be
 * told apart: browsers do not say how large a screen is.
 */
export function isSameScreen(one: ScreenView, other: ScreenView): boolean {
  const [a, b] = [deviceSize(one), deviceSize(other)];
  if (a.every((side, i) => Math.abs(side - b[i]!) <= SIZE_TOLERANCE * side)) return true;
  // Nothing changed: then the zoom, which a browser's side panel makes hard to tell, does not matter.
  return one.width === other.width && one.height === other.height && one.devicePixelRatio === other.devicePixelRatio;
}

/**
 * CSS pixels a millimetre on the screen as it is seen now, from the calibration made on it; undefined where there is none
 * or the page is magnified by two fingers: then nothing is to scale.
 */
export function findPixelsPerMm(calibrations: readonly ScreenCalibration[], now: ScreenView): number | undefined {
  if (now.pinch !== 1) return undefined;
  const calibration = calibrations.find(({ screen }) => isSameScreen(screen, now));
  return calibration && (calibration.pixelsPerMm * calibration.screen.devicePixelRatio) / now.devicePixelRatio;
}

/** The calibrations without the one of this screen. */
export function forgetScreen(calibrations: readonly ScreenCalibration[], screen: ScreenView): readonly ScreenCalibration[] {
  return calibrations.filter((calibration) => !isSameScreen(calibration.screen, screen));
}

/** The calibrations with this one in place of an earlier one of the same screen. */
export function calibrateScreen(
  calibrations: readonly ScreenCalibration[],
  calibration: ScreenCalibration,
): readonly ScreenCalibration[] {
  return [...forgetScreen(calibrations, calibration.screen), calibration];
}

/** The steps in which Chromium zooms. */
const ZOOM_STEPS = [0.25, 1 / 3, 0.5, 2 / 3, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/**
 * The browser's zoom from the window's outer width, which Chromium counts without it, and its inner width, counted with
 * it: the nearest step. In browsers that count both alike it is 1.
 */
export function toZoom(outerWidth: number, innerWidth: number): number {
  if (!(outerWidth > 0 && innerWidth > 0)) return 1;
  const distance = (step: number) => Math.abs(Math.log((step * innerWidth) / outerWidth));
  return ZOOM_STEPS.reduce((best, step) => (distance(step) < distance(best) ? step : best), 1);
}
