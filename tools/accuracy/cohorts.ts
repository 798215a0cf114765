import { drawPatient } from '../../training/simulator/population/drawPatient';
import { createStream } from '../../training/simulator/random';
import type { SimulationRequest } from '../../training/simulator/types';

/** No method was adjusted to these seeds or any after them. */
const FIRST_SEED = 3001;

/** ECGs of patients of a cardiology department, every statement as often as there, 10 s at 500 Hz unless told. */
export function createDepartment(
  count: number,
  nuisance: 'none' | 'clinic',
  samplingRateHz = 500,
): SimulationRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const seed = FIRST_SEED + index;
    return { ...drawPatient(createStream(seed, 'patient')), seed, nuisance, samplingRateHz };
  });
}

/** ECGs that all have the same statements, of women and men of 40 to 80 years. */
export function createCohort(
  statements: readonly string[],
  count: number,
  nuisance: 'none' | 'clinic',
): SimulationRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    statements,
    ageYears: 40 + ((7 * index) % 41),
    sex: index % 2 === 0 ? 'female' : 'male',
    seed: FIRST_SEED + index,
    nuisance,
  }));
}
