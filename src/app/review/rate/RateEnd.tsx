import { Lock } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Progress } from '../../../review/progress';
import type { OpenReview } from '../../../store/review/state';
import { useReviewActions } from '../../ReviewContext';
import { rateText } from './rateText';
import { SavingLine } from '../SavingLine';

interface RateEndProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly progress: Progress;
  /** The way to the list where it is not in sight. */
  readonly drawer: ReactNode;
}

/** What is shown where no item is: training was not passed, all is answered, or nothing is left of what is listed. */
export function RateEnd({ review, progress, drawer }: RateEndProps) {
  const { restartTraining, changeView, next } = useReviewActions();
  const { gate, done, total } = progress;
  return (
    <section className="rate-end">
      {drawer}
      <div className="panel">
        {gate.status === 'failed' ? (
          <>
            <h2>{rateText.failedTitle}</h2>
            <p>{rateText.gate(gate, Math.ceil(review.study.gate! * gate.asked))}</p>
            <p>{rateText.failedHow}</p>
            <Button className="button primary" onPress={() => void restartTraining()}>
              {rateText.restart}
            </Button>
          </>
        ) : done === total ? (
          <Done review={review} total={total} />
        ) : (
          <>
            <h2>{rateText.noneLeft}</h2>
            <p>{rateText.noneLeftHow(total - done)}</p>
            <Button
              className="button primary"
              onPress={() => {
                changeView({ classCode: null, status: null });
                next();
              }}
            >
              {rateText.showAll}
            </Button>
          </>
        )}
        <SavingLine isEmpty={review.entries.length === 0} />
      </div>
    </section>
  );
}

function Done({ review, total }: Pick<RateEndProps, 'review'> & { readonly total: number }) {
  const { lock } = useReviewActions();
  const [isAsking, setAsking] = useState(false);
  const { isLocked } = review.folded;
  const isOwn = review.study.created === null;
  return (
    <>
      <h2>{rateText.doneTitle(total)}</h2>
      <p>{(isLocked ? rateText.doneLocked : rateText.doneHow)(isOwn)}</p>
      <div className="rate-done">
        <a className="button primary" href="#review">
          {rateText.export}
        </a>
        {!isLocked && !isAsking && (
          <Button className="button" onPress={() => setAsking(true)}>
            <Lock aria-hidden="true" size={14} />
            {rateText.lock}
          </Button>
        )}
      </div>
      {isAsking && !isLocked && (
        <div className="rate-done" role="group" aria-label={rateText.lock}>
          <p>{rateText.lockAsk}</p>
          <Button className="button" onPress={() => void lock()}>
            {rateText.lockYes}
          </Button>
          <Button autoFocus className="button" onPress={() => setAsking(false)}>
            {rateText.lockNo}
          </Button>
        </div>
      )}
    </>
  );
}
