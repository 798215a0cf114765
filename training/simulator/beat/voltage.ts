import type { Random } from '../../../tools/synthetic/random';
import { INDEPENDENT_LEADS, addScaled, toLead } from '../anatomy/leadSpace';
import type { LeadVector } from '../anatomy/leadSpace';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';
import { mapLeads } from '../../../src/ecg/mapLeads';
import type { Sex } from '../types';
import { scalePulse, shareAt } from './pulse';
import type { Pulse } from './pulse';

/**
 * QRS with the voltage that its statements ask for. Hypertrophy: Sokolow-Lyon at least 3.5 mV or Cornell at least 2.8
 * mV (women 2.0 mV); high voltage: 3 mV in the chest; low voltage: below 0.5 mV in the limb leads, below 1 mV in the
 * chest leads, or both (Hancock EW et al., J Am Coll Cardiol 2009;53:992).
 */
export function scaleVoltage(
  qrs: readonly Pulse[],
  qrsSeconds: number,
  codes: ReadonlySet<string>,
  sex: Sex,
  random: Random,
): readonly Pulse[] {
  const extent = findExtent(qrs, qrsSeconds);
  if (codes.has('LVOLT')) return lower(qrs, extent, random);
  if (codes.has('HVOLT')) {
    const largest = Math.max(
      ...(['V1', 'V2', 'V5', 'V6'] as const).map((lead) => Math.max(extent[lead].max, -extent[lead].min)),
    );
    return enlarge(qrs, random.uniform(3.1, 4.2) / largest);
  }
  if (codes.has('LVH') || codes.has('VCLVH')) {
    const sokolow = -extent.V1.min + Math.max(extent.V5.max, extent.V6.max);
    const cornell = extent.aVL.max - extent.V3.min;
    const bySokolow = random.uniform(3.6, 5.4) / sokolow;
    const byCornell = (random.uniform(1.03, 1.5) * (sex === 'male' ? 2.8 : 2.0)) / cornell;
    return enlarge(qrs, Math.min(bySokolow, byCornell));
  }
  return qrs;
}

function enlarge(qrs: readonly Pulse[], factor: number): readonly Pulse[] {
  return qrs.map((pulse) => scalePulse(pulse, Math.max(1, factor)));
}

function lower(qrs: readonly Pulse[], extent: Extent, random: Random): readonly Pulse[] {
  const where = random.uniform(0, 1);
  const size = (leads: readonly LeadName[]): number =>
    Math.max(...leads.map((lead) => extent[lead].max - extent[lead].min));
  const limb = where < 0.85 ? Math.min(1, random.uniform(0.26, 0.47) / size(STANDARD_LEADS.slice(0, 6))) : 0.75;
  const chest = where > 0.5 ? Math.min(1, random.uniform(0.55, 0.96) / size(STANDARD_LEADS.slice(6))) : 0.8;
  return qrs.map((pulse) => ({
    ...pulse,
    amplitudes: pulse.amplitudes.map(
      (value, lead) => value * (INDEPENDENT_LEADS[lead]!.startsWith('V') ? chest : limb),
    ),
  }));
}

type Extent = Readonly<Record<LeadName, { readonly max: number; readonly min: number }>>;

/** The highest and lowest value of QRS in each of the twelve leads, in millivolts. */
function findExtent(qrs: readonly Pulse[], qrsSeconds: number): Extent {
  const times = Array.from({ length: 41 }, (_, step) => (step / 40) * qrsSeconds);
  const vectors = times.map((time) =>
    qrs.reduce<LeadVector>(
      (sum, pulse) => {
        const share = shareAt(pulse, time);
        return share === 0 ? sum : addScaled(sum, pulse.amplitudes, share);
      },
      [0, 0, 0, 0, 0, 0, 0, 0],
    ),
  );
  return mapLeads((lead) => {
    const values = vectors.map((vector) => toLead(vector, lead));
    return { max: Math.max(...values), min: Math.min(...values) };
  });
}
