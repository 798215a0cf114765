import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import type { StatementRow } from '../store/selectors';
import { formatProbability } from '../viewer/format';
import { useAppState } from './AppStoreContext';
import { ProbabilityBar } from './ProbabilityBar';
import { toStatementGroups } from './statementGroups';
import { text } from './text';

interface StatementListProps {
  readonly rows: readonly StatementRow[];
  /** The list's name, for assistive technology. */
  readonly label: string;
  onSelect(code: string): void;
}

/** Statements under their groups, each with its probability against its threshold. */
export function StatementList({ rows, label, onSelect }: StatementListProps) {
  const chosen = useAppState(({ selection }) => (selection.status === 'statement' ? selection.code : null));
  const selectedKeys = rows.some(({ code }) => code === chosen) ? [chosen!] : [];
  return (
    <ListBox
      className="statements"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={selectedKeys}
      onSelectionChange={(keys) => {
        const [code] = keys === 'all' ? [] : keys;
        if (code !== undefined) onSelect(String(code));
      }}
    >
      {toStatementGroups(rows).map(({ group, rows: members }) => (
        <ListBoxSection key={group} id={`group ${group}`}>
          <Header>{group}</Header>
          {members.map((row) => (
            <ListBoxItem key={row.code} id={row.code} className="statement" textValue={`${row.code} ${row.description}`}>
              <Text slot="label" className="statement-name">
                <span className="statement-code">{row.code}</span> {row.description}
              </Text>
              <Text slot="description" className="statement-probability">
                <span className="visually-hidden">{text.statements.probability(row.probability, row.threshold)}</span>
                <span aria-hidden="true">{formatProbability(row.probability, row.threshold)}</span>
              </Text>
              <ProbabilityBar probability={row.probability} threshold={row.threshold} />
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
