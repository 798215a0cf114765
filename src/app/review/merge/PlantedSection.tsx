import type { PrototypeStudy } from '../../../review/study';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.planted;

interface PlantedSectionProps {
  readonly study: PrototypeStudy;
  readonly summary: StudySummary;
}

/** Who found prototypes representative of a class that is not theirs; nothing where the study plants none. */
export function PlantedSection({ study, summary: { planted } }: PlantedSectionProps) {
  if (planted.length === 0) return null;
  const toRow = ({ prototype, shownClasses, scored, agreed }: (typeof planted)[number], place: number) => ({
    key: prototype,
    cells: [prototype, study.planted[place]!.trueClasses.join(' + '), shownClasses.join(' + '), scored, agreed],
  });
  return (
    <ResultSection id="merge-planted" title={words.title}>
      <DataTable label={words.title} head={words.head} wordColumns={[0, 1, 2]} rows={planted.map(toRow)} />
      <p className="quiet">{words.note}</p>
    </ResultSection>
  );
}
