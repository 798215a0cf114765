import type { MedianBeat } from '../measure/medianBeat';
import { toQrsTStretch } from './beatSigns';
import { CHEST_LEADS } from './quality';
import type { QualityEvidence, QualityFinding } from './quality';

/** From lead to lead the chest leads change little; exchanging two must shorten the way along them to this share. */
const SHORTER = 0.75;

/** Neighbours, and leads with one between them. */
const PAIRS = CHEST_LEADS.flatMap((_, index) => [
  [index, index + 1] as const,
  [index, index + 2] as const,
]).filter(([, other]) => other < CHEST_LEADS.length);

/**
 * Two chest electrodes that are likely to be swapped: with both exchanged the QRS complex and T wave change much less from
 * V1 to V6 (root mean square of the difference, summed over neighbours). Of 139 recorded ECGs in right order none reaches the limit;
 * swaps of V1 with V2 or V5 with V6 hardly ever do, for those leads are too alike. The idea that misplaced leads do not
 * fit with their neighbours is of Kors JA, van Herpen G, Am J Cardiol 2001;88:396.
 */
export function findChestOrder({ median, waves }: QualityEvidence): QualityFinding[] {
  if (!median || !waves || CHEST_LEADS.some((lead) => !median.leads[lead])) return [];
  const distances = measureDistances(median, toQrsTStretch(median, waves));
  const way = (order: readonly number[]) => order.slice(1).reduce((sum, lead, index) => sum + distances[order[index]!]![lead]!, 0);
  const order = CHEST_LEADS.map((_, index) => index);
  const shares = PAIRS.map((pair) => ({ pair, share: way(exchange(order, pair)) / way(order) }));
  const { pair, share } = shares.reduce((best, one) => (one.share < best.share ? one : best));
  if (!(share < SHORTER)) return [];
  const leads = pair.map((index) => CHEST_LEADS[index]!);
  return [
    {
      kind: 'chestOrder',
      severity: 'doubtful',
      leads,
      electrodes: leads,
      measured: { value: 100 * (1 - share), unit: '%' },
      evidence: `With ${leads.join(' and ')} exchanged, QRS and T change ${Math.round(100 * (1 - share))} % less from V1 to V6.`,
      range: null,
    },
  ];
}

function exchange(order: readonly number[], [one, other]: readonly [number, number]): number[] {
  return order.map((lead) => (lead === one ? other : lead === other ? one : lead));
}

function measureDistances({ leads }: MedianBeat, [from, to]: readonly [number, number]): number[][] {
  return CHEST_LEADS.map((one) =>
    CHEST_LEADS.map((other) => {
      let sum = 0;
      for (let index = from; index < to; index++) sum += (leads[one]![index]! - leads[other]![index]!) ** 2;
      return Math.sqrt(sum / (to - from));
    }),
  );
}
