import { PanelLeft } from 'lucide-react';
import { lazy, Suspense, useLayoutEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ReadyRecording } from '../store/recordingState';
import { findSelectedContribution, shownLayout } from '../store/selectors';
import { useActions, useAppState } from './AppStoreContext';
import { ComparisonChoice } from './comparison/ComparisonChoice';
import { EcgPanel } from './paper/EcgPanel';
import { EvidencePanel } from './evidence/EvidencePanel';
import { FileButton } from './FileButton';
import { LayoutChoice } from './paper/LayoutChoice';
import { LazyLongReading } from './longReading/LazyLongReading';
import { Measurements } from './measurements/Measurements';
import { Optional } from './Optional';
import { PaperSettings } from './paper/PaperSettings';
import { RecordingFacts } from './RecordingFacts';
import { SignalPlace } from './quality/SignalPlace';
import { ReportControl } from './report/ReportControl';
import { SignalChoice } from './paper/SignalChoice';
import { StatementDrawer } from './statements/StatementDrawer';
import { StatementPicker } from './statements/StatementPicker';
import { text } from './text';
import { useMediaQuery } from './useMediaQuery';
import { WIDE } from './widths';
import { LazyWorklist } from './worklist/LazyWorklist';
import { WorklistKeys } from './worklist/WorklistKeys';
import { WorklistSteps } from './worklist/WorklistSteps';

const WindowChoice = lazy(async () => ({ default: (await import('./window/WindowChoice')).WindowChoice }));
const Comparison = lazy(async () => ({ default: (await import('./comparison/Comparison')).Comparison }));

interface ReadPageProps {
  readonly recording: ReadyRecording;
}

/** An ECG and its reading: facts and statements beside it, the paper above, the evidence below. */
export function ReadPage({ recording }: ReadPageProps) {
  const isWide = useMediaQuery(WIDE);
  // The gallery may have been scrolled down; the ECG is read from its top.
  useLayoutEffect(() => {
    document.documentElement.scrollTop = 0;
  }, []);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const { selectStatement } = useActions();
  const chosen = useAppState(({ selection }) => (selection.status === 'statement' ? selection.code : null));

  const choose = (code: string): void => {
    selectStatement(code);
    setDrawerOpen(false);
  };
  const several = useAppState(({ worklist }) => worklist.entries.length > 1);
  const layout = useAppState(shownLayout);
  const hasMatch = useAppState((state) => Boolean(findSelectedContribution(state)?.match));
  // Of less than eleven seconds there is nothing to choose.
  const hasChoice = recording.whole && recording.whole.overview.windows.quality.length > 1;
  const isComparing = useAppState(({ comparison }) => comparison !== null);
  const worklist = several && <LazyWorklist onOpen={() => setDrawerOpen(false)} />;
  const facts = <RecordingFacts recording={recording} />;
  const statements = <StatementPicker onSelect={choose} />;
  return (
    <div className="read">
      <WorklistKeys />
      {isWide && (
        <section className="rail" aria-label={text.recording.rail}>
          {worklist}
          <ComparisonChoice />
          {facts}
          {statements}
        </section>
      )}
      <div className="reading">
        <LazyLongReading />
        <div className="strip">
          {!isWide && (
            <Button className="button" onPress={() => setDrawerOpen(true)}>
              <PanelLeft aria-hidden="true" size={16} />
              {text.statements.open}
              {chosen !== null && <strong>{chosen}</strong>}
            </Button>
          )}
          {!isWide && several && <WorklistSteps />}
          {!isWide && <ComparisonChoice />}
          <LayoutChoice shown={layout} hasMatch={hasMatch} />
          <SignalChoice />
          <PaperSettings />
          <ReportControl recording={recording} />
          <FileButton label={text.recording.openAnother} isCompact />
        </div>
        {isComparing ? (
          <Suspense fallback={<p className="pending">{text.comparison.loading}</p>}>
            <Comparison recording={recording} />
          </Suspense>
        ) : (
          <>
            {hasChoice && recording.whole && (
              <div className="window-place">
                <Optional>
                  <WindowChoice whole={recording.whole} />
                </Optional>
              </div>
            )}
            <SignalPlace />
            <EcgPanel recording={recording} />
            <Measurements />
            <EvidencePanel recording={recording} />
          </>
        )}
      </div>
      {!isWide && (
        <StatementDrawer
          title={several ? text.worklist.drawerTitle : text.statements.title}
          isOpen={isDrawerOpen}
          onOpenChange={setDrawerOpen}
        >
          {worklist}
          {statements}
          {facts}
        </StatementDrawer>
      )}
    </div>
  );
}
