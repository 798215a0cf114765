import type { LeadVector } from '../anatomy/leadSpace';
import type { Spike } from '../rhythm/timeline';

/**
 * A stimulus in the eight independent leads at unit size: it travels with the electrode, from the apex up to the left
 * shoulder.
 */
const VENTRICULAR: LeadVector = [0.35, -0.9, 0.3, 0.5, -0.7, -1, -0.9, -0.7];
const ATRIAL: LeadVector = [0.5, 0.8, -0.5, 0.3, 0.6, 0.7, 0.6, 0.5];

/**
 * Adds a stimulus artefact: one or two samples wide, large where the case of the pacemaker is a pole, small where both
 * poles lie in the heart. The longest stimuli last 1.5 ms, and what follows is the recharge of the electrode.
 */
export function addSpike(
  leads: readonly Float64Array[],
  samplingRateHz: number,
  spike: Spike,
  isUnipolar: boolean,
): void {
  const size = (isUnipolar ? 1.5 : 0.35) * (spike.chamber === 'atrium' ? 0.7 : 1);
  const direction = spike.chamber === 'atrium' ? ATRIAL : VENTRICULAR;
  const first = Math.round(spike.seconds * samplingRateHz);
  const width = Math.max(1, Math.round(0.003 * samplingRateHz));
  for (let offset = 0; offset < 4 * width; offset++) {
    const sample = first + offset;
    if (sample < 0 || sample >= leads[0]!.length) continue;
    const share = offset < width ? 1 : -0.06 * (1 - (offset - width) / (3 * width));
    for (const [lead, samples] of leads.entries()) samples[sample]! += share * size * direction[lead]!;
  }
}
