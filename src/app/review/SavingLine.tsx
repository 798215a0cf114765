import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Button } from 'react-aria-components';
import { countUnsaved } from '../../store/review/selectors';
import { useReviewActions, useReviewState } from '../ReviewContext';
import './savingLine.css';
import { savingText } from './savingText';

interface SavingLineProps {
  /** Whether there is anything that could be saved. */
  readonly isEmpty: boolean;
  /** What is said where there is nothing. */
  readonly emptyWords?: string;
  /** What is said of answers that are safe. */
  readonly savedWords?: string;
}

/** Whether the reader's answers are safe: “saved” is said only of what is durable. */
export function SavingLine({ isEmpty, emptyWords = savingText.nothingYet, savedWords = savingText.saved }: SavingLineProps) {
  const saving = useReviewState((state) => state.saving);
  const unsaved = useReviewState(countUnsaved);
  const { retry } = useReviewActions();
  const forgetful = useReviewState((state) => state.forgetful);
  if (saving.status === 'failed') {
    return (
      <div className="saving-line" role="alert">
        <TriangleAlert aria-hidden="true" size={14} />
        <p>
          {savingText.unsaved(unsaved)} {saving.sentence}
        </p>
        <Button className="button" onPress={() => void retry()}>
          {savingText.tryAgain}
        </Button>
      </div>
    );
  }
  const isSaved = saving.status === 'saved' && !isEmpty && forgetful === null;
  return (
    <p className="saving-line" role="status" data-saving={saving.status}>
      {isSaved && <Check aria-hidden="true" size={14} />}
      {saving.status === 'saving' && <LoaderCircle aria-hidden="true" size={14} />}
      {saving.status === 'saving' ? savingText.saving : isEmpty ? emptyWords : (forgetful ?? savedWords)}
    </p>
  );
}
