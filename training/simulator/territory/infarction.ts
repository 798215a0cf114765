import type { Random } from '../../../tools/synthetic/random';
import type { LeadVector } from '../anatomy/leadSpace';
import { addScaled } from '../anatomy/leadSpace';
import { createPulse, shareAt } from '../beat/pulse';
import type { Pulse } from '../beat/pulse';
import type { Repolarisation } from '../beat/repolarisation';
import { drawChance } from '../random';
import { TERRITORIES, drawPattern } from './territories';
import type { TerritoryName } from './territories';

/** The walls of each infarction statement. */
export const INFARCTED_WALLS: Readonly<Record<string, readonly TerritoryName[]>> = {
  IMI: ['inferior'],
  ASMI: ['anteroseptal'],
  AMI: ['anterior'],
  ALMI: ['anterolateral'],
  LMI: ['lateral'],
  ILMI: ['inferolateral'],
  PMI: ['posterior'],
  IPMI: ['inferior', 'posterior'],
  IPLMI: ['inferolateral', 'posterior'],
};

/** How old an infarct is: injury current first, then Q with T turning, then Q alone or with inverted T. */
export type InfarctStage = 'acute' | 'evolving' | 'old';

/** What of a beat an infarct changes. */
export interface InfarctedBeat {
  readonly qrs: readonly Pulse[];
  readonly repolarisation: Repolarisation;
}

/** Draws a stage; most infarcts that are read in an ECG are old. */
export function drawStage(random: Random): InfarctStage {
  const share = random.uniform(0, 1);
  if (share < 0.12) return 'acute';
  return share < 0.38 ? 'evolving' : 'old';
}

/**
 * A beat after an infarction of one wall: forces to that wall are lost, so that Q waves (over the posterior wall: R
 * waves) begin the QRS complex there; ST and T by stage.
 *
 * @param vigour factor on the size of Q, 1 as drawn.
 */
export function infarct(
  beat: InfarctedBeat,
  wall: TerritoryName,
  stage: InfarctStage,
  qrsSeconds: number,
  vigour: number,
  random: Random,
): InfarctedBeat {
  const pattern = drawPattern(wall, random);
  return {
    qrs: loseForces(beat.qrs, wall, pattern, stage, qrsSeconds, vigour, random),
    repolarisation: changeRecovery(beat.repolarisation, pattern, stage, wall, random),
  };
}

function loseForces(
  qrs: readonly Pulse[],
  wall: TerritoryName,
  pattern: LeadVector,
  stage: InfarctStage,
  qrsSeconds: number,
  vigour: number,
  random: Random,
): readonly Pulse[] {
  const early = Math.min(qrsSeconds, 0.11);
  if (wall === 'posterior') {
    const broad = createPulse(
      0,
      early * random.uniform(0.36, 0.44),
      early * 0.92,
      pattern.map((share) => -share * vigour * random.uniform(0.75, 1)),
    );
    return [...qrs, broad];
  }
  const peak = early * random.uniform(0.21, 0.27);
  const off = early * Math.min(0.78, random.uniform(0.58, 0.73) * Math.sqrt(vigour));
  const depth = random.uniform(0.14, 0.42) * vigour * (stage === 'acute' ? 0.6 : 1);
  const loss = random.uniform(0.15, 0.55);
  const chest = wall === 'anteroseptal' || wall === 'anterior';
  const left = qrs.map((pulse) => ({
    ...pulse,
    amplitudes: pulse.amplitudes.map((value, lead) => {
      const share = Math.max(0, pattern[lead]!);
      return value > 0 ? value * (1 - Math.min(0.92, (loss + (chest ? 0.4 : 0)) * share)) : value;
    }),
  }));
  const atPeak = left.reduce<LeadVector>(
    (sum, pulse) => addScaled(sum, pulse.amplitudes, shareAt(pulse, peak)),
    pattern.map(() => 0),
  );
  const q = pattern.map((share, lead) => -share * depth - Math.max(0, share) * Math.max(0, atPeak[lead]!) * 0.95);
  return [...left, createPulse(0, peak, off, q)];
}

function changeRecovery(
  recovery: Repolarisation,
  pattern: LeadVector,
  stage: InfarctStage,
  wall: TerritoryName,
  random: Random,
): Repolarisation {
  const add = (vector: LeadVector, size: number): LeadVector => addScaled(vector, pattern, size);
  const chest = TERRITORIES[wall].leads.some((lead) => lead === 'V2') ? 1.4 : 1;
  if (stage === 'acute') {
    const elevation = random.uniform(0.15, 0.42) * chest;
    return {
      ...recovery,
      jPoint: add(recovery.jPoint, elevation * random.uniform(0, 0.3)),
      segment: add(recovery.segment, elevation),
      t: add(recovery.t, elevation * random.uniform(0.4, 1.3)),
      tOn: Math.min(recovery.tOn, 0.05),
    };
  }
  if (stage === 'evolving') {
    const inverted = random.uniform(0.2, 0.6);
    return {
      ...recovery,
      segment: add(recovery.segment, random.uniform(0.05, 0.18) * chest),
      t: invertOver(recovery.t, pattern, inverted),
      tOn: 0.26,
    };
  }
  if (!drawChance(random, 0.6)) return { ...recovery, t: invertOver(recovery.t, pattern, -0.04) };
  return { ...recovery, t: invertOver(recovery.t, pattern, random.uniform(0.05, 0.32)), tOn: 0.2 };
}

/**
 * T waves turned over where a pattern is positive: what was there is lost in that share, and `depthMv` × pattern is
 * subtracted everywhere (reciprocally taller where the pattern is negative).
 */
export function invertOver(t: LeadVector, pattern: LeadVector, depthMv: number): LeadVector {
  return t.map((value, lead) => {
    const share = pattern[lead]!;
    return value * (1 - Math.min(1, Math.max(0, 1.15 * share))) - share * depthMv;
  });
}
