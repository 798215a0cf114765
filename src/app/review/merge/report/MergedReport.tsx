import type { Decisions } from '../../../../review/merge/decision';
import type { DisputedPrototype } from '../../../../review/merge/findDisputed';
import type { StudySummary } from '../../../../review/merge/summariseStudy';
import type { PrototypeStudy } from '../../../../review/study';
import { formatTime } from '../../../time';
import { AgreementSection } from '../AgreementSection';
import { DataTable } from '../DataTable';
import { mergeText } from '../mergeText';
import { NamingSection } from '../NamingSection';
import { Opinions } from '../Opinions';
import { PlantedSection } from '../PlantedSection';
import { toCell, toColumns } from '../prototypeColumns';
import { toPrototypeRows } from '../prototypeRows';
import { ReadersSection } from '../ReadersSection';
import { RepeatsSection } from '../RepeatsSection';
import { ResultSection } from '../ResultSection';
import { QuestionScores } from '../ScoresSection';
import { StudyFacts } from '../StudyFacts';
import './mergedReport.css';

interface MergedReportProps {
  readonly study: PrototypeStudy;
  readonly summary: StudySummary;
  readonly disputed: readonly DisputedPrototype[];
  readonly decisions: Decisions;
  readonly made: Date;
}

/** A4 upright without its margins, in CSS pixels. */
const PAGE_WIDTH = 716;
/** So many of the lowest prototypes are listed. */
const LOWEST = 30;
/** So many of the most disputed are listed, and all that are decided. */
const MOST_DISPUTED = 40;

/** All results on paper: nothing to press, nothing folded away, but for the long table of prototypes. */
export function MergedReport({ study, summary, disputed, decisions, made }: MergedReportProps) {
  const question = study.questions[0]!;
  const lowest = toPrototypeRows(summary.prototypes, null, { column: question, direction: 'ascending' }).slice(0, LOWEST);
  const listed = disputed.filter(({ summary: { prototype } }, place) => place < MOST_DISPUTED || decisions.has(prototype));
  const columns = toColumns(study.questions, summary.naming !== null);
  return (
    <article className="merged-report" data-theme="light">
      <header>
        <h1>{mergeText.report.title(study.title)}</h1>
        <StudyFacts study={study} />
        <p>
          {mergeText.report.made(formatTime(made))}. {mergeText.report.caution}
        </p>
      </header>
      <ReadersSection summary={summary} />
      <ResultSection id="merge-scores" title={mergeText.scores.title}>
        {summary.questions.map((own) => (
          <QuestionScores key={own.question} summary={own} width={PAGE_WIDTH} />
        ))}
        <p className="quiet">{mergeText.scores.note}</p>
      </ResultSection>
      <AgreementSection summary={summary} />
      <RepeatsSection summary={summary} />
      <PlantedSection study={study} summary={summary} />
      <NamingSection summary={summary} />
      <ResultSection id="merge-disputed" title={mergeText.disputed.title}>
        <p className="quiet">
          {mergeText.disputed.rule} {mergeText.disputed.key}
        </p>
        {disputed.length === 0 && <p>{mergeText.disputed.none}</p>}
        {listed.length < disputed.length && <p>{mergeText.disputed.listed(listed.length, disputed.length)}</p>}
        {listed.map((own) => {
          const { kind, note } = decisions.get(own.summary.prototype) ?? { kind: null, note: '' };
          return (
            <div key={own.summary.prototype} className="merged-report-disputed">
              <Opinions study={study} disputed={own} />
              <p>
                <strong>{kind === null ? mergeText.disputed.undecided : mergeText.disputed.decisionName(kind)}</strong> {note}
              </p>
            </div>
          );
        })}
      </ResultSection>
      <ResultSection id="merge-prototypes" title={mergeText.prototypes.title}>
        <p>{mergeText.prototypes.lowest(lowest.length, summary.prototypes.length)}</p>
        <DataTable
          label={mergeText.prototypes.title}
          head={columns.map(({ name }) => name)}
          wordColumns={[0, 1]}
          rows={lowest.map((own) => ({ key: own.prototype, cells: columns.map(({ id }) => toCell(own, id)) }))}
        />
      </ResultSection>
    </article>
  );
}
