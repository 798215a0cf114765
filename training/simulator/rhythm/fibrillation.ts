import type { Random } from '../../../tools/synthetic/random';
import { drawChance, drawFactor } from '../random';
import { LEAD_IN_SECONDS } from './timeline';
import type { Timeline, VentricularEvent } from './timeline';

/**
 * Atrial fibrillation: fibrillatory waves of 4 to 9 Hz and no P; intervals between beats that follow no rule
 * (Hindricks G et al., ESC guidelines on atrial fibrillation, Eur Heart J 2021;42:373).
 */
export function createFibrillation(seconds: number, random: Random): Timeline {
  const mean = 60 / (drawChance(random, 0.3) ? random.uniform(105, 180) : random.uniform(45, 105));
  for (;;) {
    // The faster the ventricles, the less their intervals can differ.
    const spread = random.uniform(0.15, 0.27) * Math.min(1, 0.4 + mean);
    const ventricular: VentricularEvent[] = [];
    let time = -LEAD_IN_SECONDS + random.uniform(0, mean);
    while (time < seconds + LEAD_IN_SECONDS) {
      ventricular.push({ onsetSeconds: time, kind: 'fibrillation', complex: 'conducted', atrial: null });
      time += Math.max(0.29, mean * drawFactor(random, spread));
    }
    if (isIrregular(ventricular, seconds, mean < 0.45 ? 0.105 : 0.115)) {
      const meanRrSeconds =
        (ventricular.at(-1)!.onsetSeconds - ventricular[0]!.onsetSeconds) / (ventricular.length - 1);
      const frequencyHz = random.uniform(4.6, 8.2);
      const coarseness = 0.55 * drawFactor(random, 0.65);
      return {
        atrial: [],
        ventricular,
        spikes: [],
        atrialWaves: { kind: 'fibrillation', frequencyHz, coarseness },
        meanRrSeconds,
      };
    }
  }
}

/** Whether the standard deviation of the intervals within the recording is more than this share of their mean. */
function isIrregular(events: readonly VentricularEvent[], seconds: number, share: number): boolean {
  const times = events.map(({ onsetSeconds }) => onsetSeconds).filter((time) => time >= 0 && time < seconds);
  const intervals = times.slice(1).map((time, index) => time - times[index]!);
  const mean = intervals.reduce((sum, value) => sum + value, 0) / intervals.length;
  const variance = intervals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / intervals.length;
  return intervals.length >= 4 && Math.sqrt(variance) > share * mean;
}
