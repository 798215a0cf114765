import type { Ecg } from '../../../src/ecg/ecg';
import type { LeadName } from '../../../src/ecg/lead';

/** The electrodes whose potentials make the twelve leads; the right leg is the ground of the amplifier. */
export const ELECTRODES = ['RA', 'LA', 'LL', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;

/** The name of one electrode. */
export type Electrode = (typeof ELECTRODES)[number];

/** The potential of every electrode in millivolts, all of one length. */
export type Potentials = Readonly<Record<Electrode, Float64Array>>;

/** The eight leads that a 12-lead amplifier records; the other four are calculated from I and II. */
const RECORDED_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];

/** The samples of the recorded leads in millivolts, all of one length. */
export type RecordedLeads = Record<(typeof RECORDED_LEADS)[number], Float64Array>;

/** A value for each electrode. */
export function perElectrode<T>(toValue: (electrode: Electrode) => T): Record<Electrode, T> {
  return Object.fromEntries(ELECTRODES.map((name) => [name, toValue(name)])) as Record<Electrode, T>;
}

/** A value for each recorded lead. */
export function perRecordedLead<T>(
  toValue: (lead: (typeof RECORDED_LEADS)[number]) => T,
): Record<(typeof RECORDED_LEADS)[number], T> {
  return Object.fromEntries(RECORDED_LEADS.map((lead) => [lead, toValue(lead)])) as ReturnType<
    typeof perRecordedLead<T>
  >;
}

/** `a` times one lead plus `b` times another, sample by sample. */
function combine(a: number, first: ArrayLike<number>, b: number, second: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(first.length);
  // Adding 0 turns -0 into 0, which no file format tells apart.
  for (let index = 0; index < sum.length; index++) sum[index] = a * first[index]! + b * second[index]! + 0;
  return sum;
}

/** The potentials behind the leads, measured against Wilson's central terminal (the mean of RA, LA and LL is 0). */
export function toPotentials({ leads }: Pick<Ecg, 'leads'>): Potentials {
  const { I, II } = leads;
  const limbs = {
    RA: combine(-1 / 3, I, -1 / 3, II),
    LA: combine(2 / 3, I, -1 / 3, II),
    LL: combine(-1 / 3, I, 2 / 3, II),
  };
  return perElectrode((name) =>
    name === 'RA' || name === 'LA' || name === 'LL' ? limbs[name] : Float64Array.from(leads[name]),
  );
}

/** The recorded leads of some potentials: Einthoven's I and II, and V1 to V6 against Wilson's central terminal. */
export function toRecordedLeads(potentials: Potentials): RecordedLeads {
  const { RA, LA, LL } = potentials;
  const terminal = combine(1 / 3, combine(1, RA, 1, LA), 1 / 3, LL);
  return perRecordedLead((lead) => {
    if (lead === 'I') return combine(1, LA, -1, RA);
    if (lead === 'II') return combine(1, LL, -1, RA);
    return combine(1, potentials[lead], -1, terminal);
  });
}

/**
 * All twelve leads from the recorded ones, by Einthoven's law and Goldberger's relations, exactly so in 64-bit numbers
 * and to the rounding of 32-bit ones.
 */
export function toTwelveLeads({ I, II, V1, V2, V3, V4, V5, V6 }: RecordedLeads): Ecg['leads'] {
  return {
    I: Float32Array.from(I),
    II: Float32Array.from(II),
    III: Float32Array.from(combine(-1, I, 1, II)),
    aVR: Float32Array.from(combine(-0.5, I, -0.5, II)),
    aVL: Float32Array.from(combine(1, I, -0.5, II)),
    aVF: Float32Array.from(combine(-0.5, I, 1, II)),
    V1: Float32Array.from(V1),
    V2: Float32Array.from(V2),
    V3: Float32Array.from(V3),
    V4: Float32Array.from(V4),
    V5: Float32Array.from(V5),
    V6: Float32Array.from(V6),
  };
}
