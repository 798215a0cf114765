import type { DisputedPrototype } from '../../../review/merge/findDisputed';
import type { PrototypeStudy } from '../../../review/study';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';

const words = mergeText.disputed;

interface OpinionsProps {
  readonly study: PrototypeStudy;
  readonly disputed: DisputedPrototype;
}

/** What readers said of one prototype, under letters. */
export function Opinions({ study, disputed: { summary, spread, isBadDisputed } }: OpinionsProps) {
  const { prototype, classes, bad, opinions } = summary;
  const why = [
    ...(spread === null ? [] : [words.spread(spread.toFixed(2))]),
    ...(isBadDisputed ? [words.bad(bad, opinions.length)] : []),
  ];
  return (
    <>
      <h3>
        {prototype} <span>{classes.join(' + ')}</span> <span className="quiet">{why.join(', ')}</span>
      </h3>
      <DataTable
        label={prototype}
        head={[words.head[0]!, ...study.questions.map(mergeText.question), ...words.head.slice(1)]}
        wordColumns={study.questions.length + words.head.length}
        rows={opinions.map(({ letter, scores, mark, reasons, comment }) => ({
          key: letter,
          cells: [
            words.letter(letter),
            ...study.questions.map((question) => mergeText.rating(scores[question])),
            mergeText.mark(mark),
            reasons.map((reason) => mergeText.reason[reason]).join(', '),
            <span key="comment" className="opinion-comment">
              {comment}
            </span>,
          ],
        }))}
      />
    </>
  );
}
