import type { Sex } from './types';

/** A range of normal adults: mean and standard deviation, and the limits beyond which a reader calls it abnormal. */
export interface NormalRange {
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

/** What is normal for a person of an age and sex. */
export interface NormalLimits {
  readonly heartRatePerMinute: NormalRange;
  readonly pMs: NormalRange;
  readonly prMs: NormalRange;
  readonly qrsMs: NormalRange;
  /** QT corrected by Fridericia's formula, in milliseconds. */
  readonly qtcMs: NormalRange;
  readonly axisDegrees: NormalRange;
  /** QRS amplitude relative to a man of 40 years: smaller in women and in the old. */
  readonly qrsGain: number;
  /** T amplitude relative to a man of 40 years. */
  readonly tGain: number;
}

/**
 * Normal limits of the resting ECG by age (years) and sex, rounded from Rijnbeek PR et al., Normal values of the
 * electrocardiogram for ages 16-90 years, J Electrocardiol 2014;47:914 (rate, P, PR, QRS, axis, amplitudes), and
 * Rautaharju PM et al., AHA/ACCF/HRS recommendations IV: the ST segment, T and U waves, and the QT interval, J Am Coll
 * Cardiol 2009;53:982 (QTc at most 450 ms in men and 460 ms in women).
 */
export function findNormalLimits(ageYears: number, sex: Sex): NormalLimits {
  const age = Math.min(90, Math.max(18, ageYears));
  const decades = (age - 40) / 10;
  const male = sex === 'male';
  return {
    heartRatePerMinute: { mean: male ? 67 : 71, sd: 12, low: 60.5, high: 99 },
    pMs: { mean: (male ? 105 : 101) + 1.5 * decades, sd: 9, low: 76, high: 118 },
    prMs: { mean: (male ? 156 : 152) + 4 * decades, sd: 20, low: 121, high: 198 },
    qrsMs: { mean: male ? 97 : 90, sd: 8, low: 72, high: 109 },
    qtcMs: { mean: (male ? 402 : 412) + 2 * decades, sd: 14, low: 362, high: male ? 436 : 446 },
    axisDegrees: { mean: (male ? 38 : 42) - 7 * decades, sd: 24, low: -28, high: 88 },
    qrsGain: (male ? 1.05 : 0.9) * (1 - 0.035 * Math.min(3.5, decades)),
    tGain: (male ? 1.1 : 0.85) * (1 - 0.05 * decades),
  };
}
