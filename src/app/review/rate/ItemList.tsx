import { useEffect, useMemo, useRef } from 'react';
import { ChevronLeft, Circle, CircleCheck, CircleDashed, SkipForward, Star, TriangleAlert } from 'lucide-react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { canChooseOrder } from '../../../review/blinding';
import { ITEM_STATUSES, type ItemStatus } from '../../../review/itemStatus';
import type { ReviewItem } from '../../../review/order';
import type { Progress } from '../../../review/progress';
import { ITEM_ORDERS } from '../../../review/sortItems';
import type { OpenReview } from '../../../store/review/state';
import { useAppState } from '../../AppStoreContext';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { FilterSelect } from './FilterSelect';
import { type ItemRow, toItemRows } from './itemRows';
import { rateText } from './rateText';

interface ItemListProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly listed: readonly ReviewItem[];
  readonly progress: Progress;
}

const ROW_HEIGHT = 44;
const LAYOUT = { rowHeight: ROW_HEIGHT };
const STATUS_ICONS: Readonly<Record<ItemStatus, typeof Circle>> = {
  open: Circle,
  begun: CircleDashed,
  skipped: SkipForward,
  done: CircleCheck,
};

/** How far the reader is, and the items: each with its state in a mark and a word, to be gone to. */
export function ItemList({ review, listed, progress }: ItemListProps) {
  const { study, order, folded, item } = review;
  const view = useReviewState((state) => state.view);
  const hasDisagreements = useReviewState(({ disagreements }) => disagreements.size > 0);
  const hasEcg = useAppState(({ inference }) => inference.status === 'ready');
  const { show, changeView } = useReviewActions();
  const rows = useItemRows(review, listed);
  const list = useRef<HTMLDivElement>(null);
  const shown = item === null ? -1 : listed.indexOf(item);
  useEffect(() => {
    const element = list.current;
    if (!element || shown < 0) return;
    const top = shown * ROW_HEIGHT;
    if (top >= element.scrollTop && top + ROW_HEIGHT <= element.scrollTop + element.clientHeight) return;
    element.scrollTop = top - (element.clientHeight - ROW_HEIGHT) / 2;
  }, [shown, listed]);
  const classes = useMemo(() => [...new Set(study.items.flatMap((one) => one.classes))].sort(), [study]);
  const isSortable = canChooseOrder(study);
  const orders = ITEM_ORDERS.filter((order) => order !== 'disagreement' || hasDisagreements);
  const by = orders.includes(view.order) ? view.order : 'study';
  return (
    <>
      <div className="rate-progress">
        <a href="#review">
          <ChevronLeft aria-hidden="true" size={14} />
          {rateText.home}
        </a>
        <h2>{study.title}</h2>
        <div className="rate-bar" aria-hidden="true">
          <span style={{ inlineSize: `${(100 * progress.done) / progress.total}%` }} />
        </div>
        <p>{rateText.progress(progress.done, progress.total)}</p>
        {(progress.skipped > 0 || (progress.leftMs !== null && progress.done < progress.total)) && (
          <p className="quiet">
            {[
              ...(progress.skipped > 0 ? [rateText.skipped(progress.skipped)] : []),
              ...(progress.leftMs !== null && progress.done < progress.total ? [rateText.timeLeft(progress.leftMs)] : []),
            ].join(' · ')}
          </p>
        )}
      </div>
      <div className="rate-filters">
        <FilterSelect
          label={rateText.status}
          options={[null, ...ITEM_STATUSES]}
          nameOf={rateText.statusName}
          value={view.status}
          onChange={(status) => changeView({ status })}
        />
        {!study.isClassHidden && (
          <FilterSelect
            label={rateText.classFilter}
            options={[null, ...classes]}
            nameOf={(code) => code ?? rateText.allClasses}
            value={view.classCode}
            onChange={(classCode) => changeView({ classCode })}
          />
        )}
        {isSortable && (
          <FilterSelect
            label={rateText.order}
            options={orders}
            nameOf={(one) => rateText.orderName(one!)}
            value={by}
            onChange={(one) => changeView({ order: one! })}
          />
        )}
        <p className="choice-hint">
          {isSortable ? rateText.orderHint(by, hasEcg) : rateText.fixedOrder(study.seed !== null)}
        </p>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <ListBox
          ref={list}
          className="rate-items"
          aria-label={rateText.list}
          items={rows}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={item === null ? [] : [order.indexOf(item)]}
          onSelectionChange={(keys) => {
            const [place] = keys === 'all' ? [] : keys;
            const chosen = order[Number(place)];
            if (chosen) show(chosen.id);
          }}
          renderEmptyState={() => <p className="quiet">{rateText.nothingListed}</p>}
        >
          {toItem}
        </ListBox>
      </Virtualizer>
      {folded.isLocked && <p className="quiet">{rateText.locked}</p>}
    </>
  );
}

/** The rows of the list; those that are as they were are the same objects as before. */
function useItemRows({ study, order, folded }: ItemListProps['review'], listed: readonly ReviewItem[]): readonly ItemRow[] {
  const before = useRef<ReadonlyMap<number, ItemRow>>(new Map());
  // eslint-disable-next-line react-hooks/refs -- a cache: what is read from it equals what would be made anew
  const rows = useMemo(() => toItemRows(study, order, listed, folded, before.current), [study, order, listed, folded]);
  useEffect(() => {
    before.current = new Map(rows.map((row) => [row.place, row]));
  }, [rows]);
  return rows;
}

function toItem(row: ItemRow) {
  const { place, label, classes, prototype, status, mark } = row;
  const Icon = STATUS_ICONS[status];
  return (
    // What is typed in the list is for the page's keys: the list finds nothing by letters.
    <ListBoxItem id={place} value={row} className="rate-item" textValue={label} data-status={status}>
      <Icon aria-hidden="true" size={14} />
      <span className="rate-item-name">
        {classes === '' ? label : <b>{classes}</b>} <span className="quiet">{prototype || (classes !== '' && label)}</span>
      </span>
      <span className="rate-item-state">
        {mark === 'best' && <Star aria-hidden="true" size={12} />}
        {mark === 'bad' && <TriangleAlert aria-hidden="true" size={12} />}
        {[rateText.statusWord(status), ...(mark === null ? [] : [rateText[mark]])].join(', ')}
      </span>
    </ListBoxItem>
  );
}
