import { Check } from 'lucide-react';
import './fields.css';

interface CheckEntryProps {
  readonly label: string;
  readonly about?: string;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  onChange(isChecked: boolean): void;
}

/**
 * Something that is so or not. It is the browser's own checkbox: React Aria's has a part that lists of the page itself use,
 * so that all of it would be fetched with the page.
 */
export function CheckEntry({ label, about, isChecked, isDisabled = false, onChange }: CheckEntryProps) {
  return (
    <label className="option" data-selected={isChecked || undefined} data-disabled={isDisabled || undefined}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={isChecked}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="option-mark" aria-hidden="true">
        {isChecked && <Check size={12} />}
      </span>
      <span>
        {label}
        {about !== undefined && <span className="option-about">{about}</span>}
      </span>
    </label>
  );
}
