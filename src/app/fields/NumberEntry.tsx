import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField, Text } from 'react-aria-components';
import { fieldText } from './fieldText';
import './fields.css';

interface NumberEntryProps {
  readonly label: string;
  readonly hint?: string;
  /** Null where nothing was entered. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly step?: number;
  /** A share of a whole, shown in percent. */
  readonly isShare?: boolean;
  onChange(value: number | null): void;
}

/** A number that is typed, or changed by a step. */
export function NumberEntry({ label, hint, value, least, most, step = 1, isShare = false, onChange }: NumberEntryProps) {
  return (
    <NumberField
      className="field"
      value={value ?? NaN}
      minValue={least}
      maxValue={most}
      step={step}
      formatOptions={isShare ? { style: 'percent' } : { maximumFractionDigits: 1 }}
      onChange={(entered) => onChange(Number.isNaN(entered) ? null : entered)}
    >
      <Label>{label}</Label>
      <Group className="number">
        <Button slot="decrement" className="icon-button" aria-label={fieldText.less}>
          <Minus aria-hidden="true" size={14} />
        </Button>
        <Input />
        <Button slot="increment" className="icon-button" aria-label={fieldText.more}>
          <Plus aria-hidden="true" size={14} />
        </Button>
      </Group>
      {hint !== undefined && <Text slot="description">{hint}</Text>}
    </NumberField>
  );
}
