import type { RatedQuestion } from '../../../review/answer';
import type { PrototypeSummary } from '../../../review/merge/summarisePrototypes';
import { formatMean } from '../../../viewer/review/formatMean';
import { mergeText } from './mergeText';
import type { PrototypeColumn } from './prototypeRows';

const words = mergeText.prototypes;

/** The columns of a table of prototypes. */
export function toColumns(
  questions: readonly RatedQuestion[],
  hasNaming: boolean,
): readonly { readonly id: PrototypeColumn; readonly name: string }[] {
  return [
    { id: 'name', name: words.name },
    { id: 'class', name: words.class },
    ...questions.map((question) => ({ id: question, name: words.mean(question) })),
    { id: 'best', name: words.best },
    { id: 'bad', name: words.bad },
    ...(hasNaming ? [{ id: 'named', name: words.named } as const] : []),
    { id: 'readers', name: words.readers },
    { id: 'time', name: words.time },
  ];
}

/** What a prototype has in a column. */
export function toCell(summary: PrototypeSummary, column: PrototypeColumn): string {
  const { prototype, classes, finished, best, bad, named, namedRight, medianMs, scores } = summary;
  switch (column) {
    case 'name':
      return prototype;
    case 'class':
      return classes.join(' + ');
    case 'readers':
      return String(finished);
    case 'best':
      return String(best);
    case 'bad':
      return String(bad);
    case 'named':
      return named === 0 ? '–' : mergeText.ofAll(namedRight, named);
    case 'time':
      return medianMs === null ? '–' : mergeText.minutes(medianMs);
    default:
      return formatMean(scores[column]?.mean ?? null, scores[column]?.standardDeviation ?? null);
  }
}
