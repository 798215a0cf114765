import { PencilLine } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type PrototypeKey, toPrototypeName } from '../../../explanation/prototypeKey';
import { type RatedPair, RatingCard } from './RatingCard';
import type { OwnReview } from './useOwnReview';
import { vetoText } from './vetoText';

interface RateButtonProps {
  readonly review: OwnReview;
  readonly prototype: PrototypeKey;
  readonly pair: RatedPair | null;
}

/** Opens a small card in which the reader rates a prototype, and how it matches the ECG beside it. */
export function RateButton({ review, prototype, pair }: RateButtonProps) {
  const name = toPrototypeName(prototype);
  return (
    <DialogTrigger>
      <Button className="button" aria-label={vetoText.rateOf(name)}>
        <PencilLine aria-hidden="true" size={16} />
        {vetoText.rate}
      </Button>
      <Popover className="popover" placement="top start">
        <Dialog className="card rating-card" aria-label={vetoText.rateOf(name)}>
          <RatingCard review={review} prototype={prototype} pair={pair} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
