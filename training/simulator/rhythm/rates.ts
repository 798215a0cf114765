import type { Random } from '../../../tools/synthetic/random';
import { findNormalLimits } from '../normalLimits';
import { drawNormal } from '../random';
import type { SimulationRequest } from '../types';

/** The mean interval of the sinus node in seconds, by the statements on its rate. */
export function drawSinusInterval(request: SimulationRequest, codes: ReadonlySet<string>, random: Random): number {
  if (codes.has('STACH')) return 60 / Math.min(random.uniform(102, 150), random.uniform(102, 165));
  if (codes.has('SBRAD')) return 60 / Math.max(random.uniform(41, 58.8), random.uniform(41, 58.8));
  const { mean, sd, low, high } = findNormalLimits(request.ageYears, request.sex).heartRatePerMinute;
  if (codes.has('SARRH')) return 60 / drawNormal(random, mean - 2, 9, 54, 88);
  return 60 / drawNormal(random, mean + 2, sd, low + 1.5, high - 2.5);
}

/**
 * PR in seconds: within normal limits, longer than 200 ms with `1AVB` and `LPR`, shorter than 120 ms with `WPW`
 * (Surawicz B et al., J Am Coll Cardiol 2009;53:976).
 */
export function drawPrSeconds(
  request: SimulationRequest,
  codes: ReadonlySet<string>,
  sinusSeconds: number,
  random: Random,
): number {
  if (codes.has('WPW')) return random.uniform(0.082, 0.116);
  if (codes.has('1AVB') || codes.has('LPR')) {
    return Math.min(0.6 * sinusSeconds, 0.206 + Math.min(random.uniform(0, 0.13), random.uniform(0, 0.16)));
  }
  const { mean, sd, low, high } = findNormalLimits(request.ageYears, request.sex).prMs;
  const fast = codes.has('STACH') ? 14 : 0;
  const wide = codes.has('LAO/LAE') ? 12 : 0;
  return drawNormal(random, mean - fast + wide, sd, low, high) / 1000;
}
