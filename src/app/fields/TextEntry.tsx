import type { ReactNode } from 'react';
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components';
import './fields.css';

interface TextEntryProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly longest: number;
  readonly isLong?: boolean;
  readonly placeholder?: string;
  /** What stands beside the text. */
  readonly children?: ReactNode;
  onChange(value: string): void;
}

/** A line of text, or several. */
export function TextEntry({ label, hint, value, longest, isLong = false, placeholder, children, onChange }: TextEntryProps) {
  return (
    <TextField className="field" value={value} maxLength={longest} autoComplete="off" onChange={onChange}>
      <Label>{label}</Label>
      <div className="field-line">
        {isLong ? <TextArea rows={2} placeholder={placeholder} /> : <Input placeholder={placeholder} />}
        {children}
      </div>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
    </TextField>
  );
}
