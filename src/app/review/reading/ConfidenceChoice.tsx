import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { type Score, SCORES } from '../../../review/answer';
import { readingText } from './readingText';

interface ConfidenceChoiceProps {
  /** Null until the reader chooses. */
  readonly value: Score | null;
  readonly onChange: (value: Score | null) => void;
}

/** How sure the reader is, 1 to 5; nothing is chosen until the reader chooses it. */
export function ConfidenceChoice({ value, onChange }: ConfidenceChoiceProps) {
  const id = useId();
  return (
    <div className="confidence">
      <p className="confidence-head" id={id}>
        <b>{readingText.confidence}</b> <kbd aria-hidden="true">{readingText.confidenceKeys}</kbd>
        <span className="quiet" aria-hidden="true">
          {readingText.confidenceWords(value)}
        </span>
      </p>
      <ToggleButtonGroup
        className="confidence-scores"
        aria-label={readingText.confidence}
        selectionMode="single"
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => onChange(([...keys][0] as Score | undefined) ?? null)}
      >
        {SCORES.map((score) => (
          <ToggleButton key={score} id={score} aria-label={readingText.confidenceName(score)}>
            {score}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <p className="confidence-ends quiet" aria-hidden="true">
        <span>{readingText.lowest}</span>
        <span>{readingText.highest}</span>
      </p>
    </div>
  );
}
