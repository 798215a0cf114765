import type { RatedQuestion } from '../../../review/answer';
import type { PrototypeSummary } from '../../../review/merge/summarisePrototypes';

/** What prototypes can be sorted by. */
export type PrototypeColumn = 'name' | 'class' | 'readers' | 'best' | 'bad' | 'named' | 'time' | RatedQuestion;

/** By which column prototypes are sorted, and which way. */
export interface PrototypeOrder {
  readonly column: PrototypeColumn;
  readonly direction: 'ascending' | 'descending';
}

/** The prototypes of a class, sorted; those without a number in that column come last, and equals stay in the study's order. */
export function toPrototypeRows(
  prototypes: readonly PrototypeSummary[],
  scpCode: string | null,
  { column, direction }: PrototypeOrder,
): readonly PrototypeSummary[] {
  const ofClass = prototypes.filter(({ classes }) => scpCode === null || classes.includes(scpCode));
  const sign = direction === 'ascending' ? 1 : -1;
  // The study's own order is that of the names.
  if (column === 'name') return sign === 1 ? ofClass : [...ofClass].reverse();
  if (column === 'class') return [...ofClass].sort((a, b) => sign * a.classes.join().localeCompare(b.classes.join()));
  return [...ofClass].sort((a, b) => {
    const [one, other] = [valueOf(a, column), valueOf(b, column)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

function valueOf(
  { finished, best, bad, named, namedRight, medianMs, scores }: PrototypeSummary,
  column: Exclude<PrototypeColumn, 'name' | 'class'>,
): number | null {
  switch (column) {
    case 'readers':
      return finished;
    case 'best':
      return best;
    case 'bad':
      return bad;
    case 'named':
      return named === 0 ? null : namedRight / named;
    case 'time':
      return medianMs;
    default:
      return scores[column]?.mean ?? null;
  }
}
