import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { isMuted } from '../../../explanation/whatIf';
import { findVotedBad } from '../../../review/readersRatings';
import { useActions, useAppState } from '../../AppStoreContext';
import { SavePrune } from '../prune/SavePrune';
import { useBadPrototypes } from './useBadPrototypes';
import { useOwnReview } from './useOwnReview';
import { useReadersRatings } from './useReadersRatings';
import './veto.css';
import { vetoText } from './vetoText';

/** Mutes all prototypes at once that the reader, or most merged readers, rated bad; and saves the list of the reader's own. */
export function VetoChoice() {
  const review = useOwnReview();
  const readers = useReadersRatings();
  const bad = useBadPrototypes(review);
  const manifest = review?.pack.manifest;
  const voted = useMemo(() => (manifest && readers ? findVotedBad(manifest, readers) : []), [manifest, readers]);
  if (!review) return null;
  return (
    <>
      <span className="choice-label">{vetoText.menu}</span>
      {bad.length + voted.length > 0 && (
        <div className="veto-choices">
          {bad.length > 0 && <MuteAll prototypes={bad} mute={vetoText.menuMute} unmute={vetoText.menuUnmute} />}
          {voted.length > 0 && <MuteAll prototypes={voted} mute={vetoText.menuMuteVoted} unmute={vetoText.menuUnmuteVoted} />}
          {bad.length > 0 && <SavePrune pack={review.pack} prototypes={bad} />}
        </div>
      )}
      <p className="choice-hint">{toHint(review.isKnown, bad.length, voted.length)}</p>
    </>
  );
}

interface MuteAllProps {
  readonly prototypes: readonly PrototypeKey[];
  readonly mute: (count: number) => string;
  readonly unmute: (count: number) => string;
}

/** The menu closes when it is pressed: what it changes is behind it. */
function MuteAll({ prototypes, mute, unmute }: MuteAllProps) {
  const muted = useAppState(({ whatIf }) => whatIf.prototypes);
  const { setMuted } = useActions();
  const areMuted = prototypes.every((prototype) => isMuted({ branches: [], prototypes: muted }, prototype));
  return (
    <Button slot="close" className="button" onPress={() => void setMuted({ kind: 'ratedBad', prototypes }, !areMuted)}>
      {(areMuted ? unmute : mute)(prototypes.length)}
    </Button>
  );
}

function toHint(isKnown: boolean, badCount: number, votedCount: number): string {
  if (!isKnown) return vetoText.unknown;
  if (badCount > 0) return vetoText.menuHint;
  return votedCount > 0 ? vetoText.menuVotedHint : vetoText.menuNone;
}
