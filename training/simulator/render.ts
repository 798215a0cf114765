import type { Random } from '../../tools/synthetic/random';
import type { LeadVector } from './anatomy/leadSpace';
import { addAtrialWaves } from './beat/atrialWaves';
import type { Heart } from './beat/heart';
import { addPulse, placePulse } from './beat/pulse';
import { addSpike } from './beat/spike';
import type { Timeline, VentricularEvent } from './rhythm/timeline';

/** What breathing and chance do to the size of beats: the axis and every chest lead swing a little. */
interface Variation {
  readonly toGains: (seconds: number) => LeadVector;
}

/** The eight independent leads of a heart with a rhythm, in millivolts. */
export function render(
  heart: Heart,
  timeline: Timeline,
  samplingRateHz: number,
  sampleCount: number,
  random: Random,
): Float64Array[] {
  const leads = Array.from({ length: 8 }, () => new Float64Array(sampleCount));
  const variation = createVariation(random);
  for (const { onsetSeconds, form } of timeline.atrial) {
    const gains = variation.toGains(onsetSeconds);
    for (const pulse of heart.pForms[form].pulses)
      addPulse(leads, samplingRateHz, placePulse(pulse, onsetSeconds, 1), gains);
  }
  for (const [index, event] of timeline.ventricular.entries()) {
    addVentricular(
      leads,
      samplingRateHz,
      heart,
      event,
      findQt(heart, timeline, index),
      variation.toGains(event.onsetSeconds),
    );
  }
  if (timeline.atrialWaves) addAtrialWaves(leads, samplingRateHz, timeline.atrialWaves, random);
  const isUnipolar = random.uniform(0, 1) < 0.5;
  for (const spike of timeline.spikes) addSpike(leads, samplingRateHz, spike, isUnipolar);
  return leads;
}

/** QT of one beat in seconds: it follows the mean interval, and the last one by a part. */
export function findQt(heart: Heart, { ventricular, meanRrSeconds }: Timeline, index: number): number {
  const event = ventricular[index]!;
  const previous = ventricular[index - 1];
  const last = previous ? event.onsetSeconds - previous.onsetSeconds : meanRrSeconds;
  const adapted = meanRrSeconds + 0.25 * (Math.min(2 * meanRrSeconds, last) - meanRrSeconds);
  return heart.toQtSeconds(adapted) + heart.complexes[event.complex].qtExtraSeconds;
}

function addVentricular(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  heart: Heart,
  event: VentricularEvent,
  qtSeconds: number,
  gains: LeadVector,
): void {
  const complex = heart.complexes[event.complex];
  for (const pulse of complex.qrs) addPulse(leads, samplingRateHz, placePulse(pulse, event.onsetSeconds, 1), gains);
  const jSeconds = event.onsetSeconds + complex.qrsSeconds;
  const jtSeconds = qtSeconds - complex.qrsSeconds;
  for (const pulse of complex.repolarisation)
    addPulse(leads, samplingRateHz, placePulse(pulse, jSeconds, jtSeconds), gains);
}

function createVariation(random: Random): Variation {
  const breath = (2 * Math.PI * random.uniform(11, 18)) / 60;
  const phase = random.uniform(0, 2 * Math.PI);
  const swings = Array.from({ length: 8 }, () => 0.035 * random.gaussian());
  return {
    toGains: (seconds) => {
      const common = 1 + 0.012 * random.gaussian();
      return swings.map((swing) => common + swing * Math.sin(breath * seconds + phase));
    },
  };
}
