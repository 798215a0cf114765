import { ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

interface FilterSelectProps<Option extends string> {
  readonly label: string;
  readonly options: readonly (Option | null)[];
  readonly nameOf: (option: Option | null) => string;
  readonly value: Option | null;
  readonly onChange: (option: Option | null) => void;
}

const NONE = '';

/** One choice among several, folded away; null stands for no limit. */
export function FilterSelect<Option extends string>({ label, options, nameOf, value, onChange }: FilterSelectProps<Option>) {
  return (
    <Select
      aria-label={label}
      className="rate-filter"
      value={value ?? NONE}
      onChange={(chosen) => onChange(chosen === NONE ? null : (chosen as Option))}
    >
      <Button className="button">
        <SelectValue />
        <ChevronDown aria-hidden="true" size={14} />
      </Button>
      <Popover className="popover menu">
        <ListBox items={options.map((option) => ({ id: option ?? NONE, name: nameOf(option) }))}>
          {({ name }) => <ListBoxItem>{name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}
