import type { Random } from '../../../tools/synthetic/random';
import { drawChance, drawOne } from '../random';
import { LEAD_IN_SECONDS } from './timeline';
import type { AtrialEvent, Timeline, VentricularEvent } from './timeline';

/**
 * Second-degree AV block: PR grows until a P is not conducted (Wenckebach), or a P fails without warning (Mobitz II,
 * 2:1).
 */
export function createSecondDegreeBlock(
  times: readonly number[],
  meanSeconds: number,
  prSeconds: number,
  random: Random,
): Timeline {
  const isWenckebach = drawChance(random, 0.55);
  const period = isWenckebach ? drawOne(random, [3, 4, 5]) : drawOne(random, [2, 3, 4]);
  const growth = [0, random.uniform(0.06, 0.11), random.uniform(0.025, 0.05), random.uniform(0.015, 0.03)];
  const first = Math.floor(random.uniform(0, period));
  let pr = prSeconds;
  const atrial = times.map((onsetSeconds): AtrialEvent => ({ onsetSeconds, form: 'sinus' }));
  const ventricular = atrial.flatMap((event, index): VentricularEvent[] => {
    const place = (index + first) % period;
    if (place === period - 1) return [];
    pr = place === 0 || !isWenckebach ? prSeconds : pr + growth[place]!;
    const onsetSeconds = event.onsetSeconds + Math.min(pr, 0.75 * meanSeconds);
    return [{ onsetSeconds, kind: 'sinus', complex: 'conducted', atrial: event }];
  });
  const meanRrSeconds = (meanSeconds * period) / (period - 1);
  return { atrial, ventricular, spikes: [], atrialWaves: null, meanRrSeconds };
}

/** Third-degree AV block: no P is conducted; the ventricles follow a slower escape focus of their own, regularly. */
export function createCompleteBlock(
  times: readonly number[],
  meanSeconds: number,
  seconds: number,
  random: Random,
): Timeline {
  const isJunctional = drawChance(random, 0.45);
  const drawInterval = (): number => 60 / (isJunctional ? random.uniform(38, 56) : random.uniform(27, 43));
  let interval = drawInterval();
  // An escape at nearly half or a third of the sinus rate would look conducted for a whole recording.
  while (Math.abs(interval / meanSeconds - Math.round(interval / meanSeconds)) < 0.1) interval = drawInterval();
  const ventricular: VentricularEvent[] = [];
  for (
    let time = -LEAD_IN_SECONDS + random.uniform(0, interval);
    time < seconds + LEAD_IN_SECONDS;
    time += interval * (1 + 0.008 * random.gaussian())
  ) {
    ventricular.push({
      onsetSeconds: time,
      kind: isJunctional ? 'junctional' : 'ventricular',
      complex: isJunctional ? 'conducted' : 'escape',
      atrial: null,
    });
  }
  const atrial = times.map((onsetSeconds): AtrialEvent => ({ onsetSeconds, form: 'sinus' }));
  return { atrial, ventricular, spikes: [], atrialWaves: null, meanRrSeconds: interval };
}
