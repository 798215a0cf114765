import { Button } from 'react-aria-components';
import type { Ecg } from '../../../ecg/ecg';
import { type PrototypeKey, toPrototypeName } from '../../../explanation/prototypeKey';
import { isMuted } from '../../../explanation/whatIf';
import { toOwnItemId } from '../../../review/ownRatings';
import { PAIR_HASH_DIGITS, toPairId } from '../../../review/pairItem';
import { stateOf } from '../../../review/progress';
import { useActions, useAppState } from '../../AppStoreContext';
import { useEcgHash } from '../../report/useEcgHash';
import { RateDisclosure } from './RateDisclosure';
import { useOwnReview } from './useOwnReview';
import './veto.css';
import { vetoText } from './vetoText';

interface CaseRatingProps {
  readonly prototype: PrototypeKey;
  readonly statementCode: string;
  /** The patient's. */
  readonly ecg: Ecg;
}

/**
 * What the reader said of a case's prototype and of the pair, in one line where anything was said, and the way to say it.
 * Neither is printed: a report says what the model saw, and a reader's opinion of the model's memory is no finding in the
 * patient's ECG.
 */
export function CaseRating({ prototype, statementCode, ecg }: CaseRatingProps) {
  const review = useOwnReview();
  const ecgHash = useEcgHash(ecg, PAIR_HASH_DIGITS);
  if (!review) return null;
  const { pack, folded } = review;
  // A page that cannot hash cannot tell one ECG's pairs from another's.
  const pair = ecgHash === null ? null : { id: toPairId(prototype, ecgHash, statementCode), statementCode };
  const { branch, index } = prototype;
  const classes = pack.manifest.prototypes[branch][index]!.classes.join(' or ');
  const { answers } = stateOf(folded, toOwnItemId(prototype));
  const words = vetoText.words(classes, answers, pair && stateOf(folded, pair.id).answers.match);
  return (
    <>
      <RateDisclosure review={review} prototype={{ branch, index }} pair={pair} />
      {words !== '' && (
        <p className="case-rated">
          <span>
            {vetoText.rated} {words}
          </span>
          {answers.mark === 'bad' && <MuteBad prototype={{ branch, index }} />}
        </p>
      )}
    </>
  );
}

function MuteBad({ prototype }: { readonly prototype: PrototypeKey }) {
  const muted = useAppState(({ whatIf }) => isMuted({ branches: [], prototypes: whatIf.prototypes }, prototype));
  const { setMuted } = useActions();
  const name = toPrototypeName(prototype);
  return (
    <Button
      className="button"
      aria-label={muted ? vetoText.unmuteOf(name) : vetoText.muteOf(name)}
      onPress={() => void setMuted({ kind: 'prototype', ...prototype }, !muted)}
    >
      {muted ? vetoText.unmute : vetoText.mute}
    </Button>
  );
}
