import { useId } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { CANNOT_JUDGE, type Rating, SCORES } from '../../../review/answer';
import './controls.css';
import { controlsText } from './controlsText';

interface ScoreScaleProps {
  readonly label: string;
  /** What is asked, as a sentence. */
  readonly question: string;
  /** Null: not answered. Nothing is chosen until the reader chooses it. */
  readonly value: Rating | null;
  /** Null where the reader presses what is chosen once more, and so takes it back. */
  readonly onChange: (value: Rating | null) => void;
  /** The keys that answer it, such as “1–5, 0”. */
  readonly keyHint?: string | undefined;
  readonly isDisabled?: boolean;
}

/** One question with the five grades of an answer, and “cannot judge” apart from them. */
export function ScoreScale({ label, question, value, onChange, keyHint, isDisabled = false }: ScoreScaleProps) {
  const id = useId();
  return (
    <div className="score-scale">
      <p className="score-head" id={`${id}-label`}>
        <b>{label}</b>
        {keyHint !== undefined && <kbd aria-hidden="true">{keyHint}</kbd>}
        <span className={value === null ? 'score-value is-unset' : 'score-value'} aria-hidden="true">
          {value === null ? controlsText.unset : controlsText.ratingWords(value)}
        </span>
      </p>
      <p className="score-question" id={`${id}-question`}>
        {question}
      </p>
      {/* Arrows move and only a press answers: unlike in a native radio group, nobody answers in passing. */}
      <ToggleButtonGroup
        className="score-choices"
        aria-label={label}
        aria-describedby={`${id}-question`}
        selectionMode="single"
        isDisabled={isDisabled}
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => onChange(([...keys][0] as Rating | undefined) ?? null)}
      >
        {SCORES.map((score) => (
          <ToggleButton key={score} id={score} aria-label={controlsText.scoreName(score)}>
            {score}
          </ToggleButton>
        ))}
        <ToggleButton id={CANNOT_JUDGE} className="score-cannot">
          {controlsText.cannotJudge}
        </ToggleButton>
      </ToggleButtonGroup>
      <p className="score-ends" aria-hidden="true">
        <span>{controlsText.lowest}</span>
        <span>{controlsText.highest}</span>
      </p>
    </div>
  );
}
