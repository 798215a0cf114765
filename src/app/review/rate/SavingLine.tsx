import { Button } from 'react-aria-components';
import { Check, LoaderCircle, TriangleAlert } from 'lucide-react';
import { countUnsaved } from '../../../store/review/selectors';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { rateText } from './rateText';

interface SavingLineProps {
  /** Whether there is anything that could be saved. */
  readonly isEmpty: boolean;
}

/** Whether the reader's answers are safe: “saved” is said only of what is durable. */
export function SavingLine({ isEmpty }: SavingLineProps) {
  const saving = useReviewState((state) => state.saving);
  const unsaved = useReviewState(countUnsaved);
  const { retry } = useReviewActions();
  const forgetful = useReviewState((state) => state.forgetful);
  if (saving.status === 'failed') {
    return (
      <div className="rate-saving" role="alert">
        <TriangleAlert aria-hidden="true" size={14} />
        <p>
          {rateText.unsaved(unsaved)} {saving.sentence}
        </p>
        <Button className="button" onPress={() => void retry()}>
          {rateText.tryAgain}
        </Button>
      </div>
    );
  }
  const isSaved = saving.status === 'saved' && !isEmpty && forgetful === null;
  return (
    <p className="rate-saving" role="status" data-saving={saving.status}>
      {isSaved && <Check aria-hidden="true" size={14} />}
      {saving.status === 'saving' && <LoaderCircle aria-hidden="true" size={14} />}
      {saving.status === 'saving' ? rateText.saving : isEmpty ? rateText.nothingYet : (forgetful ?? rateText.saved)}
    </p>
  );
}
