import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Header, ListBox, ListBoxItem, ListBoxSection, Popover } from 'react-aria-components';
import type { StatementManifest } from '../../model/manifest';
import { searchStatements, toStatementGroups } from '../statements/statementGroups';
import { CheckEntry } from './CheckEntry';
import './codeChoice.css';
import { fieldText } from './fieldText';
import { SearchEntry } from './SearchEntry';

/** A statement to choose. */
export type Choosable = Pick<StatementManifest, 'code' | 'description' | 'group'>;

interface CodeChoiceProps {
  readonly label: string;
  readonly statements: readonly Choosable[];
  /** The codes that are chosen; null where none are chosen one by one. */
  readonly value: readonly string[] | null;
  /** What null means, such as “all classes”. */
  readonly nullName: string;
  readonly noneName: string;
  onChange(value: readonly string[] | null): void;
}

/** More codes than this are counted. */
const MOST_NAMED = 6;

/** Any number of statements, searched by code or words. */
export function CodeChoice({ label, statements, value, nullName, noneName, onChange }: CodeChoiceProps) {
  const [query, setQuery] = useState('');
  const listed = toStatementGroups(searchStatements(statements, query));
  const chosen = value === null ? nullName : value.length === 0 ? noneName : toNames(value);
  return (
    <DialogTrigger onOpenChange={() => setQuery('')}>
      <Button className="button code-choice" aria-label={`${label}: ${chosen}`}>
        <span>{chosen}</span>
        <ChevronDown aria-hidden="true" size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="card code-choice-card" aria-label={label}>
          <CheckEntry label={nullName} isChecked={value === null} onChange={(isNull) => onChange(isNull ? null : [])} />
          <SearchEntry label={fieldText.search} value={query} onChange={setQuery} />
          <ListBox
            aria-label={label}
            className="code-list"
            selectionMode="multiple"
            escapeKeyBehavior="none"
            selectedKeys={value ?? []}
            renderEmptyState={() => fieldText.noneFound}
            onSelectionChange={(keys) => {
              if (keys === 'all') return;
              // In the order of the list; what a search hides stays chosen.
              onChange(statements.map(({ code }) => code).filter((code) => keys.has(code)));
            }}
          >
            {listed.map(({ group, rows }) => (
              <ListBoxSection key={group} id={`group ${group}`}>
                <Header>{group}</Header>
                {rows.map(({ code, description }) => (
                  <ListBoxItem key={code} id={code} textValue={`${code} ${description}`}>
                    <strong>{code}</strong> {description}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function toNames(codes: readonly string[]): string {
  const rest = codes.length - MOST_NAMED;
  return rest > 1 ? `${codes.slice(0, MOST_NAMED).join(', ')} and ${rest} others` : codes.join(', ');
}
