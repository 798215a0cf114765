import { toPrototypeName } from '../../explanation/prototypeKey';
import { CaseStrip } from '../../viewer/CaseStrip';
import type { Paper } from '../../viewer/paper';
import type { ReportCase } from './reportCases';
import { REPORT_MM } from './reportPage';
import { reportText } from './reportText';

interface ReportCasesProps {
  readonly cases: readonly ReportCase[];
  readonly paper: Paper;
  /** How many prototypes there are to choose from. */
  readonly total: number;
}

/** The first cases of a statement, small. */
export function ReportCases({ cases, paper, total }: ReportCasesProps) {
  if (cases.length === 0) return null;
  const { paperSpeedMmPerSecond, gainMmPerMv } = paper;
  return (
    <section className="report-cases">
      <h3>
        {reportText.casesTitle(cases.length, total)} <span>{reportText.casesNote(paperSpeedMmPerSecond, gainMmPerMv)}</span>
      </h3>
      <div style={{ gridTemplateColumns: `repeat(${cases.length}, minmax(0, 1fr))`, columnGap: `${REPORT_MM.caseGap}mm` }}>
        {cases.map(({ contribution, strip }) => (
          <figure key={toPrototypeName(contribution)}>
            <figcaption>
              <span>
                <strong>
                  {toPrototypeName(contribution)} {contribution.classes.join(' + ')}
                </strong>{' '}
                {reportText.casePlace(contribution)}
              </span>
              <span>{reportText.caseFacts(contribution)}</span>
            </figcaption>
            {strip ? (
              <CaseStrip {...strip} paper={paper} title={reportText.caseTitle(contribution)} />
            ) : (
              <p>{reportText.caseMissing}</p>
            )}
          </figure>
        ))}
      </div>
    </section>
  );
}
