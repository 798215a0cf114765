import { createDraw, type Draw, shuffle } from './draw';
import type { PrototypeStudy, ReadingStudy } from './study';

/** Why an item is asked: to train, to rate, to see whether the reader looks, to see whether the reader agrees with himself. */
export const ITEM_KINDS = ['training', 'rating', 'planted', 'repeat'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** One thing to be rated. */
export interface ReviewItem {
  /** `rating:morphology/151`: kind and prototype, unique in an order. */
  readonly id: string;
  readonly kind: ItemKind;
  /** `morphology/151`. */
  readonly prototype: string;
  /** What it is shown as: its class, its two classes, or a planted one. */
  readonly classes: readonly string[];
}

/** Whether an item of a log is one of the training. */
export function isTraining(id: string): boolean {
  return id.startsWith('training:');
}

/** Between an item and its repeat lie at least so many others, or half of all where there are fewer. */
const REPEAT_DISTANCE = 20;

/**
 * The items in the order in which one reader is asked: training first, then all others shuffled, with repeats far behind
 * what they repeat. The same study and reader always give the same order; without a seed it is the study's own.
 */
export function createOrder(study: PrototypeStudy, readerId: string): readonly ReviewItem[] {
  const training = study.training.map((item) => toItem('training', item));
  const once = [...study.items.map((item) => toItem('rating', item)), ...study.planted.map((item) => toItem('planted', item))];
  if (study.seed === null) return [...training, ...once];
  const draw = createDraw(study.seed, readerId);
  return [...training, ...withRepeats(shuffle(once, draw), study.repeatShare, draw)];
}

/** The cases of a reading study, by their place in the file, in the order in which one reader reads them. */
export function createCaseOrder(study: ReadingStudy, readerId: string): readonly number[] {
  const places = study.cases.map((_, place) => place);
  return study.seed === null ? places : shuffle(places, createDraw(study.seed, readerId));
}

/** The id of a case in a log: `case:3`, by its place in the file. */
export function toCaseId(place: number): string {
  return `case:${place}`;
}

function withRepeats(once: readonly ReviewItem[], repeatShare: number, draw: Draw): ReviewItem[] {
  const distance = Math.min(REPEAT_DISTANCE, Math.floor(once.length / 2));
  // Only what comes early enough can come again far behind.
  const early = once.slice(0, once.length - distance).filter(({ kind }) => kind === 'rating');
  const count = Math.min(early.length, Math.round(repeatShare * once.filter(({ kind }) => kind === 'rating').length));
  const order = [...once];
  for (const item of shuffle(early, draw).slice(0, count)) {
    const first = order.indexOf(item) + 1 + distance;
    const place = first + draw(order.length - first + 1);
    order.splice(place, 0, { ...item, id: `repeat:${item.prototype}`, kind: 'repeat' });
  }
  return order;
}

function toItem(kind: ItemKind, { prototype, classes }: { prototype: string; classes: readonly string[] }): ReviewItem {
  return { id: `${kind}:${prototype}`, kind, prototype, classes };
}
