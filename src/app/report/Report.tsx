import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { findModelView, findSelectedContribution, shownForm, statementExplanation, statementRows, toUsedEcg } from '../../store/selectors';
import type { ReadyRecording } from '../../store/state';
import { ContributionFigure } from '../../viewer/ContributionFigure';
import { EcgFigure } from '../../viewer/EcgFigure';
import { expandPatterns } from '../../viewer/export/expandPatterns';
import { DEFAULT_PAPER, pixelsOf } from '../../viewer/paper';
import { useAppState } from '../AppStoreContext';
import { toEvidenceWords } from '../evidenceWords';
import { text } from '../text';
import { findMissing } from './missingPrediction';
import './report.css';
import { ReportCases } from './ReportCases';
import { orderCases, toReportCases } from './reportCases';
import { ReportHead } from './ReportHead';
import { ReportMeasurements } from './ReportMeasurements';
import type { ReportOptions } from './reportOptions';
import { chooseReportSheet, fitReport, REPORT_MM } from './reportPage';
import { ReportStatements } from './ReportStatements';

interface ReportProps {
  readonly recording: ReadyRecording;
  readonly ecgHash: string | null;
  readonly options: ReportOptions;
}

/** One printed page: the ECG to scale, what the model said of it, and the evidence for the chosen statement. */
export function Report({ recording, ecgHash, options }: ReportProps) {
  const [printed] = useState(() => new Date());
  const page = useRef<HTMLDivElement>(null);
  const manifest = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest : null));
  const records = useAppState((state) => state.prototypeRecords);
  const display = useAppState((state) => state.display);
  const layout = useAppState(shownForm);
  const derived = useAppState(findModelView);
  const contribution = useAppState(findSelectedContribution);
  const selected = useAppState(({ selection }) => (selection.status === 'statement' ? selection.prototype : null));
  const rows = useAppState(statementRows);
  const explained = useAppState(statementExplanation);
  const missing = useAppState(findMissing);
  const ecg = toUsedEcg(recording.ecg);
  const explanation = explained.status === 'ready' ? explained.explanation : null;

  const match = useMemo(
    () =>
      contribution?.match
        ? { startSeconds: contribution.match.startSeconds, endSeconds: contribution.match.endSeconds, label: text.ecg.match }
        : null,
    [contribution],
  );
  const sheet = useMemo(() => {
    const { leadOrder, rhythmLead, paperSpeedMmPerSecond, gainMmPerMv } = display;
    const screen = { ...DEFAULT_PAPER, paperSpeedMmPerSecond, gainMmPerMv };
    return chooseReportSheet(ecg, { layout, leadOrder, rhythmLead }, screen, match);
  }, [ecg, layout, display, match]);
  const ordered = useMemo(
    () => (explanation === null ? [] : orderCases(explanation, display.caseOrder)),
    [explanation, display.caseOrder],
  );
  const listed = rows.filter(({ code, predicted }) => (options.statements === 'predicted' ? predicted : code === explanation?.code));
  const fit = fitReport(sheet.heightMm, listed.length);
  const cases = useMemo(() => {
    if (manifest === null) return [];
    const sources = { patient: ecg, manifest, records, rhythmLead: display.rhythmLead };
    return toReportCases(ordered.slice(0, options.caseCount), sources, fit.casesMm);
  }, [manifest, ordered, options.caseCount, ecg, records, display.rhythmLead, fit.casesMm]);

  useLayoutEffect(() => expandPatterns(page.current!));

  const { paper, arrangement, changed } = sheet;
  return (
    <div ref={page} className="report-page" data-theme="light">
      <ReportHead ecg={ecg} ecgHash={ecgHash} identity={options.identity.trim()} printed={printed} />
      <div className="report-ecg">
        <EcgFigure
          ecg={ecg}
          derived={derived}
          paper={paper}
          isTrueSize
          arrangement={arrangement}
          match={match}
          title={text.ecg.figure(paper.paperSpeedMmPerSecond, paper.gainMmPerMv)}
        />
        <aside>
          <h3>{text.report.measured}</h3>
          <ReportMeasurements />
          {changed.layout && <p>{text.report.changed.layout}</p>}
          {changed.speed && <p>{text.report.changed.speed}</p>}
          {changed.gain && <p>{text.report.changed.gain(paper.gainMmPerMv)}</p>}
        </aside>
      </div>
      {missing !== null && <p className="report-missing">{missing}</p>}
      {explanation !== null && (
        <div className="report-explanation" style={{ blockSize: `${fit.heightMm}mm` }}>
          <ReportStatements
            title={options.statements === 'predicted' ? text.report.predictedStatements(listed.length) : text.report.chosenStatement}
            rows={listed}
            count={fit.statementCount}
          />
          <section>
            <h3>{text.report.contributions(explanation.code)}</h3>
            <ContributionFigure
              explanation={explanation}
              selected={fit.topCount === 0 ? null : selected}
              topCount={fit.topCount}
              width={pixelsOf(DEFAULT_PAPER, REPORT_MM.ledger)}
              rowHeight={pixelsOf(DEFAULT_PAPER, REPORT_MM.ledgerRow)}
              isCompact
            />
          </section>
          <section>
            <div className="report-statement">
              <h3>
                {explanation.description} {explanation.code}:{' '}
                {text.report.result(explanation.probability, explanation.threshold, explanation.predicted)}
              </h3>
              <p>{text.evidence.sentence(toEvidenceWords(explanation))}</p>
            </div>
            <ReportCases cases={cases} total={ordered.length} />
          </section>
        </div>
      )}
    </div>
  );
}
