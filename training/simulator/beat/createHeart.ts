import { createPerson } from '../anatomy/person';
import { FORM_CRITERIA } from '../criteria/formCriteria';
import type { MeasuredBeat } from '../criteria/formCriteria';
import { countLostNormals } from '../criteria/normalForm';
import { findNormalLimits } from '../normalLimits';
import type { NormalLimits } from '../normalLimits';
import { createStream, drawChance, drawNormal, drawOne } from '../random';
import type { SimulationRequest } from '../types';
import { createConductedComplex } from './conductedBeat';
import { createPacedComplex, createPrematureComplex, createVentricularEscape } from './ectopicComplex';
import type { Heart } from './heart';
import { createEctopicP, createRetrogradeP, createSinusP } from './pWave';
import { measureTemplate } from './template';
import type { Disturbance } from './stT';

const ATTEMPTS = 40;

/**
 * The heart of one person whose conducted beats fulfil every criterion of form among the statements, and nothing
 * abnormal else: drawn again, with findings of growing size, until it does. Statements that leave no room for each
 * other get the nearest of all attempts.
 */
export function createHeart(
  request: SimulationRequest,
  codes: ReadonlySet<string>,
  prSeconds: number,
  meanRrSeconds: number,
): Heart {
  const limits = findNormalLimits(request.ageYears, request.sex);
  const stream = (name: string) => createStream(request.seed, name);
  const disturbance = codes.has('EL') ? drawOne(stream('disturbance'), DISTURBANCE_SHARES) : null;
  const toQt = createQt(limits, request, codes, disturbance, meanRrSeconds);
  const criteria = [...codes].flatMap((code) => FORM_CRITERIA.get(code) ?? []);
  // In a paced ventricle, and without P waves, there is nothing of that kind to look for.
  const sought = codes.has('PACE') ? [] : criteria;
  let best: { heart: Heart; faults: number } | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const name = `heart ${attempt}`;
    const heart = drawHeart(
      request,
      limits,
      codes,
      disturbance,
      prSeconds,
      toQt,
      1 + 0.1 * Math.max(0, attempt - 4),
      name,
    );
    const countFaults = (phaseSeconds: number, gain: number): number => {
      const measured: MeasuredBeat = {
        beat: measureTemplate(heart, meanRrSeconds, phaseSeconds, gain),
        sex: request.sex,
        ageYears: request.ageYears,
        rrSeconds: meanRrSeconds,
      };
      return 10 * sought.filter(({ met }) => !met(measured)).length + countLostNormals(measured, codes);
    };
    const faults =
      countFaults(0, 1) || countFaults(0.0005, 1.04) || countFaults(0.00098, 0.96) || countFaults(0.0015, 1);
    if (!best || faults < best.faults) best = { heart, faults };
    if (faults === 0) break;
  }
  return best!.heart;
}

const DISTURBANCE_SHARES: readonly Disturbance[] = [
  'hyperkalaemia',
  'hyperkalaemia',
  'hypokalaemia',
  'hypokalaemia',
  'hypokalaemia',
  'hypocalcaemia',
  'hypercalcaemia',
];

function drawHeart(
  request: SimulationRequest,
  limits: NormalLimits,
  codes: ReadonlySet<string>,
  disturbance: Disturbance | null,
  prSeconds: number,
  toQtSeconds: Heart['toQtSeconds'],
  vigour: number,
  name: string,
): Heart {
  const stream = (part: string) => createStream(request.seed, `${name}/${part}`);
  const person = createPerson(stream('person'));
  const conducted = createConductedComplex(person, limits, request, codes, disturbance, vigour, name);
  const sinus = createSinusP(person, limits, codes, stream('p'), prSeconds);
  return {
    pForms: {
      sinus,
      ectopic: createEctopicP(person, stream('ectopic p')),
      otherEctopic: createEctopicP(person, stream('other ectopic p')),
      retrograde: createRetrogradeP(person, stream('retrograde p')),
      paced: createEctopicP(person, stream('paced p')),
    },
    complexes: {
      conducted,
      premature: createPrematureComplex(person, stream('premature')),
      otherPremature: createPrematureComplex(person, stream('other premature')),
      escape: createVentricularEscape(person, stream('escape')),
      paced: createPacedComplex(person, stream('paced')),
    },
    prSeconds,
    toQtSeconds: (rr) => toQtSeconds(rr) + Math.max(0, conducted.qrsSeconds - 0.11),
  };
}

/**
 * QT as it adapts to the interval between beats (Fridericia), within what the statements ask for and the limits allow.
 */
function createQt(
  limits: NormalLimits,
  request: SimulationRequest,
  codes: ReadonlySet<string>,
  disturbance: Disturbance | null,
  meanRrSeconds: number,
): Heart['toQtSeconds'] {
  const random = createStream(request.seed, 'qt');
  const { mean, sd, low, high } = limits.qtcMs;
  const longest = request.sex === 'male' ? 446 : 456;
  const toBazett = meanRrSeconds ** (1 / 6);
  let corrected = Math.min(drawNormal(random, mean, sd, low, high), longest * toBazett);
  if (codes.has('DIG')) corrected = random.uniform(332, 384);
  if (disturbance === 'hypocalcaemia') corrected = random.uniform(472, 540) * toBazett;
  if (disturbance === 'hypercalcaemia') corrected = random.uniform(318, 346);
  if (codes.has('LNGQT')) {
    const lowest = request.sex === 'male' ? 466 : 476;
    corrected = (lowest + random.uniform(0, 45) + (drawChance(random, 0.3) ? random.uniform(0, 75) : 0)) * toBazett;
  }
  return (rr) => (corrected / 1000) * Math.cbrt(Math.max(0.27, rr));
}
