import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { LoadedPack } from '../../../model/protocol';
import { toPackMismatch } from '../../../review/packMismatch';
import type { OpenReview } from '../../../store/review/state';
import { useActions, useAppState } from '../../AppStoreContext';
import { RatePage } from './RatePage';
import { rateText } from './rateText';

interface RateSessionProps {
  readonly review: Extract<OpenReview, { readonly kind: 'prototypes' }>;
}

/** A session of a study of prototypes: rated where the model that they belong to is open. */
export function RateSession({ review }: RateSessionProps) {
  const pack = useAppState((state) => state.pack);
  // Reached from the foot of another page, it is read from its top.
  useEffect(() => {
    document.documentElement.scrollTop = 0;
  }, []);
  if (pack.status === 'failed') return <p role="alert">{pack.sentence}</p>;
  if (pack.status !== 'ready') return <p className="pending">{rateText.waitingForModel}</p>;
  if (toPackMismatch(review.study, pack.pack) !== null) return <OtherModel review={review} pack={pack.pack} />;
  return <RatePage review={review} pack={pack.pack} />;
}

function OtherModel({ review: { study }, pack }: RateSessionProps & { readonly pack: LoadedPack }) {
  const packList = useAppState((state) => state.packList);
  const { choosePack } = useActions();
  const { name } = study.pack;
  const isOffered = packList.status === 'ready' && pack.manifest.name !== name && packList.entries.some((entry) => entry.name === name);
  return (
    <section className="panel" aria-label={study.title}>
      <p>{toPackMismatch(study, pack)}</p>
      {isOffered && (
        <Button className="button primary" onPress={() => void choosePack(name)}>
          {rateText.openModel(name)}
        </Button>
      )}
    </section>
  );
}
