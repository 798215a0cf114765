import { STANDARD_LEADS } from '../../ecg/lead';
import type { LeadName } from '../../ecg/lead';
import { groupLeads } from './groupLeads';
import { FLAT_MV } from './leadSignal';
import type { QualityEvidence, QualityFinding } from './quality';
import { toNumber } from './toNumber';

/** A lead that is flat for so much of the recording shows no heart. */
export const FLAT_SHARE = 0.95;

/** So close to the ends of a flat stretch a beat may be in what is not flat, in seconds. */
const MARGIN_SECONDS = 0.15;

/**
 * Leads that stay within 0.02 mV throughout, and leads that do so through a beat that other leads show: a pause is flat as
 * well, but has no beat in it. (An absolutely flat lead is the first criterion of a bad recording in the PhysioNet/CinC
 * challenge of 2011: Silva I, Moody GB, Celi L, Comput Cardiol 2011;38:273.)
 */
export function findFlat(evidence: QualityEvidence): QualityFinding[] {
  const { signals } = evidence;
  const span = (lead: LeadName): number => signals[lead].highMv - signals[lead].lowMv;
  const throughout = groupLeads({
    kind: 'flat',
    unit: 'mV',
    judge: (lead) => (signals[lead].flatShare >= FLAT_SHARE ? { severity: 'unusable', value: span(lead) } : undefined),
    toEvidence: (most) => `Nothing of a heart is in it: the lead stays within ${toNumber(Math.max(most, 0), 'mV')}.`,
  });
  const partly = STANDARD_LEADS.filter((lead) => signals[lead].flatShare < FLAT_SHARE && signals[lead].flatShare > 0);
  return [...throughout, ...partly.flatMap((lead) => findFlatStretch(evidence, lead))];
}

function findFlatStretch({ ecg, beats }: QualityEvidence, lead: LeadName): QualityFinding[] {
  const { samplingRateHz } = ecg;
  const stretches = findStretches(ecg.leads[lead], samplingRateHz)
    .map(([from, to]) => ({ startSeconds: from / samplingRateHz, endSeconds: to / samplingRateHz }))
    .filter(({ startSeconds, endSeconds }) =>
      beats.some(({ seconds }) => seconds - startSeconds > MARGIN_SECONDS && endSeconds - seconds > MARGIN_SECONDS),
    );
  const longest = stretches.sort((a, b) => b.endSeconds - b.startSeconds - a.endSeconds + a.startSeconds)[0];
  if (!longest) return [];
  const value = longest.endSeconds - longest.startSeconds;
  return [
    {
      kind: 'flat',
      severity: 'doubtful',
      leads: [lead],
      electrodes: [],
      measured: { value, unit: 's' },
      evidence: `For ${toNumber(value, 's')} the lead is flat while others show beats.`,
      range: longest,
    },
  ];
}

/** Stretches of a second or more within the span of a flat lead, each as long as it can be from where it begins. */
function findStretches(samples: Float32Array, samplingRateHz: number): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  while (from + samplingRateHz <= samples.length) {
    let [low, high, to] = [Infinity, -Infinity, from];
    for (; to < samples.length; to++) {
      const value = samples[to]!;
      if (!(Math.max(high, value) - Math.min(low, value) <= FLAT_MV)) break;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    if (to - from >= samplingRateHz) stretches.push([from, to]);
    // Steps of a tenth of a second lose no stretch of a second but its first tenth.
    from = Math.max(to, from) - from >= samplingRateHz ? to : from + Math.ceil(samplingRateHz / 10);
  }
  return stretches;
}
