import { describe, expect, it } from 'vitest';
import { calibrateScreen, findPixelsPerMm, forgetScreen, isSameScreen, type ScreenView, toZoom } from './screenScale';

/** A screen of 1920 × 1080 device pixels, 3.78 of them a millimetre, at the system's scaling 1 and without zoom. */
const HD: ScreenView = { width: 1920, height: 1080, devicePixelRatio: 1, zoom: 1, pinch: 1 };
const CALIBRATIONS = calibrateScreen([], { pixelsPerMm: 3.78, screen: HD });

describe('the scale after a change of the device pixel ratio', () => {
  const ratios = [1, 1.25, 1.5, 2, 3];

  it.each(ratios)('is exact when Chromium zooms to %s: the screen’s size stays, the ratio grows', (ratio) => {
    const zoomed = { ...HD, devicePixelRatio: ratio, zoom: ratio };
    expect(findPixelsPerMm(CALIBRATIONS, zoomed)! * ratio).toBeCloseTo(3.78, 12);
  });

  it.each(ratios)('is exact when Firefox zooms to %s: the screen’s size shrinks and is rounded', (ratio) => {
    const zoomed = { ...HD, width: Math.round(1920 / ratio), height: Math.round(1080 / ratio), devicePixelRatio: ratio };
    expect(findPixelsPerMm(CALIBRATIONS, zoomed)! * ratio).toBeCloseTo(3.78, 12);
  });

  it.each(ratios)('is exact when the system scales by %s and the browser zooms by 1.1 on top', (ratio) => {
    const scaled = { ...HD, width: 1920 / ratio, height: 1080 / ratio, devicePixelRatio: ratio * 1.1, zoom: 1.1 };
    expect(findPixelsPerMm(CALIBRATIONS, scaled)! * ratio * 1.1).toBeCloseTo(3.78, 12);
  });

  it.each(ratios)('keeps ten seconds of ECG 250 mm long when the screen was measured at %s', (ratio) => {
    const measured = { pixelsPerMm: 6 / ratio, screen: { ...HD, devicePixelRatio: ratio, zoom: ratio } };
    const devicePixels = 250 * findPixelsPerMm(calibrateScreen([], measured), HD)! * HD.devicePixelRatio;
    expect(devicePixels).toBeCloseTo(250 * 6, 9);
  });
});

describe('a calibration', () => {
  it('holds for no other screen, not even one with the same size in CSS pixels', () => {
    const ultraHd = { ...HD, devicePixelRatio: 2 };
    expect(findPixelsPerMm(CALIBRATIONS, ultraHd)).toBeUndefined();
    expect(findPixelsPerMm(CALIBRATIONS, { ...HD, width: 2560, height: 1440 })).toBeUndefined();
    expect(findPixelsPerMm([], HD)).toBeUndefined();
  });

  it('holds for the same screen turned', () => {
    expect(findPixelsPerMm(CALIBRATIONS, { ...HD, width: 1080, height: 1920 })).toBe(3.78);
  });

  it('holds while nothing changed, although a side panel makes the zoom look different', () => {
    expect(findPixelsPerMm(CALIBRATIONS, { ...HD, zoom: 1.25 })).toBe(3.78);
  });

  it('does not hold while two fingers magnify the page', () => {
    expect(findPixelsPerMm(CALIBRATIONS, { ...HD, pinch: 1.4 })).toBeUndefined();
  });

  it('replaces the one of its screen and leaves those of others', () => {
    const tablet: ScreenView = { width: 820, height: 1180, devicePixelRatio: 2, zoom: 1, pinch: 1 };
    const two = calibrateScreen(CALIBRATIONS, { pixelsPerMm: 5.2, screen: tablet });
    const again = calibrateScreen(two, { pixelsPerMm: 3.9, screen: HD });
    expect(again).toHaveLength(2);
    expect(findPixelsPerMm(again, HD)).toBe(3.9);
    expect(findPixelsPerMm(forgetScreen(again, HD), HD)).toBeUndefined();
    expect(findPixelsPerMm(forgetScreen(again, HD), tablet)).toBe(5.2);
  });
});

it('two screens of the same resolution cannot be told apart', () => {
  expect(isSameScreen(HD, { ...HD })).toBe(true);
});

it.each([
  ['no zoom, maximised with a border on either side', 1936, 1920, 1],
  ['110 %', 1280, 1164, 1.1],
  ['150 %', 1280, 853, 1.5],
  ['67 %', 1280, 1920, 2 / 3],
  ['a browser that counts both in CSS pixels', 853, 853, 1],
  ['a browser that does not tell', 0, 390, 1],
])('reads the zoom of the window: %s', (_, outerWidth, innerWidth, zoom) => {
  expect(toZoom(outerWidth, innerWidth)).toBe(zoom);
});
