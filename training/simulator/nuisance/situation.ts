import type { Random } from '../../../tools/synthetic/random';
import { drawWeighted } from '../drawWeighted';
import { drawChance, drawFactor } from '../random';
import type { ContactOptions } from './contact';
import { type Electrode, ELECTRODES, perElectrode } from './electrodes';
import type { MainsOptions } from './mains';
import type { MotionOptions } from './motion';
import type { MuscleOptions } from './muscle';
import type { Placement } from './placement';
import type { TremorOptions } from './tremor';
import type { WanderOptions } from './wander';

/** Everything that disturbs one recording between the heart and the amplifier. */
export interface Situation {
  readonly placement: Placement;
  readonly wander: Readonly<Record<Electrode, WanderOptions>>;
  readonly muscle: Readonly<Record<Electrode, MuscleOptions>>;
  /** The trembling limbs; none in most people. */
  readonly tremor: Readonly<Partial<Record<Electrode, TremorOptions>>>;
  readonly mains: MainsOptions;
  /** How strongly each electrode picks up the hum, in millivolts, and at which phase, in radians. */
  readonly hum: Readonly<Record<Electrode, readonly [levelMv: number, phase: number]>>;
  readonly motions: readonly (readonly [Electrode, MotionOptions])[];
  readonly contacts: readonly (readonly [Electrode, ContactOptions])[];
}

type Quality = 'good' | 'fair' | 'bad';

/** Factor on every disturbance by the quality of the recording. */
const SEVERITY: Readonly<Record<Quality, number>> = { good: 1, fair: 2, bad: 4 };

/** The most muscle noise before each electrode's share, in millivolts; a noisier recording would be taken again. */
const MUSCLE_CEILING_MV = 0.03;

const isLimb = (electrode: Electrode) => !electrode.startsWith('V');

/**
 * A recording as they are taken in clinics: most are good, a few are bad. Levels were set so that the distributions of
 * wander and of noise agree with those of real 12-lead recordings (`README.md`).
 * @param durationSeconds length of the recording, in seconds.
 */
export function drawSituation(random: Random, durationSeconds: number): Situation {
  const quality = drawWeighted<Quality>(random, [
    [0.72, 'good'],
    [0.22, 'fair'],
    [0.06, 'bad'],
  ]);
  const severity = SEVERITY[quality];
  return {
    placement: drawPlacement(random),
    wander: drawWander(random, severity),
    muscle: drawMuscle(random, severity),
    tremor: drawTremor(random),
    ...drawMains(random, severity),
    motions: drawMotions(random, durationSeconds, quality),
    contacts: drawContacts(random, quality),
  };
}

function drawPlacement(random: Random): Placement {
  return {
    shifts: Array.from({ length: 6 }, () => Math.max(-0.4, Math.min(0.4, 0.13 * random.gaussian()))),
    highSpaces: drawChance(random, 0.08) ? random.uniform(0.5, 1) : 0,
  };
}

function drawWander(random: Random, severity: number): Situation['wander'] {
  const breathing = { rateHz: random.uniform(0.15, 0.4), phase: random.uniform(0, 2 * Math.PI) };
  const breathingMv = severity * 0.034 * drawFactor(random, 0.8);
  const driftMv = severity * 0.045 * drawFactor(random, 0.8);
  const offsetMv = 0.01 * drawFactor(random, 0.6);
  return perElectrode((name) => {
    const share = (isLimb(name) ? 0.55 : 1.4) * drawFactor(random, 0.6);
    return {
      breathing,
      breathingMv: breathingMv * share * (drawChance(random, 0.75) ? 1 : -1),
      driftMv: driftMv * share,
      offsetMv: offsetMv * random.gaussian(),
    };
  });
}

function drawMuscle(random: Random, severity: number): Situation['muscle'] {
  const levelMv = Math.min(MUSCLE_CEILING_MV, severity * 0.0058 * drawFactor(random, 0.85));
  const burstiness = random.uniform(0.1, 0.9);
  return perElectrode((name) => ({
    levelMv: levelMv * (isLimb(name) ? 1.4 : 0.65) * (name === 'LL' ? 0.6 : 1) * drawFactor(random, 0.4),
    burstiness,
  }));
}

function drawTremor(random: Random): Situation['tremor'] {
  if (!drawChance(random, 0.02)) return {};
  const rateHz = random.uniform(4, 8);
  const level = () => ({ rateHz, levelMv: 0.03 * drawFactor(random, 0.5) });
  return drawWeighted(random, [
    [0.4, { RA: level() }],
    [0.25, { LA: level() }],
    [0.25, { RA: level(), LA: level() }],
    [0.1, { RA: level(), LA: level(), LL: level() }],
  ]);
}

function drawMains(random: Random, severity: number): Pick<Situation, 'mains' | 'hum'> {
  const levelMv = Math.sqrt(severity) * 0.002 * drawFactor(random, 0.9) * (drawChance(random, 0.06) ? 8 : 1);
  const phase = random.uniform(0, 2 * Math.PI);
  return {
    mains: {
      nominalHz: drawChance(random, 0.7) ? 50 : 60,
      harmonics: [random.uniform(0, 0.15), random.uniform(0, 0.3)],
    },
    hum: perElectrode(() => [levelMv * drawFactor(random, 0.6), phase + 0.4 * random.gaussian()]),
  };
}

function drawMotions(random: Random, durationSeconds: number, quality: Quality): Situation['motions'] {
  const perTenSeconds = { good: 0.06, fair: 0.6, bad: 1.8 }[quality];
  const motions: [Electrode, MotionOptions][] = [];
  for (let left = perTenSeconds * (durationSeconds / 10); left > 0; left--) {
    if (!drawChance(random, left)) continue;
    const electrode = ELECTRODES[Math.floor(random.uniform(0, ELECTRODES.length))]!;
    motions.push([
      electrode,
      {
        atSeconds: random.uniform(-1, durationSeconds),
        jumpMv: 0.25 * drawFactor(random, 0.7) * (drawChance(random, 0.5) ? 1 : -1),
        riseSeconds: random.uniform(0.01, 0.1),
        recoverySeconds: drawChance(random, 0.15) ? random.uniform(3, 10) : random.uniform(0.15, 1.2),
      },
    ]);
  }
  return drawChance(random, 0.02) ? [...motions, ...drawSwitchingOn(random)] : motions;
}

/** The device was switched on, or its leads were unblocked, just before: every electrode settles at once. */
function drawSwitchingOn(random: Random): Situation['motions'] {
  const recoverySeconds = random.uniform(0.3, 2);
  return ELECTRODES.map((electrode) => [
    electrode,
    { atSeconds: -0.05, jumpMv: 0.4 * random.gaussian(), riseSeconds: 0.005, recoverySeconds },
  ]);
}

function drawContacts(random: Random, quality: Quality): Situation['contacts'] {
  if (!drawChance(random, { good: 0.004, fair: 0.06, bad: 0.25 }[quality])) return [];
  const electrode = drawWeighted<Electrode>(random, ELECTRODES.map((name) => [isLimb(name) ? 0.3 : 1, name] as const));
  const levelMv = 0.04 * drawFactor(random, 0.6);
  return [
    [electrode, { levelMv, lapsesPerSecond: random.uniform(0.2, 1), lapseSeconds: random.uniform(0.1, 1.5) }],
  ];
}
