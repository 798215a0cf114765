import type { Agreement } from '../../../review/merge/summariseAgreement';
import type { StudySummary } from '../../../review/merge/summariseStudy';
import { IntervalStrip } from '../../../viewer/review/IntervalStrip';
import { DataTable } from './DataTable';
import { mergeText } from './mergeText';
import { ResultSection } from './ResultSection';

const words = mergeText.agreement;
const MEASURES = ['alpha', 'icc', 'kappa'] as const;

/** How far readers agree, with intervals, and what the numbers are taken to mean. */
export function AgreementSection({ summary: { agreement, readers } }: { readonly summary: StudySummary }) {
  const lowest = findLowest(agreement);
  return (
    <ResultSection id="merge-agreement" title={words.title}>
      {readers.length < 2 ? (
        <p>{words.oneReader}</p>
      ) : (
        <>
          <DataTable
            label={words.title}
            head={words.head}
            wordColumns={[0, 1, 5, 6]}
            rows={agreement.map((own) => ({ key: `${own.measure} ${own.of} ${own.scope}`, cells: toCells(own, lowest) }))}
          />
          <p className="quiet">{words.picture(lowest)}</p>
          <ul className="merge-meanings">
            {MEASURES.map((measure) => (
              <li key={measure}>{words.meaning(measure)}</li>
            ))}
            <li>{words.bootstrap}</li>
          </ul>
        </>
      )}
    </ResultSection>
  );
}

function toCells({ measure, of, scope, estimate, interval, usedCount, prototypeCount }: Agreement, lowest: number) {
  const { ends, undefinedCount, resampleCount } = interval;
  const about = [
    of === 'mark' ? words.mark : mergeText.question(of),
    words.measure(measure),
  ];
  const used = mergeText.ofAll(usedCount, prototypeCount);
  if (estimate.value === null) {
    return [...about, '–', <span key="reason" className="merge-reason">{words.undefined(estimate.reason)}</span>, used, mergeText.scope(scope), ''];
  }
  return [
    ...about,
    words.value(estimate.value),
    <span key="interval" className="merge-reason">
      {ends ? words.interval(...ends) : '–'}
      {undefinedCount > 0 && <small>{words.undefinedResamples(undefinedCount, resampleCount)}</small>}
    </span>,
    used,
    mergeText.scope(scope),
    <IntervalStrip key="picture" value={estimate.value} ends={ends} lowest={lowest} />,
  ];
}

/** Where the pictures' axis begins: at 0, or at the lowest end of an interval. */
function findLowest(agreement: readonly Agreement[]): number {
  return Math.min(0, ...agreement.flatMap(({ estimate, interval }) => (estimate.value === null ? [] : [estimate.value, ...(interval.ends ?? [])])));
}
