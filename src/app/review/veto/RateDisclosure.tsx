import { ChevronDown, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { type PrototypeKey, toPrototypeName } from '../../../explanation/prototypeKey';
import { type RatedPair, RatingCard } from './RatingCard';
import type { OwnReview } from './useOwnReview';
import { vetoText } from './vetoText';

interface RateDisclosureProps {
  readonly review: OwnReview;
  readonly prototype: PrototypeKey;
  readonly pair: RatedPair | null;
}

/** Opens, below the ECGs and never over them, what the reader rates a prototype by, and how it matches the ECG beside it. */
export function RateDisclosure({ review, prototype, pair }: RateDisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="rate-disclosure" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Button slot="trigger" className="button" aria-label={vetoText.rateOf(toPrototypeName(prototype))}>
        <PencilLine aria-hidden="true" size={16} />
        {vetoText.rate}
        <ChevronDown aria-hidden="true" size={16} className="rate-arrow" />
      </Button>
      <DisclosurePanel>{isOpen && <RatingCard review={review} prototype={prototype} pair={pair} />}</DisclosurePanel>
    </Disclosure>
  );
}
