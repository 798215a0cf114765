import { addScaled } from '../anatomy/leadSpace';
import type { Person } from '../anatomy/person';
import type { NormalLimits } from '../normalLimits';
import { createStream, drawChance, drawOne } from '../random';
import { INFARCTED_WALLS, drawStage, infarct } from '../territory/infarction';
import type { InfarctedBeat } from '../territory/infarction';
import { INJURED_WALL, ISCHAEMIC_WALL, injure, makeIschaemic } from '../territory/ischaemia';
import { drawPattern } from '../territory/territories';
import type { SimulationRequest } from '../types';
import type { VentricularComplex } from './complex';
import { findQrsArea } from './complex';
import { conduct } from './conduction';
import { hypertrophy } from './hypertrophy';
import { preexcite } from './preexcitation';
import { createPulse } from './pulse';
import { createNormalActivation } from './qrsForces';
import type { Activation } from './qrsForces';
import { addAbnormalQrs, addAneurysm, addQWaves } from './qrsStatements';
import { createNormalRepolarisation, toRepolarisationPulses } from './repolarisation';
import type { Repolarisation } from './repolarisation';
import { addSecondaryRepolarisation } from './secondary';
import { DISTURBANCES, ST_T_CHANGES } from './stT';
import type { Disturbance } from './stT';
import { scaleVoltage } from './voltage';

/**
 * The ventricular complex of conducted beats: normal activation, changed by conduction, hypertrophy, preexcitation,
 * voltage and scars, in this order; then repolarisation with what follows from them, and what is wrong with itself.
 *
 * @param vigour factor on the size of every finding, 1 as drawn.
 * @param streamName names the random numbers of this attempt.
 */
export function createConductedComplex(
  person: Person,
  limits: NormalLimits,
  request: SimulationRequest,
  codes: ReadonlySet<string>,
  disturbance: Disturbance | null,
  vigour: number,
  streamName: string,
): VentricularComplex {
  const stream = (name: string) => createStream(request.seed, `${streamName}/${name}`);
  const normal = createNormalActivation(limits, stream('activation'));
  let activation = hypertrophy(conduct(normal, codes, stream('conduction')), codes, stream('hypertrophy'));
  if (codes.has('ABQRS')) activation = addAbnormalQrs(activation, stream('abnormal'));
  if (codes.has('WPW')) activation = preexcite(activation, stream('preexcitation'));
  if (disturbance === 'hyperkalaemia') activation = slowDown(activation, stream('potassium').uniform(1, 1.3));
  const projection = stream('projection');
  const raw = activation.forces.map(({ on, peak, off, vector }) =>
    createPulse(on, peak, off, person.project(vector, projection)),
  );
  const qrs = scaleVoltage(raw, activation.qrsSeconds, codes, request.sex, stream('voltage'));
  const own = createNormalRepolarisation(person, limits, request, stream('repolarisation'));
  let beat: InfarctedBeat = { qrs, repolarisation: addSecondary(own, qrs, codes, stream('secondary')) };
  const scars = stream('infarct');
  for (const [code, walls] of Object.entries(INFARCTED_WALLS)) {
    if (!codes.has(code)) continue;
    // A posterior wall without ST-T change of its own is seen in R alone.
    const stage = codes.has('ANEUR') ? 'old' : drawStage(scars);
    for (const wall of walls) beat = infarct(beat, wall, stage, activation.qrsSeconds, vigour, scars);
  }
  if (codes.has('QWAVE')) beat = { ...beat, qrs: addQWaves(beat.qrs, activation.qrsSeconds, vigour, stream('q')) };
  if (codes.has('ANEUR')) beat = addAneurysm(beat, codes, activation.qrsSeconds, vigour, stream('aneurysm'));
  const recovery = changeRecovery(beat.repolarisation, codes, disturbance, vigour, stream('st-t'));
  return {
    qrsSeconds: activation.qrsSeconds,
    qtExtraSeconds: 0,
    qrs: beat.qrs,
    repolarisation: toRepolarisationPulses(recovery),
  };
}

function changeRecovery(
  repolarisation: Repolarisation,
  codes: ReadonlySet<string>,
  disturbance: Disturbance | null,
  vigour: number,
  random: ReturnType<typeof createStream>,
): Repolarisation {
  let recovery = repolarisation;
  for (const [code, wall] of Object.entries(ISCHAEMIC_WALL)) {
    if (codes.has(code)) recovery = makeIschaemic(recovery, wall, vigour, random);
  }
  for (const [code, wall] of Object.entries(INJURED_WALL)) {
    if (codes.has(code)) recovery = injure(recovery, wall, vigour, random);
  }
  for (const [code, change] of ST_T_CHANGES) {
    if (codes.has(code)) recovery = change(recovery, vigour, random);
  }
  if ((codes.has('SVTAC') || codes.has('PSVT')) && drawChance(random, 0.55)) {
    recovery = makeRateDepression(recovery, random);
  }
  if (codes.has('LNGQT') && drawChance(random, 0.4)) recovery = { ...recovery, tOn: recovery.tOn + 0.12 };
  return disturbance ? DISTURBANCES[disturbance](recovery, vigour, random) : recovery;
}

/** Level to rising ST depression of a fast rhythm, in the leads over the left ventricle. */
function makeRateDepression(recovery: Repolarisation, random: ReturnType<typeof createStream>): Repolarisation {
  const pattern = drawPattern('diffuse', random);
  const depression = random.uniform(0.04, 0.2);
  return {
    ...recovery,
    segment: addScaled(recovery.segment, pattern, -depression),
    jPoint: addScaled(recovery.jPoint, pattern, -0.3 * depression),
  };
}

/** How much of the discordance of bundle branch block each finding brings: none, some or all. */
function addSecondary(
  own: Repolarisation,
  qrs: VentricularComplex['qrs'],
  codes: ReadonlySet<string>,
  random: ReturnType<typeof createStream>,
): Repolarisation {
  const area = findQrsArea(qrs);
  const faded = (share: number): Repolarisation => ({ ...own, t: own.t.map((value) => share * value) });
  if (codes.has('CLBBB')) return addSecondaryRepolarisation(faded(0.35), area, random.uniform(0.75, 1.15));
  if (codes.has('ILBBB')) return addSecondaryRepolarisation(faded(0.7), area, random.uniform(0.25, 0.6));
  if (codes.has('WPW')) return addSecondaryRepolarisation(faded(0.7), area, random.uniform(0.3, 0.8));
  if (codes.has('CRBBB') || codes.has('IRBBB')) {
    const late = findQrsArea(qrs.filter(({ peak, amplitudes }) => peak > 0.068 && amplitudes[2]! > 0)).map(
      (value, lead) => (lead < 5 && lead > 1 ? value : 0.4 * value),
    );
    return addSecondaryRepolarisation(
      own,
      late,
      codes.has('CRBBB') ? random.uniform(0.9, 1.9) : random.uniform(0.2, 0.8),
    );
  }
  if (codes.has('RVH')) {
    const strain = drawOne(random, [0, 0.5, 1]) * random.uniform(0.1, 0.35);
    return {
      ...own,
      t: addScaled(own.t, [0, -0.35, -1, -1, -0.8, -0.3, 0, 0], strain),
      segment: addScaled(own.segment, [0, -0.3, -1, -1, -0.7, -0.2, 0, 0], 0.25 * strain),
    };
  }
  if (codes.has('LVH') && drawChance(random, 0.55)) {
    const strained = addSecondaryRepolarisation(faded(random.uniform(0.5, 0.9)), area, random.uniform(0.45, 1));
    return { ...strained, tOn: random.uniform(0.15, 0.28) };
  }
  if (codes.has('IVCD')) return addSecondaryRepolarisation(own, area, random.uniform(0.1, 0.5));
  return own;
}

function slowDown(activation: Activation, factor: number): Activation {
  return {
    qrsSeconds: activation.qrsSeconds * factor,
    forces: activation.forces.map(({ on, peak, off, vector }) => ({
      on: on * factor,
      peak: peak * factor,
      off: off * factor,
      vector,
    })),
  };
}
