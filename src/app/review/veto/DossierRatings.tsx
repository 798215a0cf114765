import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { RATED_QUESTIONS } from '../../../review/answer';
import { findAnswerTime, toOwnItemId } from '../../../review/ownRatings';
import { stateOf } from '../../../review/progress';
import { FactList } from '../../FactList';
import { formatTime } from '../../time';
import { controlsText } from '../controls/controlsText';
import { RateDisclosure } from './RateDisclosure';
import { type OwnReview, useOwnReview } from './useOwnReview';
import './veto.css';
import { vetoText } from './vetoText';

interface DossierRatingsProps {
  readonly prototype: PrototypeKey;
}

/** What the reader said of a prototype outside any study, and when. */
export function DossierRatings({ prototype }: DossierRatingsProps) {
  const review = useOwnReview();
  return (
    <section aria-labelledby="dossier-ratings">
      <h4 id="dossier-ratings">{vetoText.dossier}</h4>
      {review && (
        <div className="dossier-ratings">
          <OwnRating review={review} prototype={prototype} />
          <RateDisclosure review={review} prototype={prototype} pair={null} />
        </div>
      )}
    </section>
  );
}

function OwnRating({ review: { pack, isKnown, folded, entries }, prototype }: DossierRatingsProps & { readonly review: OwnReview }) {
  const item = toOwnItemId(prototype);
  const { answers } = stateOf(folded, item);
  const time = findAnswerTime(entries, folded, item);
  if (time === undefined) return <p>{isKnown ? vetoText.dossierUnset : vetoText.unknown}</p>;
  const classes = pack.manifest.prototypes[prototype.branch][prototype.index]!.classes.join(' or ');
  return (
    <FactList
      facts={[
        ...RATED_QUESTIONS.map((question) => [controlsText.questionName(question), vetoText.dossierScore(answers[question])] as const),
        ...(answers.mark === null ? [] : [[vetoText.dossierMark, vetoText.markWords(classes, answers)] as const]),
        ...(answers.comment === '' ? [] : [[vetoText.comment, answers.comment] as const]),
        [vetoText.dossierTime, formatTime(new Date(time))],
      ]}
    />
  );
}
