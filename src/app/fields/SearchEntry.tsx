import { Search, X } from 'lucide-react';
import { Button, Input, SearchField } from 'react-aria-components';
import { fieldText } from './fieldText';

interface SearchEntryProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
}

/** The words by which something is searched in a list. */
export function SearchEntry({ label, value, onChange }: SearchEntryProps) {
  return (
    <SearchField className="search" aria-label={label} value={value} onChange={onChange} autoFocus>
      <Search aria-hidden="true" size={14} />
      <Input placeholder={label} />
      <Button className="icon-button" aria-label={fieldText.clear}>
        <X aria-hidden="true" size={14} />
      </Button>
    </SearchField>
  );
}
