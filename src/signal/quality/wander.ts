import { groupLeads } from './groupLeads';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/**
 * How far the baseline may move, in millivolts: 10 and 25 mm on paper. Between two beats that is several tenths of a
 * millivolt, as much as an ST segment is judged by (Kligfield P et al., Circulation 2007;115:1306).
 */
const WANDER_MV = { note: 1, doubtful: 2.5 };

/** Leads whose baseline wanders. */
export function findWander({ signals }: QualityEvidence): QualityFinding[] {
  return groupLeads({
    kind: 'wander',
    unit: 'mV',
    judge: (lead) => {
      const value = signals[lead].wanderMv;
      if (value < WANDER_MV.note) return undefined;
      return { severity: value < WANDER_MV.doubtful ? 'note' : 'doubtful', value };
    },
    toEvidence: (most) => `The baseline moves by up to ${toNumber(most, 'mV')}.`,
  });
}
