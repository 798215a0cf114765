import { Header, ListBox, ListBoxItem, ListBoxSection, Text } from 'react-aria-components';
import { thresholdDistance } from '../../explanation/thresholdDistance';
import type { StatementRow } from '../../store/selectors';
import { formatProbability } from '../../viewer/format';
import { useAppState } from '../AppStoreContext';
import { ProbabilityBar } from './ProbabilityBar';
import { toStatementGroups } from './statementGroups';
import { text } from '../text';

interface StatementListProps {
  readonly rows: readonly StatementRow[];
  /** The list's name, for assistive technology. */
  readonly label: string;
  /** Whether the rows stand in their own order, instead of under groups. */
  readonly isByDistance?: boolean;
  onSelect(code: string): void;
}

/** Statements under their groups, each with its probability against its threshold. */
export function StatementList({ rows, label, isByDistance = false, onSelect }: StatementListProps) {
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
      {isByDistance
        ? rows.map(toItem)
        : toStatementGroups(rows).map(({ group, rows: members }) => (
            <ListBoxSection key={group} id={`group ${group}`}>
              <Header>{group}</Header>
              {members.map(toItem)}
            </ListBoxSection>
          ))}
    </ListBox>
  );
}

function toItem(row: StatementRow) {
  const { code, description, probability, threshold } = row;
  const distance = thresholdDistance(row);
  const words = text.statements.probability(probability, threshold, distance);
  return (
    <ListBoxItem key={code} id={code} className="statement" textValue={`${code} ${description}`}>
      <Text slot="label" className="statement-name">
        <span className="statement-code">{code}</span> {description}
      </Text>
      <Text slot="description" className="statement-probability">
        <span className="visually-hidden">{words}</span>
        <span aria-hidden="true" title={words}>
          {formatProbability(probability, threshold)}
        </span>
      </Text>
      <ProbabilityBar probability={probability} threshold={threshold} />
      <span aria-hidden="true" className="statement-distance">
        {text.statements.distance(threshold, distance)}
      </span>
    </ListBoxItem>
  );
}
