import type { ReaderSummary } from '../../../review/merge/summariseReader';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.completeness;

/** How far each reader came, and how carefully. */
export function ReadersSection({ summary: { readers, prototypes } }: { readonly summary: StudySummary }) {
  const finished = prototypes.map((prototype) => prototype.finished);
  const clocks = readers.filter(({ clockFaults }) => clockFaults > 0);
  return (
    <ResultSection id="merge-readers" title={words.title}>
      <p>{words.items(Math.min(...finished), Math.max(...finished), readers.length)}</p>
      <DataTable
        label={words.title}
        head={words.head}
        wordColumns={[0, 1]}
        rows={readers.map((reader, place) => ({ key: reader.reader.id, cells: [mergeText.reader(place), ...toCells(reader)] }))}
      />
      {clocks.map(({ reader, clockFaults }) => (
        <p key={reader.id}>
          {mergeText.reader(readers.findIndex((own) => own.reader === reader))}: {words.clock(clockFaults)}
        </p>
      ))}
      <p className="quiet">{words.note}</p>
    </ResultSection>
  );
}

function toCells({ reader, counts, skipped, plantedAgreed, medianMs, isLocked, ...work }: ReaderSummary): readonly string[] {
  return [
    reader.role,
    reader.years === null ? '–' : String(reader.years),
    mergeText.ofAll(counts.rating.done, counts.rating.asked),
    String(skipped),
    toTraining(work, counts),
    counts.planted.asked === 0 ? '–' : mergeText.ofAll(plantedAgreed, counts.planted.done),
    medianMs === null ? '–' : mergeText.minutes(medianMs),
    isLocked ? mergeText.locked : mergeText.unlocked,
  ];
}

function toTraining({ gate, restarts }: Pick<ReaderSummary, 'gate' | 'restarts'>, { training }: ReaderSummary['counts']): string {
  if (training.asked === 0) return '–';
  if (gate.status === 'training') return words.underWay;
  return gate.status === 'none' ? mergeText.ofAll(training.done, training.asked) : words.gate(gate.right, gate.asked, restarts);
}
