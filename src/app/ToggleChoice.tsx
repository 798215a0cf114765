import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

interface ToggleChoiceProps<Option extends string | number> {
  readonly label: string;
  /** Whether the label stands before the buttons, or is told to assistive technology alone. */
  readonly isLabelShown?: boolean;
  /** What else there is to know, shown after the buttons. */
  readonly hint?: string | undefined;
  readonly options: readonly Option[];
  readonly nameOf: (option: Option) => string;
  readonly value: Option;
  readonly onChange: (option: Option) => void;
  readonly isDisabled?: (option: Option) => boolean;
}

/** One choice among a few, all in sight: a row of buttons of which one is pressed. */
export function ToggleChoice<Option extends string | number>(props: ToggleChoiceProps<Option>) {
  const { label, isLabelShown = false, hint, options, nameOf, value, onChange, isDisabled } = props;
  const id = useId();
  return (
    <>
      {isLabelShown && (
        <span className="choice-label" aria-hidden="true">
          {label}
        </span>
      )}
      <ToggleButtonGroup
        className="toggle-group"
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          if (chosen !== undefined) onChange(chosen as Option);
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option} id={option} isDisabled={isDisabled?.(option) ?? false}>
            {nameOf(option)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="choice-hint">
          {hint}
        </p>
      )}
    </>
  );
}
