import { Check } from 'lucide-react';
import { useId } from 'react';
import './fields.css';

interface CheckEntryProps {
  readonly label: string;
  readonly about?: string;
  readonly isChecked: boolean;
  onChange(isChecked: boolean): void;
}

/**
 * Something that is so or not. It is the browser's own checkbox: React Aria's has a part that lists of the page itself use,
 * so that all of it would be fetched with the page.
 */
export function CheckEntry({ label, about, isChecked, onChange }: CheckEntryProps) {
  const id = useId();
  return (
    <label className="option" data-selected={isChecked || undefined}>
      <input
        type="checkbox"
        className="visually-hidden"
        checked={isChecked}
        aria-describedby={about === undefined ? undefined : id}
        aria-label={label}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span className="option-mark" aria-hidden="true">
        {isChecked && <Check size={12} />}
      </span>
      <span>
        {label}
        {about !== undefined && (
          <span className="option-about" id={id}>
            {about}
          </span>
        )}
      </span>
    </label>
  );
}
