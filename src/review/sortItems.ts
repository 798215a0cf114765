import { type ExplainablePack } from '../explanation/explainStatement';
import { findFiring } from '../explanation/firing';
import { toPrototypeKey } from '../explanation/prototypeKey';
import { BRANCHES } from '../model/branch';
import type { Prediction } from '../model/prediction';
import type { SimilarityReference } from '../model/protocol';
import type { ReviewItem } from './order';

/** The orders in which a reader can rate where the study does not give one. */
export const ITEM_ORDERS = ['study', 'contribution', 'disagreement', 'uncertainty'] as const;
export type ItemOrder = (typeof ITEM_ORDERS)[number];

/** What items are sorted by. */
export interface SortSources {
  readonly pack: ExplainablePack & { readonly similarityReference: SimilarityReference | null };
  /** What the network said of the ECG that is open; null where none is. */
  readonly prediction: Prediction | null;
  /** By prototype, how far readers are apart, of those that several rated. */
  readonly disagreements: ReadonlyMap<string, number>;
}

/** Items by falling value of what the order is by; those without one last, equals in the study's order. */
export function sortItems(items: readonly ReviewItem[], by: ItemOrder, sources: SortSources): readonly ReviewItem[] {
  if (by === 'study') return items;
  const values = new Map(items.map((item) => [item, valueOf(item, by, sources)]));
  return [...items].sort((a, b) => compare(values.get(a)!, values.get(b)!));
}

function compare(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}

function valueOf(item: ReviewItem, by: Exclude<ItemOrder, 'study'>, sources: SortSources): number | null {
  switch (by) {
    case 'contribution':
      return contributionOf(item, sources);
    case 'disagreement':
      return sources.disagreements.get(item.prototype) ?? null;
    case 'uncertainty':
      return missRateOf(item, sources);
  }
}

/**
 * The size of what a prototype contributes to its own class, in logits; of two classes, the larger. Its similarity is the
 * open ECG's, or the mean of ECGs that carry its class; null where neither is known.
 */
function contributionOf({ prototype, classes }: ReviewItem, { pack, prediction }: SortSources): number | null {
  const key = toPrototypeKey(prototype);
  const { manifest, fusion, similarityReference } = pack;
  const usual = similarityReference?.prototypes[key.branch][key.index]?.with;
  const similarity = prediction ? prediction.branches[key.branch].similarity[key.index] : usual && usual.count > 0 ? usual.mean : undefined;
  const rows = classes.map((code) => manifest.statements.findIndex((statement) => statement.code === code)).filter((row) => row >= 0);
  if (similarity === undefined || rows.length === 0) return null;
  const counts = BRANCHES.map((branch) => manifest.prototypes[branch].length);
  const width = counts.reduce((sum, count) => sum + count, 0);
  const column = counts.slice(0, BRANCHES.indexOf(key.branch)).reduce((sum, count) => sum + count, key.index);
  return Math.max(...rows.map((row) => Math.abs(fusion.weights[row * width + column]! * similarity)));
}

/** The percentage of ECGs without its class that are as similar to a prototype as the median ECG with it. */
function missRateOf({ prototype }: ReviewItem, { pack }: SortSources): number | null {
  const among = findFiring(pack.similarityReference, toPrototypeKey(prototype))?.among;
  return among && among.kind !== 'tooFew' ? 100 - among.percent : null;
}
