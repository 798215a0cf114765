import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DisplayState } from '../../store/displayState';
import type { ReadyRecording } from '../../store/recordingState';
import { findModelView, findReceptiveField, shownForm, statementExplanation, statementRows } from '../../store/selectors';
import { isWhatIf } from '../../store/shownExplanation';
import { findFaultyLeads } from '../../store/shownQuality';
import type { StatementExplanation } from '../../explanation/explanation';
import { ContributionFigure } from '../../viewer/ContributionFigure';
import { isSelected } from '../../viewer/waterfall';
import { EcgFigure } from '../../viewer/EcgFigure';
import { expandPatterns } from '../../viewer/export/expandPatterns';
import { DEFAULT_PAPER, pixelsOf } from '../../viewer/paper';
import { useAppState } from '../AppStoreContext';
import { toEvidenceWords } from '../evidence/evidenceWords';
import { text } from '../text';
import { findMissing } from './missingPrediction';
import './report.css';
import { ReportCases } from './ReportCases';
import { orderCases, toReportCases } from './reportCases';
import { ReportHead } from './ReportHead';
import { ReportMeasurements } from './ReportMeasurements';
import { ReportQuality } from './ReportQuality';
import type { ReportOptions } from './reportOptions';
import { chooseReportSheet, fitReport, REPORT_MM, type SheetChange } from './reportPage';
import { ReportStatements } from './ReportStatements';
import { reportText } from './reportText';

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
  const selected = useAppState(({ selection }) => (selection.status === 'statement' ? selection.prototype : null));
  const rows = useAppState(statementRows);
  const explained = useAppState(statementExplanation);
  const missing = useAppState(findMissing);
  const { ecg } = recording;
  const explanation = explained.status === 'ready' ? explained.explanation : null;

  const match = useMemo(() => {
    const found = explanation?.contributions.find((contribution) => isSelected(contribution, selected))?.match;
    return found ? { startSeconds: found.startSeconds, endSeconds: found.endSeconds, label: text.ecg.match } : null;
  }, [explanation, selected]);
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
  const sentence = explanation && toSentence(explanation);
  const field = useAppState(findReceptiveField);
  const halo = useMemo(() => field && { ...field, label: text.sheet.halo }, [field]);
  const calipers = useAppState((state) => state.sheet.calipers);
  const hasWhatIf = useAppState(isWhatIf);
  const faults = useAppState(findFaultyLeads);
  const note = toNote(sheet.changed, display, hasWhatIf);
  const fit = fitReport(sheet.heightMm, {
    statementCount: listed.length,
    sentenceLength: sentence?.length ?? 0,
    hasNote: note !== null,
  });
  const wanted = ordered.slice(0, options.caseCount);
  const sources = manifest && { patient: ecg, manifest, records, rhythmLead: display.rhythmLead };
  const cases = sources && toReportCases(wanted, sources, fit.casesMm);

  useLayoutEffect(() => expandPatterns(page.current!));

  const { paper, arrangement } = sheet;
  return (
    <div ref={page} className="report-page" data-theme="light">
      <ReportHead recording={recording} ecgHash={ecgHash} identity={options.identity.trim()} printed={printed} />
      <div className="report-ecg" style={{ blockSize: `${sheet.heightMm}mm` }}>
        <EcgFigure
          ecg={ecg}
          derived={derived}
          paper={paper}
          isTrueSize
          arrangement={arrangement}
          match={match}
          halo={halo}
          faults={faults}
          calipers={calipers}
          title={text.ecg.figure(paper.paperSpeedMmPerSecond, paper.gainMmPerMv)}
        />
        <aside>
          <h3>{reportText.measured}</h3>
          <ReportMeasurements />
          <ReportQuality />
        </aside>
      </div>
      {note !== null && <p className="report-note">{note}</p>}
      {missing !== null && <p className="report-missing">{missing}</p>}
      {explanation !== null && (
        <div className="report-explanation" style={{ blockSize: `${fit.heightMm}mm` }}>
          <ReportStatements
            title={options.statements === 'predicted' ? reportText.predictedStatements(listed.length) : reportText.chosenStatement}
            rows={listed}
            count={fit.statementCount}
          />
          <section>
            <h3>{reportText.contributions(explanation.code)}</h3>
            <ContributionFigure
              explanation={explanation}
              selected={fit.topCount === 0 ? null : selected}
              topCount={fit.topCount}
              width={pixelsOf(DEFAULT_PAPER, REPORT_MM.ledger)}
              rowHeight={pixelsOf(DEFAULT_PAPER, REPORT_MM.ledgerRow)}
              isWhatIf={false}
              isCompact
            />
          </section>
          <section>
            <h3>
              {explanation.code} <span>{explanation.description}</span>
            </h3>
            <p className="report-sentence" style={{ blockSize: `${fit.sentenceMm}mm` }}>
              {sentence}
            </p>
            {cases && <ReportCases {...cases} total={ordered.length} />}
            {cases?.cases.length === 0 && wanted.length > 0 && <p>{reportText.casesLost}</p>}
          </section>
        </div>
      )}
    </div>
  );
}

/** Result and evidence of a statement. */
function toSentence(explanation: StatementExplanation): string {
  const { probability, threshold, predicted } = explanation;
  return `${reportText.result(probability, threshold, predicted)} ${text.evidence.sentence(toEvidenceWords(explanation))}`;
}

/** What of the reader's view is not on paper; null where all is. */
function toNote({ layout, speed, gain }: SheetChange, display: DisplayState, hasWhatIf: boolean): string | null {
  const lost = [
    ...(layout ? [reportText.lostLayout] : []),
    ...(speed ? [text.paper.speedName(display.paperSpeedMmPerSecond)] : []),
    ...(gain ? [text.paper.gainName(display.gainMmPerMv)] : []),
  ];
  const notes = [...(lost.length > 0 ? [reportText.lost(lost)] : []), ...(hasWhatIf ? [reportText.noWhatIf] : [])];
  return notes.length === 0 ? null : notes.join(' ');
}
