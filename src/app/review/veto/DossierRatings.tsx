import { type PrototypeKey, toPrototypeName } from '../../../explanation/prototypeKey';
import { RATED_QUESTIONS } from '../../../review/answer';
import { findAnswerTime, toOwnItemId } from '../../../review/ownRatings';
import { stateOf } from '../../../review/progress';
import type { ReadersRating } from '../../../review/readersRatings';
import { FactList } from '../../FactList';
import { formatTime } from '../../time';
import { controlsText } from '../controls/controlsText';
import { RateDisclosure } from './RateDisclosure';
import { type OwnReview, useOwnReview } from './useOwnReview';
import './veto.css';
import { useReadersRatings } from './useReadersRatings';
import { vetoText } from './vetoText';

interface DossierRatingsProps {
  readonly prototype: PrototypeKey;
}

/** What the reader said of a prototype outside any study, and when. */
export function DossierRatings({ prototype }: DossierRatingsProps) {
  const review = useOwnReview();
  const readers = useReadersRatings()?.prototypes.get(toPrototypeName(prototype));
  return (
    <section aria-labelledby="dossier-ratings">
      <h4 id="dossier-ratings">{vetoText.dossier}</h4>
      {review && (
        <div className="dossier-ratings">
          <OwnRating review={review} prototype={prototype} />
          <RateDisclosure review={review} prototype={prototype} pair={null} />
          {readers && <MergedRating classes={toClasses(review, prototype)} rating={readers} />}
        </div>
      )}
    </section>
  );
}

function OwnRating({ review, prototype }: DossierRatingsProps & { readonly review: OwnReview }) {
  const { isKnown, folded, entries } = review;
  const item = toOwnItemId(prototype);
  const { answers } = stateOf(folded, item);
  const time = findAnswerTime(entries, folded, item);
  if (time === undefined) return <p>{isKnown ? vetoText.dossierUnset : vetoText.unknown}</p>;
  return (
    <FactList
      facts={[
        ...RATED_QUESTIONS.map((question) => [controlsText.questionName(question), vetoText.dossierScore(answers[question])] as const),
        ...(answers.mark === null ? [] : [[vetoText.dossierMark, vetoText.markWords(toClasses(review, prototype), answers)] as const]),
        ...(answers.comment === '' ? [] : [[controlsText.comment, answers.comment] as const]),
        [vetoText.dossierTime, formatTime(new Date(time))],
      ]}
    />
  );
}

/** What merged readers said of it: mean, sample standard deviation and number of scores, and votes. */
function MergedRating({ classes, rating: { scores, best, bad, opinions } }: { readonly classes: string; readonly rating: ReadersRating }) {
  return (
    <>
      <h5>{vetoText.dossierReaders(opinions.length)}</h5>
      <FactList
        facts={[
          ...RATED_QUESTIONS.flatMap((question) => {
            const score = scores[question];
            return score ? [[controlsText.questionName(question), vetoText.mean(score)] as const] : [];
          }),
          [vetoText.dossierMark, vetoText.dossierVotes(classes, best, bad)],
        ]}
      />
    </>
  );
}

function toClasses({ pack }: OwnReview, { branch, index }: PrototypeKey): string {
  return pack.manifest.prototypes[branch][index]!.classes.join(' or ');
}
