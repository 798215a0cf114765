import type { Random } from '../../../tools/synthetic/random';
import { drawChance, drawNormal } from '../random';
import type { SimulationRequest } from '../types';

/** Age (18 to 95 years) and sex as in PTB-XL: median about 60 years, 52 % men (Wagner et al. 2020). */
export function drawPerson(random: Random): Pick<SimulationRequest, 'ageYears' | 'sex'> {
  const ageYears = Math.round(drawNormal(random, 61, 17, 18, 95));
  return { ageYears, sex: drawChance(random, 0.52) ? 'male' : 'female' };
}
