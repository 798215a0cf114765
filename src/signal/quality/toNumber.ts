import type { QualityFinding } from './quality';

/** A number with its unit, to two significant digits: "0.07 mV", "−17 mV", "12 %". */
export function toNumber(value: number, unit: QualityFinding['measured']['unit']): string {
  const rounded = Number(value.toPrecision(2));
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded)}${unit && ` ${unit}`}`;
}
