import { TriangleAlert, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button, GridList, GridListItem } from 'react-aria-components';
import { worklistPlace, type WorklistRow, worklistRows } from '../../store/worklistSelectors';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { WorklistSteps } from './WorklistSteps';

interface WorklistProps {
  /** Told when the reader has chosen a recording. */
  onOpen?(): void;
}

/** The recordings of this session, each with how far it is, to be opened or closed. */
export function Worklist({ onOpen }: WorklistProps) {
  const rows = useAppState(worklistRows);
  const { id: openId } = useAppState(worklistPlace);
  const { openEntry, closeEntry, cancelReading } = useActions();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [openId]);
  return (
    <section className="worklist" aria-labelledby="worklist-title">
      <div className="worklist-head">
        <h2 id="worklist-title">{text.worklist.title}</h2>
        {openId !== null && <WorklistSteps />}
      </div>
      <GridList
        ref={list}
        className="worklist-rows"
        aria-label={text.worklist.list}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disabledBehavior="selection"
        disabledKeys={rows.filter(({ state }) => state.status === 'refused').map(({ id }) => id)}
        selectedKeys={openId === null ? [] : [openId]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (typeof id !== 'number') return;
          void openEntry(id);
          onOpen?.();
        }}
      >
        {rows.map((row) => toItem(row, () => (isLong(row) ? cancelReading(row.id) : void closeEntry(row.id))))}
      </GridList>
    </section>
  );
}

/** Whether one has to wait for a recording to be read. */
function isLong({ state }: WorklistRow): boolean {
  return state.status === 'reading' && state.share !== null;
}

function toItem(row: WorklistRow, onClose: () => void) {
  const { id, name, state } = row;
  const words = text.worklist.state(state);
  const isProblem = state.status === 'refused' || state.status === 'notComputed';
  return (
    <GridListItem key={id} id={id} textValue={`${name}, ${words}`} className="worklist-row">
      <span className="worklist-name">{name}</span>
      <span className="worklist-state">
        {isProblem && <TriangleAlert aria-hidden="true" size={12} />}
        {words}
      </span>
      <Button className="icon-button" aria-label={isLong(row) ? text.worklist.cancel(name) : text.worklist.close(name)} onPress={onClose}>
        <X aria-hidden="true" size={14} />
      </Button>
    </GridListItem>
  );
}
