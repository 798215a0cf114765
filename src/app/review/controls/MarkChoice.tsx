import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Mark, MARKS } from '../../../review/answer';
import './controls.css';
import { controlsText } from './controlsText';

interface MarkChoiceProps {
  /** The class or classes that the prototype stands for, as the reader is shown them. */
  readonly classes: string;
  readonly value: Mark | null;
  readonly onChange: (value: Mark | null) => void;
  /** The key of each, such as “b”. */
  readonly keyHints?: Readonly<Record<Mark, string>> | undefined;
  readonly isDisabled?: boolean;
}

/** Whether a prototype is the best of its class, or bad; or, as most are, neither. */
export function MarkChoice({ classes, value, onChange, keyHints, isDisabled = false }: MarkChoiceProps) {
  return (
    <ToggleButtonGroup
      className="press-choices"
      aria-label={controlsText.mark}
      selectionMode="single"
      isDisabled={isDisabled}
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => onChange(([...keys][0] as Mark | undefined) ?? null)}
    >
      {MARKS.map((mark) => (
        <ToggleButton key={mark} id={mark}>
          {controlsText.markName(mark, classes)}
          {keyHints && <kbd aria-hidden="true">{keyHints[mark]}</kbd>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
