import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import './fields.css';

interface RadioChoiceProps<Option extends string> {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly Option[];
  readonly nameOf: (option: Option) => string;
  /** More about an option, below its name. */
  readonly aboutOf?: (option: Option) => string;
  readonly value: Option | null;
  onChange(option: Option): void;
}

/** One choice among a few that need their words: options below each other, none chosen before the reader does. */
export function RadioChoice<Option extends string>(props: RadioChoiceProps<Option>) {
  const { label, hint, options, nameOf, aboutOf, value, onChange } = props;
  return (
    <RadioGroup className="field" value={value} onChange={(option) => onChange(option as Option)}>
      <Label>{label}</Label>
      {options.map((option) => (
        <Radio key={option} value={option} className="option">
          <span className="option-mark is-round" aria-hidden="true" />
          <span>
            {nameOf(option)}
            {aboutOf && <span className="option-about">{aboutOf(option)}</span>}
          </span>
        </Radio>
      ))}
      {hint !== undefined && <Text slot="description">{hint}</Text>}
    </RadioGroup>
  );
}
