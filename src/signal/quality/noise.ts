import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { groupLeads } from './groupLeads';
import { MAINS_HZ, measureMainsHum } from './mainsHum';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/**
 * Root mean square of muscle noise, in millivolts: from the first on it reaches, peak to peak, the height of a P wave;
 * from the second on that of small QRS complexes.
 */
const MUSCLE_MV = { doubtful: 0.04, unusable: 0.2 };

/** Amplitude of mains hum, in millivolts: 0.5 and 2 mm peak to peak on paper. */
const MAINS_MV = { note: 0.025, doubtful: 0.1 };

/** What `noiseMv` makes of a sine of the mains' frequency: 1 − cos(2π · f · 10 ms). */
const toGain = (hertz: number): number => 1 - Math.cos(2 * Math.PI * hertz * 0.01);

/** Leads with fast noise: hum of the mains where it has the mains' frequency, else of muscles or loose contacts. */
export function findNoise({ ecg, signals }: QualityEvidence): QualityFinding[] {
  const hums = new Map(STANDARD_LEADS.map((lead) => [lead, findHum(ecg.leads[lead], ecg.samplingRateHz)]));
  const muscleMv = (lead: LeadName): number => {
    const { amplitudeMv, mainsHz } = hums.get(lead)!;
    return Math.sqrt(Math.max(0, signals[lead].noiseMv ** 2 - (toGain(mainsHz) * amplitudeMv) ** 2 / 2));
  };
  const mains = groupLeads({
    kind: 'mains',
    unit: 'mV',
    judge: (lead) => {
      const value = hums.get(lead)!.amplitudeMv;
      if (value < MAINS_MV.note) return undefined;
      return { severity: value < MAINS_MV.doubtful ? 'note' : 'doubtful', value };
    },
    toEvidence: (most, leads) => {
      const loudest = leads.map((lead) => hums.get(lead)!).find(({ amplitudeMv }) => amplitudeMv === most)!;
      return `${loudest.mainsHz} Hz hum of up to ${toNumber(2 * most, 'mV')} from peak to peak.`;
    },
  });
  const muscle = groupLeads({
    kind: 'muscle',
    unit: 'mV',
    judge: (lead) => {
      const value = muscleMv(lead);
      if (value < MUSCLE_MV.doubtful) return undefined;
      return { severity: value < MUSCLE_MV.unusable ? 'doubtful' : 'unusable', value };
    },
    toEvidence: (most) => `Fast noise of up to ${toNumber(most, 'mV')} (root mean square) between the waves.`,
  });
  return [...muscle, ...mains];
}

function findHum(samples: Float32Array, samplingRateHz: number): { amplitudeMv: number; mainsHz: number } {
  const hums = MAINS_HZ.map((mainsHz) => ({ mainsHz, amplitudeMv: measureMainsHum(samples, samplingRateHz, mainsHz) }));
  return hums.sort((one, other) => other.amplitudeMv - one.amplitudeMv)[0]!;
}
