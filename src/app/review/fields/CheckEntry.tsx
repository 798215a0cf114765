import { Check } from 'lucide-react';
import { Checkbox } from 'react-aria-components';
import './fields.css';

interface CheckEntryProps {
  readonly label: string;
  readonly about?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  onChange(isChecked: boolean): void;
}

/** Something that is so or not. */
export function CheckEntry({ label, about, isChecked, isDisabled = false, onChange }: CheckEntryProps) {
  return (
    <Checkbox className="option" isSelected={isChecked} isDisabled={isDisabled} onChange={onChange}>
      <span className="option-mark" aria-hidden="true">
        {isChecked && <Check size={12} />}
      </span>
      <span>
        {label}
        {about !== undefined && <span className="option-about">{about}</span>}
      </span>
    </Checkbox>
  );
}
