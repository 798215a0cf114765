import { createStream } from '../random';
import type { SimulationRequest } from '../types';
import { createAtrialArrhythmia } from './atrialArrhythmia';
import { createCompleteBlock, createSecondDegreeBlock } from './avBlock';
import { addEctopy, findEctopy } from './ectopy';
import { createFibrillation } from './fibrillation';
import { createFlutter } from './flutter';
import { createPacedRhythm } from './pacemaker';
import { createSinusNodeTimes, createSinusRhythm } from './sinusRhythm';
import { createParoxysm, createTachycardia } from './tachycardia';
import type { Timeline } from './timeline';

/** QRS duration after which retrograde P waves of a tachycardia come, in seconds. */
const NARROW_QRS_SECONDS = 0.09;

/**
 * The electrical events of one recording, as the statements about rhythm ask for; sinus rhythm where there are none.
 */
export function createTimeline(
  request: SimulationRequest,
  codes: ReadonlySet<string>,
  sinusSeconds: number,
  prSeconds: number,
): Timeline {
  const seconds = request.seconds ?? 10;
  const random = createStream(request.seed, 'rhythm');
  const base = createBaseRhythm(codes, sinusSeconds, prSeconds, seconds, random);
  const ectopyRandom = createStream(request.seed, 'ectopy');
  return addEctopy(base, findEctopy(codes, ectopyRandom), prSeconds, seconds, ectopyRandom);
}

function createBaseRhythm(
  codes: ReadonlySet<string>,
  sinusSeconds: number,
  prSeconds: number,
  seconds: number,
  random: ReturnType<typeof createStream>,
): Timeline {
  if (codes.has('PACE')) return createPacedRhythm(seconds, prSeconds, codes.has('AFIB'), random);
  if (codes.has('AFIB')) return createFibrillation(seconds, random);
  if (codes.has('AFLT')) return createFlutter(seconds, random);
  if (codes.has('PSVT')) return createParoxysm(sinusSeconds, prSeconds, NARROW_QRS_SECONDS, seconds, random);
  if (codes.has('SVTAC')) return createTachycardia(NARROW_QRS_SECONDS, seconds, random);
  if (codes.has('SVARR')) return createAtrialArrhythmia(prSeconds, seconds, random);
  const times = createSinusNodeTimes(sinusSeconds, codes.has('SARRH'), seconds, random);
  if (codes.has('3AVB')) return createCompleteBlock(times, sinusSeconds, seconds, random);
  if (codes.has('2AVB')) return createSecondDegreeBlock(times, sinusSeconds, prSeconds, random);
  return createSinusRhythm(times, sinusSeconds, prSeconds);
}
