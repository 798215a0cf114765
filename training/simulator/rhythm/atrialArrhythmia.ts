import type { Random } from '../../../tools/synthetic/random';
import { drawFactor, drawOne } from '../random';
import { LEAD_IN_SECONDS } from './timeline';
import type { AtrialEvent, PFormName, Timeline, VentricularEvent } from './timeline';

/**
 * A supraventricular arrhythmia: a pacemaker that wanders between atrial foci, with P waves, PR and intervals that
 * change.
 */
export function createAtrialArrhythmia(prSeconds: number, seconds: number, random: Random): Timeline {
  const mean = 60 / random.uniform(62, 118);
  const spread = random.uniform(0.13, 0.24);
  const atrial: AtrialEvent[] = [];
  const ventricular: VentricularEvent[] = [];
  const forms: readonly PFormName[] = ['sinus', 'ectopic', 'otherEctopic'];
  for (let time = -LEAD_IN_SECONDS; time < seconds + LEAD_IN_SECONDS; time += mean * drawFactor(random, spread)) {
    const event: AtrialEvent = { onsetSeconds: time, form: drawOne(random, forms) };
    const pr = Math.max(0.1, prSeconds * (event.form === 'sinus' ? 1 : random.uniform(0.75, 1.1)));
    atrial.push(event);
    ventricular.push({
      onsetSeconds: time + pr,
      kind: event.form === 'sinus' ? 'sinus' : 'atrial',
      complex: 'conducted',
      atrial: event,
    });
  }
  return { atrial, ventricular, spikes: [], atrialWaves: null, meanRrSeconds: mean };
}
