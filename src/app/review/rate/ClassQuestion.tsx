import { ChevronDown } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import type { Manifest } from '../../../model/manifest';
import { CANNOT_JUDGE } from '../../../review/answer';
import '../controls/controls.css';
import { rateText } from './rateText';

interface ClassQuestionProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly statements: Manifest['statements'];
  readonly keyHint: string | undefined;
  readonly isDisabled: boolean;
  readonly onName: (code: string) => void;
}

/** The statement that the reader sees in an ECG, asked before the class is shown; naming it cannot be taken back. */
export function ClassQuestion({ field, statements, keyHint, isDisabled, onName }: ClassQuestionProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const options = [
    { id: CANNOT_JUDGE as string, name: rateText.cannotTell },
    ...statements.map(({ code, description }) => ({ id: code, name: `${code} ${description}` })),
  ];
  return (
    <form
      className="class-question asked-field"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) onName(chosen);
      }}
    >
      <ComboBox
        isDisabled={isDisabled}
        defaultItems={options}
        value={chosen}
        onChange={(key) => setChosen(key === null ? null : String(key))}
        defaultFilter={hasEveryWord}
        menuTrigger="focus"
      >
        <Label>
          {rateText.classQuestion} {keyHint !== undefined && <kbd aria-hidden="true">{keyHint}</kbd>}
        </Label>
        <div className="class-field">
          <Input ref={field} placeholder={rateText.classPlaceholder} />
          <Button className="icon-button" aria-label={rateText.openStatements}>
            <ChevronDown aria-hidden="true" size={16} />
          </Button>
        </div>
        <Popover className="popover menu class-popover">
          <ListBox renderEmptyState={() => <p className="quiet">{rateText.noStatement}</p>}>
            {({ id, name }: (typeof options)[number]) => <ListBoxItem id={id}>{name}</ListBoxItem>}
          </ListBox>
        </Popover>
      </ComboBox>
      <p className="choice-hint">{rateText.classHint}</p>
      <Button type="submit" className="button primary" isDisabled={isDisabled || chosen === null}>
        {rateText.reveal}
      </Button>
    </form>
  );
}

function hasEveryWord(name: string, query: string): boolean {
  const searched = name.toLowerCase();
  return query.toLowerCase().split(/\s+/).every((word) => searched.includes(word));
}
