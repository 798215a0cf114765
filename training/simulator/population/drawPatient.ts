import type { Random } from '../../../tools/synthetic/random';
import type { SimulationRequest } from '../types';
import { drawPerson } from './drawPerson';
import { drawStatements } from './drawStatements';
import { PROPENSITIES } from './propensities';

/** A simulated person and what the ECG shows. */
export type Patient = Pick<SimulationRequest, 'ageYears' | 'sex' | 'statements'>;

/** Draws a patient of a cardiology department: statements that may occur together, as often as `TARGET_PREVALENCE`. */
export function drawPatient(random: Random): Patient {
  const { ageYears, sex } = drawPerson(random);
  return { ageYears, sex, statements: drawStatements(random, ageYears, sex, PROPENSITIES) };
}
