import type { Ecg } from '../../src/ecg/ecg';
import { STANDARD_LEADS } from '../../src/ecg/lead';

/** As many leads as agree on a factor only where the whole ECG was scaled, not where leads were named anew. */
const LEAST_LEADS = 10;
const LEAST_CORRELATION = 0.999;
const TOLERANCE = 0.02;

/**
 * The factor by which an ECG is another, where it is that other ECG drawn at another scale; 1 where the scale is the same.
 * Undefined where they are different ECGs.
 */
export function findFactor(ecg: Ecg, original: Ecg): number | undefined {
  const factors = STANDARD_LEADS.flatMap((lead) => findLeadFactor(ecg.leads[lead], original.leads[lead]) ?? []);
  const median = factors.sort((a, b) => a - b)[Math.floor(factors.length / 2)];
  if (median === undefined) return undefined;
  return factors.filter((factor) => isNear(factor, median)).length >= LEAST_LEADS ? median : undefined;
}

/**
 * Whether an ECG is another drawn at a scale that its own words do not tell: the same words with another scale, or "1 LSB
 * = x µV" with a scale that is not x times the other's.
 */
export function isDrawnWrong(ecg: Ecg, original: Ecg): boolean {
  const factor = findFactor(ecg, original);
  const told = toToldFactor(ecg.scale, original.scale);
  return factor !== undefined && told !== undefined && !isNear(factor, told);
}

function toToldFactor(scale: string, originalScale: string): number | undefined {
  if (scale === originalScale) return 1;
  const [step, originalStep] = [scale, originalScale].map((words) => words.match(/^1 LSB = ([\d.e+-]+) µV, [^;]*$/)?.[1]);
  return step === undefined || originalStep === undefined ? undefined : Number(step) / Number(originalStep);
}

function isNear(factor: number, other: number): boolean {
  return Math.abs(factor / other - 1) <= TOLERANCE;
}

/** The slope of one lead over the other, where they are correlated; missing samples are passed over. */
function findLeadFactor(samples: Float32Array, originals: Float32Array): number | undefined {
  let [count, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < Math.min(samples.length, originals.length); i++) {
    const [a, b] = [originals[i]!, samples[i]!];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    count++;
    x += a;
    y += b;
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  const [sxx, syy, sxy] = [xx - (x * x) / count, yy - (y * y) / count, xy - (x * y) / count];
  return sxy / Math.sqrt(sxx * syy) >= LEAST_CORRELATION ? sxy / sxx : undefined;
}
