import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, ComboBox, Group, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { toPrototypeName } from '../../../explanation/prototypeKey';
import { BRANCHES } from '../../../model/branch';
import type { Manifest } from '../../../model/manifest';
import { makeText } from './makeText';

interface PrototypeBoxProps {
  readonly manifest: Manifest;
  /** Those that are chosen already. */
  readonly taken: readonly string[];
  onAdd(prototype: string): void;
}

/** More than these are found by typing more. */
const MOST_OFFERED = 40;

/** Finds a prototype by its name or class. */
export function PrototypeBox({ manifest, taken, onAdd }: PrototypeBoxProps) {
  const [query, setQuery] = useState('');
  const all = useMemo(() => listNames(manifest), [manifest]);
  const words = query.toLowerCase().split(/\s+/);
  const offered = all
    .filter(({ id, searched }) => !taken.includes(id) && words.every((word) => searched.includes(word)))
    .slice(0, MOST_OFFERED);
  return (
    <ComboBox
      className="field"
      items={offered}
      inputValue={query}
      onInputChange={setQuery}
      value={null}
      onChange={(name) => {
        if (name === null) return;
        onAdd(String(name));
        setQuery('');
      }}
      menuTrigger="focus"
    >
      <Label>{makeText.addTraining}</Label>
      <Group className="make-box">
        <Input />
        <Button className="icon-button">
          <ChevronDown aria-hidden="true" size={16} />
        </Button>
      </Group>
      <Text slot="description">{makeText.addTrainingHint}</Text>
      <Popover className="popover menu make-offers" maxHeight={320}>
        <ListBox<(typeof offered)[number]>>
          {({ id, classes }) => (
            <ListBoxItem id={id} textValue={id}>
              <strong>{id}</strong> {classes}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function listNames({ prototypes }: Manifest) {
  return BRANCHES.flatMap((branch) =>
    prototypes[branch].map(({ classes }, index) => {
      const id = toPrototypeName({ branch, index });
      return { id, classes: classes.join(', '), searched: `${id} ${classes.join(' ')}`.toLowerCase() };
    }),
  );
}
