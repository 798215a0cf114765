import type { Random } from '../../../tools/synthetic/random';
import { drawChance } from '../random';
import { createFibrillation } from './fibrillation';
import { createSinusNodeTimes } from './sinusRhythm';
import { LEAD_IN_SECONDS } from './timeline';
import type { AtrialEvent, Spike, Timeline, VentricularEvent } from './timeline';

/** A stimulus comes this long before the chamber answers, in seconds. */
const LATENCY_SECONDS = 0.008;

/**
 * A pacemaker: ventricular stimuli alone (over fibrillating or dissociated atria), atrial stimuli alone, stimuli of
 * the ventricle after sensed P waves, or of both chambers (modes VVI, AAI, VAT and DDD of the NASPE/BPEG code,
 * Bernstein AD et al., Pacing Clin Electrophysiol 2002;25:260).
 */
export function createPacedRhythm(seconds: number, prSeconds: number, fibrillates: boolean, random: Random): Timeline {
  const interval = 60 / random.uniform(58, 84);
  const mode = fibrillates ? 0 : random.uniform(0, 1);
  const starts = createRegularTimes(interval, seconds, random);
  if (mode < 0.36) {
    const atria =
      fibrillates || drawChance(random, 0.5)
        ? createFibrillation(seconds, random)
        : createDissociatedAtria(interval * random.uniform(0.7, 0.93), seconds, random);
    return {
      ...pace(
        starts.map((time) => [null, time]),
        interval,
      ),
      atrial: atria.atrial,
      atrialWaves: atria.atrialWaves,
    };
  }
  const avDelay = random.uniform(0.14, 0.19);
  if (mode < 0.5) {
    const long = Math.max(0.15, prSeconds) + 0.02;
    const paced = pace(
      starts.map((time) => [{ onsetSeconds: time, form: 'paced' }, time + long]),
      interval,
    );
    return {
      ...paced,
      ventricular: paced.ventricular.map((event) => ({ ...event, complex: 'conducted', kind: 'atrial' })),
      spikes: paced.atrial.map(({ onsetSeconds }): Spike => ({
        seconds: onsetSeconds - LATENCY_SECONDS,
        chamber: 'atrium',
      })),
    };
  }
  if (mode < 0.78) {
    const sinus = createSinusNodeTimes(interval, false, seconds, random);
    return pace(
      sinus.map((time) => [{ onsetSeconds: time, form: 'sinus' }, time + avDelay]),
      interval,
    );
  }
  const both = pace(
    starts.map((time) => [{ onsetSeconds: time, form: 'paced' }, time + avDelay]),
    interval,
  );
  const atrialSpikes = both.atrial.map(({ onsetSeconds }): Spike => ({
    seconds: onsetSeconds - LATENCY_SECONDS,
    chamber: 'atrium',
  }));
  return { ...both, spikes: [...atrialSpikes, ...both.spikes] };
}

function pace(pairs: readonly (readonly [AtrialEvent | null, number])[], meanRrSeconds: number): Timeline {
  const ventricular = pairs.map(([atrial, onsetSeconds]): VentricularEvent => ({
    onsetSeconds,
    kind: 'paced',
    complex: 'paced',
    atrial,
  }));
  return {
    atrial: pairs.flatMap(([atrial]) => atrial ?? []),
    ventricular,
    spikes: ventricular.map(({ onsetSeconds }): Spike => ({
      seconds: onsetSeconds - LATENCY_SECONDS,
      chamber: 'ventricle',
    })),
    atrialWaves: null,
    meanRrSeconds,
  };
}

function createRegularTimes(interval: number, seconds: number, random: Random): number[] {
  const first = -LEAD_IN_SECONDS + random.uniform(0, interval);
  return Array.from(
    { length: Math.ceil((seconds + 2 * LEAD_IN_SECONDS) / interval) },
    (_, index) => first + index * interval,
  );
}

function createDissociatedAtria(
  interval: number,
  seconds: number,
  random: Random,
): Pick<Timeline, 'atrial' | 'atrialWaves'> {
  const times = createSinusNodeTimes(interval, false, seconds, random);
  return { atrial: times.map((onsetSeconds): AtrialEvent => ({ onsetSeconds, form: 'sinus' })), atrialWaves: null };
}
