import { Button } from 'react-aria-components';
import { isMuted } from '../../../explanation/whatIf';
import { useActions, useAppState } from '../../AppStoreContext';
import { SavePrune } from '../prune/SavePrune';
import { useBadPrototypes } from './useBadPrototypes';
import { useOwnReview } from './useOwnReview';
import './veto.css';
import { vetoText } from './vetoText';

/** Mutes all prototypes at once that the reader rated bad, and saves their list. */
export function VetoChoice() {
  const review = useOwnReview();
  const prototypes = useAppState(({ whatIf }) => whatIf.prototypes);
  const { setMuted } = useActions();
  const bad = useBadPrototypes(review);
  if (!review) return null;
  const areMuted = bad.every((prototype) => isMuted({ branches: [], prototypes }, prototype));
  return (
    <>
      <span className="choice-label">{vetoText.menu}</span>
      {bad.length === 0 && (
        <p className="choice-hint">{review.isKnown ? vetoText.menuNone : vetoText.unknown}</p>
      )}
      {bad.length > 0 && (
        <>
          <div className="veto-choices">
            {/* The menu closes: what it changes is behind it. */}
            <Button slot="close" className="button" onPress={() => void setMuted({ kind: 'ratedBad', prototypes: bad }, !areMuted)}>
              {areMuted ? vetoText.menuUnmute(bad.length) : vetoText.menuMute(bad.length)}
            </Button>
            <SavePrune pack={review.pack} prototypes={bad} />
          </div>
          <p className="choice-hint">{vetoText.menuHint}</p>
        </>
      )}
    </>
  );
}
