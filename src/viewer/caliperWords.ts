import type { CaliperKind, CaliperReading } from '../signal/measure/calipers';
import { formatDeviation, formatNumber } from './format';

/** A shorter interval is no cycle of a heart, and gets no rate; in milliseconds. */
const LEAST_CYCLE_MS = 100;

/** What calipers read: "812 ms · 74/min", "+1.24 mV · 12.4 mm", or both. */
export function toCaliperWords(kind: CaliperKind, reading: CaliperReading, gainMmPerMv: number): string {
  const { milliseconds, perMinute, millivolts } = reading;
  const time = [
    `${Math.round(milliseconds)} ms`,
    ...(perMinute !== null && milliseconds >= LEAST_CYCLE_MS ? [`${Math.round(perMinute)}/min`] : []),
  ];
  const voltage =
    millivolts === null
      ? ['no voltage: a sample is missing']
      : [`${formatDeviation(millivolts)} mV`, `${formatNumber(Math.round(Math.abs(millivolts) * gainMmPerMv * 10) / 10)} mm`];
  return [...(kind === 'voltage' ? [] : time), ...(kind === 'time' ? [] : voltage)].join(' · ');
}
