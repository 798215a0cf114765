import type { Random } from '../../../tools/synthetic/random';
import { drawChance, drawOne } from '../random';
import { LEAD_IN_SECONDS } from './timeline';
import type { Timeline, VentricularEvent } from './timeline';

/**
 * Atrial flutter: atria that circle 240 to 340 times a minute; each second, third or fourth turn is conducted, or it
 * varies.
 */
export function createFlutter(seconds: number, random: Random): Timeline {
  const cycleSeconds = 60 / random.uniform(245, 335);
  const isVariable = drawChance(random, 0.4);
  const ratio = drawOne(random, [2, 2, 3, 4, 4]);
  const ventricular: VentricularEvent[] = [];
  const delay = random.uniform(0, cycleSeconds);
  let turn = 0;
  while (turn * cycleSeconds < seconds + 2 * LEAD_IN_SECONDS) {
    const onsetSeconds = -LEAD_IN_SECONDS + delay + turn * cycleSeconds + 0.003 * random.gaussian();
    ventricular.push({ onsetSeconds, kind: 'flutter', complex: 'conducted', atrial: null });
    turn += isVariable ? drawOne(random, [2, 2, 3, 4, 4, 5]) : ratio;
  }
  return {
    atrial: [],
    ventricular,
    spikes: [],
    atrialWaves: { kind: 'flutter', cycleSeconds, phaseSeconds: random.uniform(0, cycleSeconds) },
    meanRrSeconds: cycleSeconds * (isVariable ? 3.3 : ratio),
  };
}
