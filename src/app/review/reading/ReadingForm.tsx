import { Button } from 'react-aria-components';
import type { ReadingStage } from '../../../review/logEntry';
import { ConfidenceChoice } from './ConfidenceChoice';
import { findLack, type ReadingDraft } from './readingDraft';
import { readingText } from './readingText';
import { type ChoosableStatement, StatementChoice } from './StatementChoice';

interface ReadingFormProps {
  readonly stage: ReadingStage;
  readonly choice: readonly ChoosableStatement[];
  readonly draft: ReadingDraft;
  readonly onChange: (draft: ReadingDraft) => void;
  /** Whether there is something to wait for before it can be handed in. */
  readonly isWaiting: boolean;
  readonly onHandIn: () => void;
}

/** What the reader sees in the ECG, and how sure. */
export function ReadingForm({ stage, choice, draft, onChange, isWaiting, onHandIn }: ReadingFormProps) {
  const lack = findLack(draft);
  return (
    <div className="reading-form">
      <StatementChoice
        choice={choice}
        chosen={draft.statements}
        isNone={draft.isNone}
        isFolded={stage === 'final'}
        onChange={(statements, isNone) => onChange({ ...draft, statements, isNone })}
      />
      <ConfidenceChoice value={draft.confidence} onChange={(confidence) => onChange({ ...draft, confidence })} />
      <Button className="button primary" isDisabled={lack !== null || isWaiting} onPress={onHandIn}>
        {readingText.handIn[stage]}
        <kbd aria-hidden="true">Enter</kbd>
      </Button>
      <p className="form-hint quiet" role="status">
        {isWaiting ? readingText.waits : lack && readingText.lacks[lack]}
      </p>
    </div>
  );
}
