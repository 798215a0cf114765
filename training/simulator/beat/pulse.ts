import type { LeadVector } from '../anatomy/leadSpace';

/**
 * One smooth deflection: nothing before `on`, full size from `peak` to `hold`, nothing after `off`, with raised-cosine
 * flanks. Times in seconds from the onset of its complex, or, for repolarisation, in shares of the JT interval.
 */
export interface Pulse {
  readonly on: number;
  readonly peak: number;
  readonly hold: number;
  readonly off: number;
  /** How hollow the rising flank is: 1 (as where absent) is a raised cosine, more begins slower, as T waves do. */
  readonly hollow?: number;
  /** Its size in the eight independent leads, in millivolts. */
  readonly amplitudes: LeadVector;
}

/** A pulse with a point for a summit. */
export function createPulse(on: number, peak: number, off: number, amplitudes: LeadVector): Pulse {
  return { on, peak, hold: peak, off, amplitudes };
}

/** The share (0 to 1) of its full size that a pulse has at a time. */
export function shareAt(pulse: Pulse, time: number): number {
  if (time <= pulse.on || time >= pulse.off) return 0;
  if (time < pulse.peak) {
    const share = 0.5 - 0.5 * Math.cos((Math.PI * (time - pulse.on)) / (pulse.peak - pulse.on));
    return pulse.hollow === undefined ? share : share ** pulse.hollow;
  }
  if (time <= pulse.hold) return 1;
  return 0.5 + 0.5 * Math.cos((Math.PI * (time - pulse.hold)) / (pulse.off - pulse.hold));
}

/** The same pulse moved and stretched: each of its times becomes `start + factor × time`. */
export function placePulse(pulse: Pulse, start: number, factor: number): Pulse {
  const place = (time: number): number => start + factor * time;
  return {
    ...pulse,
    on: place(pulse.on),
    peak: place(pulse.peak),
    hold: place(pulse.hold),
    off: place(pulse.off),
  };
}

/** The same pulse with every amplitude multiplied by `factor`. */
export function scalePulse(pulse: Pulse, factor: number): Pulse {
  return { ...pulse, amplitudes: pulse.amplitudes.map((amplitude) => amplitude * factor) };
}

/** Adds a pulse, whose times are in seconds from the first sample, to the eight independent leads. */
export function addPulse(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  pulse: Pulse,
  gains?: LeadVector,
): void {
  const first = Math.max(0, Math.ceil(pulse.on * samplingRateHz));
  const last = Math.min(leads[0]!.length - 1, Math.floor(pulse.off * samplingRateHz));
  for (let sample = first; sample <= last; sample++) {
    const share = shareAt(pulse, sample / samplingRateHz);
    for (let lead = 0; lead < leads.length; lead++) {
      leads[lead]![sample]! += share * pulse.amplitudes[lead]! * (gains ? gains[lead]! : 1);
    }
  }
}
