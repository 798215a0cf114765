import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { DECISIONS, type DecisionKind } from '../../../review/merge/decision';
import { mergeText } from './mergeText';

interface DecisionChoiceProps {
  readonly prototype: string;
  readonly value: DecisionKind | null;
  readonly onChange: (decision: DecisionKind | null) => void;
}

/** What becomes of a disputed prototype; pressed again, a decision is taken back. */
export function DecisionChoice({ prototype, value, onChange }: DecisionChoiceProps) {
  return (
    <ToggleButtonGroup
      className="toggle-group"
      aria-label={mergeText.disputed.decision(prototype)}
      selectionMode="single"
      selectedKeys={value === null ? [] : [value]}
      onSelectionChange={(keys) => {
        const [chosen = null] = keys;
        onChange(chosen as DecisionKind | null);
      }}
    >
      {DECISIONS.map((decision) => (
        <ToggleButton key={decision} id={decision}>
          {mergeText.disputed.decisionName(decision)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
