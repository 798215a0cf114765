import { ChevronDown, Search, Square, SquareCheckBig, X } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  Disclosure,
  DisclosurePanel,
  Header,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  SearchField,
  Tag,
  TagGroup,
  TagList,
  Text,
  ToggleButton,
} from 'react-aria-components';
import type { StatementManifest } from '../../../model/manifest';
import { holdsWords, toStatementGroups } from '../../statements/statementGroups';
import { readingText } from './readingText';

/** A statement that a reader can choose. */
export type ChoosableStatement = Pick<StatementManifest, 'code' | 'description' | 'group'>;

interface StatementChoiceProps {
  readonly choice: readonly ChoosableStatement[];
  /** SCP codes of what is chosen, in the order of choosing. */
  readonly chosen: readonly string[];
  /** Whether the reader says that none is true. */
  readonly isNone: boolean;
  /** Whether the list is folded away until the reader wants to change what is chosen. */
  readonly isFolded: boolean;
  readonly onChange: (chosen: readonly string[], isNone: boolean) => void;
}

/** Statements, any number of them, found by words or by group; or, said expressly, none. */
export function StatementChoice({ choice, chosen, isNone, isFolded, onChange }: StatementChoiceProps) {
  const [query, setQuery] = useState('');
  const list = (
    <>
      <Autocomplete inputValue={query} onInputChange={setQuery} filter={holdsWords} disableVirtualFocus>
        <SearchField className="search" aria-label={readingText.search(choice.length)}>
          <Search aria-hidden="true" size={14} />
          <Input placeholder={readingText.search(choice.length)} />
          <Button className="icon-button" aria-label={readingText.clearSearch}>
            <X aria-hidden="true" size={14} />
          </Button>
        </SearchField>
        <ListBox
          className="statement-options"
          aria-label={readingText.list}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const wanted = keys === 'all' ? choice.map(({ code }) => code) : [...keys].map(String);
            onChange([...chosen.filter((code) => wanted.includes(code)), ...wanted.filter((code) => !chosen.includes(code))], false);
          }}
          renderEmptyState={() => <p className="quiet">{readingText.nothingFound}</p>}
        >
          {toStatementGroups(choice).map(({ group, rows }) => (
            <ListBoxSection key={group} id={`group ${group}`}>
              <Header>{group}</Header>
              {rows.map(({ code, description }) => (
                <ListBoxItem key={code} id={code} className="statement-option" textValue={`${code} ${description}`}>
                  <CheckBox />
                  <Text slot="label">
                    <span className="statement-code">{code}</span> {description}
                  </Text>
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
      <ToggleButton
        className="button none-choice"
        isSelected={isNone}
        isDisabled={chosen.length > 0}
        onChange={(isOn) => onChange([], isOn)}
      >
        <CheckBox />
        {readingText.none}
      </ToggleButton>
    </>
  );
  return (
    <div className="statement-choice">
      <TagGroup
        className="chosen-statements"
        onRemove={(removed) => onChange(chosen.filter((code) => !removed.has(code)), false)}
      >
        <Label>{readingText.chosen}</Label>
        <TagList
          items={chosen.map((code) => ({ id: code, description: choice.find((one) => one.code === code)?.description ?? '' }))}
          renderEmptyState={() => <span className="quiet">{isNone ? readingText.none : readingText.noneChosen}</span>}
        >
          {({ id, description }) => (
            <Tag id={id} className="chosen-statement" textValue={`${id} ${description}`}>
              <span>
                <span className="statement-code">{id}</span> {description}
              </span>
              <Button slot="remove" className="icon-button" aria-label={readingText.remove}>
                <X aria-hidden="true" size={14} />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      {isFolded ? (
        <Disclosure className="statement-fold">
          <Heading level={3}>
            <Button slot="trigger" className="button">
              {readingText.change}
              <ChevronDown aria-hidden="true" size={16} />
            </Button>
          </Heading>
          <DisclosurePanel>{list}</DisclosurePanel>
        </Disclosure>
      ) : (
        list
      )}
    </div>
  );
}

/** Full or empty, as what it stands in is selected or not. */
function CheckBox() {
  return (
    <span className="check-box" aria-hidden="true">
      <Square size={16} />
      <SquareCheckBig size={16} />
    </span>
  );
}
