import { toTwelveLeads } from '../anatomy/leadSpace';
import { measureBeat } from '../measure/measureBeat';
import type { BeatMeasurements } from '../measure/measureBeat';
import type { Heart } from './heart';
import { addPulse, placePulse } from './pulse';

const RATE_HZ = 500;
const EARLIEST_ONSET_SECONDS = 0.44;

/**
 * What a reader would measure in one conducted beat of a heart, alone and undisturbed.
 *
 * @param phaseSeconds how long after a sample QRS begins, from 0 to 2 ms: what is true at the limit shall not depend
 * on it.
 * @param gain how much larger than on average this beat is, as beats are with breathing.
 */
export function measureTemplate(heart: Heart, rrSeconds: number, phaseSeconds: number, gain: number): BeatMeasurements {
  const onset = EARLIEST_ONSET_SECONDS + phaseSeconds;
  const { conducted } = heart.complexes;
  const qt = heart.toQtSeconds(rrSeconds);
  const leads = Array.from({ length: 8 }, () => new Float64Array(Math.ceil((onset + 1.35 * qt) * RATE_HZ)));
  const pOnset = onset - heart.prSeconds;
  for (const pulse of heart.pForms.sinus.pulses) addPulse(leads, RATE_HZ, placePulse(pulse, pOnset, 1));
  for (const pulse of conducted.qrs) addPulse(leads, RATE_HZ, placePulse(pulse, onset, 1));
  const jSeconds = onset + conducted.qrsSeconds;
  for (const pulse of conducted.repolarisation)
    addPulse(leads, RATE_HZ, placePulse(pulse, jSeconds, qt - conducted.qrsSeconds));
  for (const lead of leads) for (let sample = 0; sample < lead.length; sample++) lead[sample]! *= gain;
  const toSample = (seconds: number): number => Math.round(seconds * RATE_HZ);
  return measureBeat(
    {
      samplingRateHz: RATE_HZ,
      leads: toTwelveLeads(leads),
      pOnset: toSample(pOnset),
      qrsOnset: toSample(onset),
      qrsOffset: toSample(jSeconds),
      tOffset: toSample(onset + qt),
    },
    toSample(pOnset + heart.pForms.sinus.durationSeconds),
  );
}
