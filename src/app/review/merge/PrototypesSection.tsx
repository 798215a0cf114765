import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Cell, Column, ListBox, ListBoxItem, Popover, Row, Select, SelectValue, Label, Table, TableBody, TableHeader } from 'react-aria-components';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { mergeText } from './mergeText';
import { toCell, toColumns } from './prototypeColumns';
import { type PrototypeColumn, type PrototypeOrder, toPrototypeRows } from './prototypeRows';
import './prototypes.css';
import { ResultSection } from './ResultSection';

const words = mergeText.prototypes;

/** So many prototypes are shown before more are asked for. */
const PAGE = 50;
const ALL = '';

/** Every prototype with its numbers, to be sorted and looked through by class. */
export function PrototypesSection({ summary: { prototypes, questions, naming } }: { readonly summary: StudySummary }) {
  const [order, setOrder] = useState<PrototypeOrder>({ column: questions[0]!.question, direction: 'ascending' });
  const [scpCode, setClass] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const classes = useMemo(() => [...new Set(prototypes.flatMap((own) => own.classes))].sort(), [prototypes]);
  const rows = useMemo(() => toPrototypeRows(prototypes, scpCode, order), [prototypes, scpCode, order]);
  const columns = toColumns(questions.map(({ question }) => question), naming !== null);
  const more = Math.min(PAGE, rows.length - shown);
  return (
    <ResultSection id="merge-prototypes" title={words.title}>
      <div className="merge-choice">
        <Select
          className="prototypes-class"
          selectedKey={scpCode ?? ALL}
          onSelectionChange={(key) => {
            setClass(key === ALL ? null : String(key));
            setShown(PAGE);
          }}
        >
          <Label>{words.class}</Label>
          <Button className="button">
            <SelectValue />
            <ChevronDown aria-hidden="true" size={14} />
          </Button>
          <Popover className="popover menu">
            <ListBox>
              <ListBoxItem id={ALL}>{words.allClasses}</ListBoxItem>
              {classes.map((code) => (
                <ListBoxItem key={code} id={code}>
                  {code}
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </Select>
        <p className="quiet">{words.shown(Math.min(shown, rows.length), rows.length)}</p>
      </div>
      <div className="prototypes-scroller">
        <Table
          aria-label={words.title}
          className="prototypes"
          sortDescriptor={order}
          onSortChange={({ column, direction }) => setOrder({ column: column as PrototypeColumn, direction })}
        >
          <TableHeader>
            {columns.map(({ id, name }) => (
              <Column key={id} id={id} allowsSorting isRowHeader={id === 'name'}>
                {({ sortDirection }) => (
                  <span>
                    {name}
                    {sortDirection === 'ascending' && <ChevronUp aria-hidden="true" size={14} />}
                    {sortDirection === 'descending' && <ChevronDown aria-hidden="true" size={14} />}
                  </span>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody>
            {rows.slice(0, shown).map((summary) => (
              <Row key={summary.prototype} id={summary.prototype}>
                {columns.map(({ id }) => (
                  <Cell key={id}>{toCell(summary, id)}</Cell>
                ))}
              </Row>
            ))}
          </TableBody>
        </Table>
      </div>
      {more > 0 && (
        <Button className="button" onPress={() => setShown(shown + PAGE)}>
          {words.showMore(more)}
        </Button>
      )}
    </ResultSection>
  );
}
