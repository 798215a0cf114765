import type { IntraRater } from '../../../review/agreement/compareRepeats';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { formatShare } from '../../../viewer/format';
import { formatCoefficient } from '../../../viewer/review/formatCoefficient';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.repeats;

/** How far each reader says the same again; nothing where the study shows nothing twice. */
export function RepeatsSection({ summary: { readers, questions } }: { readonly summary: StudySummary }) {
  const rows = readers.flatMap(({ reader, repeats }, place) =>
    repeats === null
      ? []
      : questions.map(({ question }) => ({
          key: `${reader.id} ${question}`,
          cells: [mergeText.reader(place), mergeText.question(question), ...toCells(repeats[question])],
        })),
  );
  if (rows.length === 0) return null;
  return (
    <ResultSection id="merge-repeats" title={words.title}>
      <DataTable label={words.title} head={words.head} wordColumns={[0, 1]} rows={rows} />
      <p className="quiet">{words.note}</p>
    </ResultSection>
  );
}

function toCells({ pairCount, exactShare, meanAbsoluteDifference, quadraticKappa }: IntraRater): readonly string[] {
  return [
    String(pairCount),
    exactShare === null ? '–' : formatShare(exactShare),
    meanAbsoluteDifference === null ? '–' : meanAbsoluteDifference.toFixed(2),
    quadraticKappa.value === null ? `– (${words.undefined(quadraticKappa.reason)})` : formatCoefficient(quadraticKappa.value),
  ];
}
