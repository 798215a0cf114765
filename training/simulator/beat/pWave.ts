import type { Random } from '../../../tools/synthetic/random';
import { toLead } from '../anatomy/leadSpace';
import type { HeartVector, Person } from '../anatomy/person';
import type { NormalLimits } from '../normalLimits';
import { drawFactor, drawNormal, drawOne } from '../random';
import { createPulse, scalePulse, shareAt } from './pulse';
import type { Pulse } from './pulse';

/** One form of atrial depolarisation. */
export interface PForm {
  readonly durationSeconds: number;
  /** Times in seconds from the onset of the P wave. */
  readonly pulses: readonly Pulse[];
}

/**
 * The P wave of the sinus node: right atrium first (forwards and down), then left atrium (left and back). With
 * `RAO/RAE` it reaches at least 0.25 mV in II; with `LAO/LAE` it lasts at least 120 ms, is notched, and ends deep and
 * broad in V1 (Hancock EW et al., AHA/ACCF/HRS recommendations V: cardiac chamber hypertrophy, J Am Coll Cardiol
 * 2009;53:992).
 */
export function createSinusP(
  person: Person,
  limits: NormalLimits,
  codes: ReadonlySet<string>,
  random: Random,
  prSeconds: number,
): PForm {
  const { mean, sd, low, high } = limits.pMs;
  const left = codes.has('LAO/LAE');
  const milliseconds = left ? random.uniform(122, 158) : drawNormal(random, mean, sd, low, high);
  const duration = Math.min(milliseconds / 1000, prSeconds - 0.004);
  const size = 0.95 * drawFactor(random, 0.36);
  const tilt = drawNormal(random, 0, 16, -35, 35);
  const rightVector = turn([0.042, 0.062, -0.042 * drawFactor(random, 0.3)], tilt, size);
  const leftVector = turn(
    [0.052, 0.034, (left ? random.uniform(0.12, 0.26) : 0.05) * drawFactor(random, 0.25)],
    tilt,
    size,
  );
  const rightPeak = left ? random.uniform(0.27, 0.33) : drawNormal(random, 0.37, 0.04, 0.3, 0.46);
  const leftPeak = left ? random.uniform(0.66, 0.74) : drawNormal(random, 0.62, 0.04, 0.54, 0.7);
  const leftOn = left ? leftPeak - random.uniform(0.3, 0.38) : 0.24;
  const rightOff = left ? rightPeak + random.uniform(0.3, 0.4) : 0.75;
  const pulses = [
    createPulse(0, rightPeak * duration, rightOff * duration, person.project(rightVector, random)),
    createPulse(leftOn * duration, leftPeak * duration, duration, person.project(leftVector, random)),
  ];
  const raised = codes.has('RAO/RAE') ? raiseInII(pulses, duration, random.uniform(0.262, 0.42)) : pulses;
  // Atrial repolarisation: small, opposite to P, hidden for the most part in the QRS complex.
  const repolarisation = createPulse(
    0.7 * duration,
    duration + 0.08,
    duration + 0.26,
    raised[0]!.amplitudes.map((value, lead) => -0.15 * (value + raised[1]!.amplitudes[lead]!)),
  );
  return { durationSeconds: duration, pulses: [...raised, repolarisation] };
}

/**
 * The P wave of an atrial focus elsewhere: of another shape and direction than the sinus node's, often inverted in II.
 */
export function createEctopicP(person: Person, random: Random): PForm {
  const origins: readonly HeartVector[] = [
    [0.07, -0.13, 0.02],
    [-0.09, 0.1, -0.04],
    [-0.06, -0.1, -0.07],
    [0.02, 0.16, 0.02],
    [0.1, -0.06, -0.1],
  ];
  return createFocus(person, drawOne(random, origins), random.uniform(0.07, 0.1), random);
}

/** The P wave of atria that are reached backwards through the AV node: narrow, negative in II, III and aVF. */
export function createRetrogradeP(person: Person, random: Random): PForm {
  return createFocus(person, [0.0, -0.12, -0.05], random.uniform(0.06, 0.085), random);
}

function createFocus(person: Person, direction: HeartVector, duration: number, random: Random): PForm {
  const size = drawFactor(random, 0.2);
  const vector = direction.map((value) => size * (value + 0.015 * random.gaussian())) as unknown as HeartVector;
  const peak = random.uniform(0.38, 0.6) * duration;
  return { durationSeconds: duration, pulses: [createPulse(0, peak, duration, person.project(vector, random))] };
}

function raiseInII(pulses: readonly Pulse[], duration: number, targetMv: number): Pulse[] {
  const [right, left] = pulses as [Pulse, Pulse];
  let factor = 1.2;
  const peakWith = (raise: number): number => {
    let peak = 0;
    for (let step = 0; step <= 40; step++) {
      const time = (step / 40) * duration;
      const value = raise * shareAt(right, time) * toLead(right.amplitudes, 'II');
      peak = Math.max(peak, value + shareAt(left, time) * toLead(left.amplitudes, 'II'));
    }
    return peak;
  };
  while (peakWith(factor) < targetMv && factor < 12) factor *= 1.04;
  return [scalePulse(right, factor), left];
}

function turn([x, y, z]: HeartVector, degrees: number, size: number): HeartVector {
  const angle = (degrees * Math.PI) / 180;
  return [
    size * (x * Math.cos(angle) - y * Math.sin(angle)),
    size * (x * Math.sin(angle) + y * Math.cos(angle)),
    size * z,
  ];
}
