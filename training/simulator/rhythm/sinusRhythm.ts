import type { Random } from '../../../tools/synthetic/random';
import { createSinusTimes } from './sinusNode';
import { LEAD_IN_SECONDS } from './timeline';
import type { AtrialEvent, Timeline, VentricularEvent } from './timeline';

/** Sinus times whose range of intervals within the recording is that of regular rhythm, or of sinus arrhythmia. */
export function createSinusNodeTimes(
  meanSeconds: number,
  isArrhythmic: boolean,
  seconds: number,
  random: Random,
): number[] {
  for (let attempt = 0; ; attempt++) {
    const calm = 1 / (1 + 0.3 * attempt);
    const variation = isArrhythmic
      ? {
          respiratory: random.uniform(0.085, 0.2) * (1 + 0.08 * attempt),
          slow: random.uniform(0.005, 0.04),
          noise: 0.01,
        }
      : {
          respiratory: calm * random.uniform(0.002, 0.055),
          slow: calm * random.uniform(0.002, 0.03),
          noise: calm * random.uniform(0.003, 0.014),
        };
    const breathsPerMinute = isArrhythmic ? random.uniform(10, 16) : random.uniform(11, 19);
    const times = createSinusTimes(
      meanSeconds,
      { ...variation, breathsPerMinute },
      -LEAD_IN_SECONDS,
      seconds + LEAD_IN_SECONDS,
      random,
    );
    const range = findIntervalRange(times, seconds);
    const fits = isArrhythmic
      ? range.longest - range.shortest > Math.max(0.13, 0.11 * range.longest)
      : range.longest - range.shortest < Math.min(0.117, 0.117 * range.shortest);
    if (fits || attempt > 30) return times;
  }
}

/** The shortest and the longest interval between successive times within the recording, in seconds. */
function findIntervalRange(times: readonly number[], seconds: number): { shortest: number; longest: number } {
  const inside = times.filter((time) => time > 0.2 && time < seconds - 0.05);
  const intervals = inside.slice(1).map((time, index) => time - inside[index]!);
  return { shortest: Math.min(...intervals), longest: Math.max(...intervals) };
}

/** Every P of the sinus node conducted, each after the same PR interval (to a few milliseconds). */
export function createSinusRhythm(times: readonly number[], meanSeconds: number, prSeconds: number): Timeline {
  const atrial = times.map((onsetSeconds): AtrialEvent => ({ onsetSeconds, form: 'sinus' }));
  const ventricular = atrial.map((event): VentricularEvent => ({
    onsetSeconds: event.onsetSeconds + prSeconds,
    kind: 'sinus',
    complex: 'conducted',
    atrial: event,
  }));
  return { atrial, ventricular, spikes: [], atrialWaves: null, meanRrSeconds: meanSeconds };
}
