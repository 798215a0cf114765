import type { ReactNode } from 'react';
import { CANNOT_JUDGE, type Rating } from '../../../review/answer';
import type { DisputedPrototype } from '../../../review/merge/findDisputed';
import type { BlindOpinion } from '../../../review/merge/summarisePrototypes';
import type { PrototypeStudy } from '../../../review/study';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';

const words = mergeText.disputed;

interface OpinionsProps {
  readonly study: PrototypeStudy;
  readonly disputed: DisputedPrototype;
}

/** What readers said of one prototype: a column a reader, under a letter; then in their words. */
export function Opinions({ study, disputed: { summary, spread, isBadDisputed } }: OpinionsProps) {
  const { prototype, classes, bad, opinions } = summary;
  const why = [
    ...(spread === null ? [] : [words.spread(spread.toFixed(2))]),
    ...(isBadDisputed ? [words.bad(bad, opinions.length)] : []),
  ];
  const remarks = opinions.flatMap((opinion) => toRemark(opinion) ?? []);
  return (
    <div className="opinions">
      <h3>
        {prototype} <span>{classes.join(' + ')}</span> <span className="quiet">{why.join(', ')}</span>
      </h3>
      <DataTable label={prototype} head={[words.answer, ...opinions.map(({ letter }) => letter)]} rows={toRows(study, opinions)} />
      {remarks.length > 0 && (
        <ul>
          {remarks.map(({ letter, remark }) => (
            <li key={letter}>
              <strong>{words.letter(letter)}</strong> {remark}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A row a question, and one of marks where there are any. */
function toRows({ questions }: PrototypeStudy, opinions: readonly BlindOpinion[]) {
  const scores = questions.map((question) => ({
    key: question as string,
    cells: [mergeText.question(question), ...opinions.map((opinion) => toScore(opinion.scores[question] ?? null))] as ReactNode[],
  }));
  if (opinions.every(({ mark }) => mark === null)) return scores;
  return [...scores, { key: 'mark', cells: [words.mark, ...opinions.map(({ mark }) => mergeText.mark(mark))] }];
}

function toScore(rating: Rating | null): ReactNode {
  if (rating === null) return '–';
  if (rating !== CANNOT_JUDGE) return rating;
  return (
    <>
      <span aria-hidden="true">?</span>
      <span className="visually-hidden">{words.cannotJudge}</span>
    </>
  );
}

/** Why a reader calls it bad, and what the reader says; undefined where nothing. */
function toRemark({ letter, reasons, comment }: BlindOpinion): { readonly letter: string; readonly remark: string } | undefined {
  const said = [...(reasons.length > 0 ? [reasons.map((reason) => mergeText.reason[reason]).join(', ')] : []), ...(comment === '' ? [] : [`“${comment}”`])];
  return said.length === 0 ? undefined : { letter, remark: said.join('. ') };
}
