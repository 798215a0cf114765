import type { LeadName } from '../../ecg/lead';
import { findMedian } from '../measure/statistics';
import { FLAT_SHARE } from './flat';
import { measureQrsHeight } from './qrsHeight';
import { CHEST_LEADS } from './quality';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** Why a lead shows no heart, with the number that tells it. */
export type LostLead = Pick<QualityFinding, 'measured' | 'evidence'>;

/** Recorders take the offset of electrodes away; what devices were seen to leave of it is less than 2 mV. */
const OFFSET_MV = 5;

/** The smallest QRS complex that the whole of a chest spares no lead, in millivolts. */
const LEAST_QRS_MV = 0.05;

/** Noise alone has a prominence of about 6; of 139 recorded ECGs no lead has less than 13. */
const LEAST_PROMINENCE = 8;

/** Where the beats themselves differ, all leads stand out little; a lost one does so by so much less than the chest leads. */
const LOST_RATIO = 4;

/** Noise as large as QRS, and so many times that of its quiet neighbours, is of an electrode that hangs. */
const HANGING_NOISE_MV = 0.15;
const HANGING_RATIO = 5;

/**
 * Why a lead shows no heart at all, as where its electrode is off: it is flat, its baseline stands where no skin brings it,
 * it is full of noise that others do not have, or its beats, laid over each other, leave no QRS complex. Undefined where it
 * shows one. (Missing leads, extreme offset, noise and lost QRS are what rules of the PhysioNet/CinC challenge of 2011
 * rest on: Hayn D, Jammerbund B, Schreier G, Physiol Meas 2012;33:1449.)
 */
export function findLostLead({ signals, median }: QualityEvidence, lead: LeadName): LostLead | undefined {
  const { flatShare, offsetMv, noiseMv, lowMv, highMv } = signals[lead];
  if (flatShare >= FLAT_SHARE) {
    const value = highMv - lowMv;
    return { measured: { value, unit: 'mV' }, evidence: `${lead} is flat: it stays within ${toNumber(value, 'mV')}.` };
  }
  if (offsetMv > OFFSET_MV) {
    const evidence = `The baseline of ${lead} stands up to ${toNumber(offsetMv, 'mV')} from 0.`;
    return { measured: { value: offsetMv, unit: 'mV' }, evidence };
  }
  // An open limb electrode is in every chest lead, too, but not in the limb lead between the other two.
  const quietMv = lead.startsWith('V')
    ? findMedian(CHEST_LEADS.map((other) => signals[other].noiseMv))
    : Math.min(signals.I.noiseMv, signals.II.noiseMv, signals.III.noiseMv);
  if (noiseMv > HANGING_NOISE_MV && noiseMv > HANGING_RATIO * quietMv) {
    const evidence = `${lead} has noise of ${toNumber(noiseMv, 'mV')}, its neighbours ${toNumber(quietMv, 'mV')}.`;
    return { measured: { value: noiseMv, unit: 'mV' }, evidence };
  }
  const qrs = median && measureQrsHeight(median, lead);
  if (!qrs) return undefined;
  const usual = findMedian(CHEST_LEADS.map((other) => measureQrsHeight(median, other)?.prominence ?? 0));
  const isLost = qrs.prominence < LEAST_PROMINENCE && LOST_RATIO * qrs.prominence < usual;
  if (!isLost && qrs.heightMv >= LEAST_QRS_MV) return undefined;
  const evidence = `There is no QRS complex in ${lead} that stands out from its noise: ${toNumber(qrs.heightMv, 'mV')} high.`;
  return { measured: { value: qrs.heightMv, unit: 'mV' }, evidence };
}
