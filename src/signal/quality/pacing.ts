import { STANDARD_LEADS } from '../../ecg/lead';
import type { QualityEvidence, QualityFinding } from './quality';

/** Below it, in hertz, a stimulus of 0.5 to 2 ms may fall between two samples (Kligfield P et al., Circulation 2007;115:1306). */
const ENOUGH_HZ = 500;

/** From here QRS is as broad as ventricular pacing makes it, in milliseconds. */
const BROAD_MS = 130;

/** A recording of so few samples a second that a pacemaker's stimuli may be lost, where QRS is broad as if paced. */
export function findLostPacing({ ecg, median, waves }: QualityEvidence): QualityFinding[] {
  if (ecg.samplingRateHz >= ENOUGH_HZ || !median || !waves) return [];
  const value = (1000 * (waves.qrs.offset - waves.qrs.onset)) / median.samplingRateHz;
  if (value < BROAD_MS) return [];
  return [
    {
      kind: 'pacing',
      severity: 'note',
      leads: STANDARD_LEADS,
      electrodes: [],
      measured: { value, unit: 'ms' },
      evidence: `QRS is broad (${Math.round(value)} ms), and ${ecg.samplingRateHz} samples a second may pass over a pacemaker’s stimuli.`,
      range: null,
    },
  ];
}
