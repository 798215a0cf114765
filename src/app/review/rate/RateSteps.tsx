import { ChevronLeft, CircleHelp, Undo2 } from 'lucide-react';
import { Button, Switch } from 'react-aria-components';
import type { ReviewItem } from '../../../review/order';
import { isComplete, stateOf } from '../../../review/progress';
import type { OpenReview } from '../../../store/review/state';
import { IconButton } from '../../IconButton';
import { useReviewActions, useReviewState } from '../../ReviewContext';
import { rateText } from './rateText';
import { SavingLine } from '../SavingLine';

interface RateStepsProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
  readonly item: ReviewItem;
  /** Whether nothing of the item can be answered any more. */
  readonly isFixed: boolean;
  /** The key of something, where keys are on. */
  readonly hint: (key: string) => string | undefined;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onSkip: () => void;
  readonly onHelp: () => void;
}

/** The ways on and back, whether all is saved, and the keys; always at the same place. */
export function RateSteps({ review, item, isFixed, hint, onNext, onPrevious, onSkip, onHelp }: RateStepsProps) {
  const { study, order, folded, entries } = review;
  const { undo, changeView } = useReviewActions();
  const areKeysOn = useReviewState(({ view }) => view.areKeysOn);
  const isDone = isComplete(study, stateOf(folded, item.id));
  return (
    <div className="rate-panel-foot">
      <div className="rate-steps">
        <Button className="button" aria-keyshortcuts={hint('p')} onPress={onPrevious} isDisabled={order.indexOf(item) === 0}>
          <ChevronLeft aria-hidden="true" size={16} />
          {rateText.previous} <Key hint={hint('p')} />
        </Button>
        <Button className="button" aria-keyshortcuts={hint('s')} onPress={onSkip} isDisabled={isFixed || isDone}>
          {rateText.skip} <Key hint={hint('s')} />
        </Button>
        <Button className={isDone ? 'button primary' : 'button'} aria-keyshortcuts={hint('n')} onPress={onNext}>
          {rateText.next} <Key hint={hint('n')} />
        </Button>
      </div>
      <SavingLine isEmpty={entries.length === 0} />
      <div className="rate-tools">
        <Button
          className="button"
          aria-keyshortcuts={hint('u')}
          isDisabled={folded.undoable === null || folded.isLocked}
          onPress={() => void undo()}
        >
          <Undo2 aria-hidden="true" size={14} />
          {rateText.undo} <Key hint={hint('u')} />
        </Button>
        <Switch className="switch" isSelected={areKeysOn} onChange={(isOn) => changeView({ areKeysOn: isOn })}>
          <span className="switch-track" aria-hidden="true" />
          {rateText.keys}
        </Switch>
        <IconButton label={rateText.keyHelp} onPress={onHelp}>
          <CircleHelp aria-hidden="true" size={16} />
        </IconButton>
      </div>
    </div>
  );
}

function Key({ hint }: { readonly hint: string | undefined }) {
  return hint === undefined ? null : <kbd aria-hidden="true">{hint}</kbd>;
}
