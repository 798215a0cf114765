import type { Mark } from '../../../review/answer';
import type { FoldedLog } from '../../../review/foldLog';
import { findItemStatus, type ItemStatus } from '../../../review/itemStatus';
import type { ReviewItem } from '../../../review/order';
import { hidesClass, stateOf } from '../../../review/progress';
import { canNamePrototypes } from '../../../review/blinding';
import type { PrototypeStudy } from '../../../review/study';
import { rateText } from './rateText';

/** One item as the list shows it. */
export interface ItemRow {
  /** Its place in the order, which tells nothing of it: an item's own id would. */
  readonly place: number;
  readonly label: string;
  /** Classes and prototype; empty where the study hides them. */
  readonly classes: string;
  readonly prototype: string;
  readonly status: ItemStatus;
  readonly mark: Mark | null;
}

/** Items as the list shows them. A row that is as it was stays the same object, so that only changed rows are drawn anew. */
export function toItemRows(
  study: PrototypeStudy,
  order: readonly ReviewItem[],
  listed: readonly ReviewItem[],
  folded: FoldedLog,
  before: ReadonlyMap<number, ItemRow>,
): readonly ItemRow[] {
  const isNamed = canNamePrototypes(study);
  const places = new Map(order.map((item, place) => [item, place]));
  const trainingCount = order.filter(({ kind }) => kind === 'training').length;
  return listed.map((item) => {
    const place = places.get(item)!;
    const state = stateOf(folded, item.id);
    const row: ItemRow = {
      place,
      label: item.kind === 'training' ? rateText.shortTraining(place + 1) : rateText.shortNumber(place + 1 - trainingCount),
      classes: study.isClassHidden ? '' : item.classes.join(' + '),
      prototype: isNamed ? item.prototype : '',
      status: findItemStatus(study, state),
      mark: state.answers.mark,
    };
    const known = before.get(place);
    return known && isSame(known, row) ? known : row;
  });
}

function isSame(a: ItemRow, b: ItemRow): boolean {
  return a.status === b.status && a.mark === b.mark && a.label === b.label && a.classes === b.classes && a.prototype === b.prototype;
}

/** “Item 17 of 214”, or “Training 2 of 5”: of its own kind, which for all that are rated is one. */
export function toPlaceWords(order: readonly ReviewItem[], item: ReviewItem): string {
  const trainingCount = order.filter(({ kind }) => kind === 'training').length;
  const place = order.indexOf(item) + 1;
  return item.kind === 'training'
    ? rateText.training(place, trainingCount)
    : rateText.number(place - trainingCount, order.length - trainingCount);
}

/** The classes of an item as the reader may see them now; empty while they are hidden. */
export function toShownClasses(study: PrototypeStudy, folded: FoldedLog, item: ReviewItem): readonly string[] {
  return hidesClass(study, stateOf(folded, item.id).answers.class) ? [] : item.classes;
}
