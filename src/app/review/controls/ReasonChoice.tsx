import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Reason, REASONS } from '../../../review/answer';
import './controls.css';
import { controlsText } from './controlsText';

interface ReasonChoiceProps {
  readonly value: readonly Reason[];
  /** The reasons in the order in which they are listed. */
  readonly onChange: (value: Reason[]) => void;
  readonly isDisabled?: boolean;
}

/** Why a prototype is bad: any number of reasons. */
export function ReasonChoice({ value, onChange, isDisabled = false }: ReasonChoiceProps) {
  return (
    <div className="score-scale">
      <p className="score-head" aria-hidden="true">
        <b>{controlsText.reasons}</b>
      </p>
      <ToggleButtonGroup
        className="press-choices"
        aria-label={controlsText.reasons}
        selectionMode="multiple"
        isDisabled={isDisabled}
        selectedKeys={value}
        onSelectionChange={(keys) => onChange(REASONS.filter((reason) => keys.has(reason)))}
      >
        {REASONS.map((reason) => (
          <ToggleButton key={reason} id={reason}>
            {controlsText.reasonName(reason)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
