/** How an ECG is laid on paper: the scale of the drawing and the clinical speed and gain. */
export interface Paper {
  /** CSS pixels per millimetre of paper. */
  readonly pixelsPerMm: number;
  /** Millimetres of paper per second of ECG; 25 is the clinical standard. */
  readonly paperSpeedMmPerSecond: number;
  /** Millimetres of paper per millivolt; 10 is the clinical standard. */
  readonly gainMmPerMv: number;
}

/** Standard clinical paper at CSS scale: 96 pixels per inch of 25.4 mm, 25 mm/s, 10 mm/mV. */
export const DEFAULT_PAPER: Paper = { pixelsPerMm: 96 / 25.4, paperSpeedMmPerSecond: 25, gainMmPerMv: 10 };

/** The calibration pulse: 1 mV over 200 ms, with a short foot on either side. */
export const CALIBRATION_PULSE = { millivolts: 1, seconds: 0.2, footMm: 1 } as const;

/** A length on paper, given in millimetres, in CSS pixels. */
export function pixelsOf(paper: Paper, mm: number): number {
  return mm * paper.pixelsPerMm;
}

/** The horizontal distance that `seconds` of ECG take on paper, in CSS pixels. */
export function xOf(paper: Paper, seconds: number): number {
  return pixelsOf(paper, seconds * paper.paperSpeedMmPerSecond);
}

/** The vertical place of a voltage relative to the baseline, in CSS pixels; negative above it, as SVG counts downwards. */
export function yOf(paper: Paper, millivolts: number): number {
  return -pixelsOf(paper, millivolts * paper.gainMmPerMv);
}
