import type { LeadName } from '../../../src/ecg/lead';

/** The precordial leads from right to left. */
const PRECORDIAL = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];

/** Where the chest electrodes sit, as against where they should. */
export interface Placement {
  /**
   * For V1 to V6: how far towards the next electrode (positive: to the patient's left), as a share of the distance;
   * at most 0.5 either way.
   */
  readonly shifts: readonly number[];
  /** How high V1 and V2 sit, in intercostal spaces above the fourth; 0 to 1. */
  readonly highSpaces: number;
}

/**
 * What an intercostal space of height changes in V1 and V2, as a share of aVF: the lead vector turns upward, away from
 * what aVF looks at, which makes P and T more negative and brings out an r' (García-Niebla et al., 2009).
 */
const HEIGHT_SHARE = 0.25;

/** The leads as the chest electrodes see them from where they were put; the limb leads stay as they are. */
export function applyPlacement(
  leads: Readonly<Record<LeadName, Float32Array>>,
  { shifts, highSpaces }: Placement,
): Readonly<Record<LeadName, Float32Array>> {
  const moved = PRECORDIAL.map((lead, place) => {
    const shift = shifts[place]!;
    const neighbour = leads[PRECORDIAL[Math.min(5, Math.max(0, place + Math.sign(shift)))]!];
    const raised = place < 2 ? highSpaces * HEIGHT_SHARE : 0;
    const own = leads[lead];
    const towards = Math.abs(shift);
    const seen = new Float32Array(own.length);
    for (let index = 0; index < seen.length; index++) {
      seen[index] = (1 - towards) * own[index]! + towards * neighbour[index]! - raised * leads.aVF[index]!;
    }
    return seen;
  });
  return { ...leads, ...Object.fromEntries(PRECORDIAL.map((lead, place) => [lead, moved[place]!])) };
}
