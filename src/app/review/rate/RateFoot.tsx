import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ItemAnswers } from '../../../review/foldLog';
import { hidesClass } from '../../../review/progress';
import type { PrototypeStudy } from '../../../review/study';
import { rateText } from './rateText';

interface RateFootProps {
  readonly study: PrototypeStudy;
  readonly answers: ItemAnswers;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
}

/** On a phone: what is answered so far, and the way on, in sight while the paper is. */
export function RateFoot({ study, answers, onNext, onPrevious }: RateFootProps) {
  return (
    <div className="rate-foot">
      <Button className="icon-button" aria-label={rateText.previous} onPress={onPrevious}>
        <ChevronLeft aria-hidden="true" size={18} />
      </Button>
      <p>
        {hidesClass(study, answers.class) ? (
          <span>
            {rateText.shortClass} <b>{rateText.shortRating(null)}</b>
          </span>
        ) : (
          study.questions.map((question) => (
            <span key={question}>
              {rateText.shortQuestion(question)} <b>{rateText.shortRating(answers[question])}</b>
            </span>
          ))
        )}
      </p>
      <Button className="button" onPress={onNext}>
        {rateText.next}
        <ChevronRight aria-hidden="true" size={16} />
      </Button>
    </div>
  );
}
