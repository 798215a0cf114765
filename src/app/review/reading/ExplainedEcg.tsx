import { ArrowDown, PanelLeft } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { ReadyRecording } from '../../../store/recordingState';
import { findSelectedContribution, shownLayout } from '../../../store/selectors';
import { useActions, useAppState } from '../../AppStoreContext';
import { EvidencePanel } from '../../evidence/EvidencePanel';
import { OwnMeasurements } from '../../measurements/OwnMeasurements';
import { EcgPanel } from '../../paper/EcgPanel';
import { LayoutChoice } from '../../paper/LayoutChoice';
import { PaperSettings } from '../../paper/PaperSettings';
import { SignalChoice } from '../../paper/SignalChoice';
import { StatementDrawer } from '../../statements/StatementDrawer';
import { StatementPicker } from '../../statements/StatementPicker';
import { useMediaQuery } from '../../useMediaQuery';
import { WIDE } from '../../widths';
import { readingText } from './readingText';

interface ExplainedEcgProps {
  readonly recording: ReadyRecording;
  /** Goes to the reader's own part, which stands below all evidence where there is no room beside it. */
  readonly onWantForm: () => void;
}

/** The ECG with the model's explanation, as in read mode, but for what its file and the device say of it. */
export function ExplainedEcg({ recording, onWantForm }: ExplainedEcgProps) {
  const isWide = useMediaQuery(WIDE);
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const layout = useAppState(shownLayout);
  const hasMatch = useAppState((state) => Boolean(findSelectedContribution(state)?.match));
  const chosen = useAppState(({ selection }) => (selection.status === 'statement' ? selection.code : null));
  const { selectStatement } = useActions();
  return (
    <>
      <div className="strip">
        {!isWide && (
          <Button className="button" onPress={() => setDrawerOpen(true)}>
            <PanelLeft aria-hidden="true" size={16} />
            {readingText.openStatements}
            {chosen !== null && <strong>{chosen}</strong>}
          </Button>
        )}
        <LayoutChoice shown={layout} hasMatch={hasMatch} />
        <SignalChoice />
        <PaperSettings />
        {!isWide && (
          <Button className="button" onPress={onWantForm}>
            <ArrowDown aria-hidden="true" size={16} />
            {readingText.toForm}
          </Button>
        )}
      </div>
      <EcgPanel recording={recording} />
      <OwnMeasurements />
      <EvidencePanel recording={recording} />
      {!isWide && (
        <StatementDrawer title={readingText.openStatements} isOpen={isDrawerOpen} onOpenChange={setDrawerOpen}>
          <StatementPicker
            onSelect={(code) => {
              selectStatement(code);
              setDrawerOpen(false);
            }}
          />
        </StatementDrawer>
      )}
    </>
  );
}
