import { Message } from '../Message';
import { useReviewActions, useReviewState } from '../ReviewContext';
import { isProblem, toNoticeSentence } from './noticeText';

/** What happened in review mode that the reader should know, on whatever page. */
export function ReviewMessages() {
  const notice = useReviewState((state) => state.notice);
  const { dismissNotice } = useReviewActions();
  if (notice === null) return null;
  return (
    <div className="review-opened">
      <Message tone={isProblem(notice) ? 'problem' : 'information'} sentence={toNoticeSentence(notice)} onDismiss={dismissNotice} />
    </div>
  );
}
