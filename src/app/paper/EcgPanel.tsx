import { useMemo } from 'react';
import { durationSeconds } from '../../ecg/ecg';
import type { ReadyRecording } from '../../store/recordingState';
import { findModelView, findReceptiveField, findSelectedContribution, shownForm } from '../../store/selectors';
import { findMutedLeads, shownExplanation } from '../../store/shownExplanation';
import { findFaultyLeads } from '../../store/shownQuality';
import { TimeLedgerLane } from '../../viewer/TimeLedgerLane';
import { useAppState } from '../AppStoreContext';
import { EcgSheet } from './EcgSheet';
import { EvidenceNote } from './EvidenceNote';
import { SaveEcgFigure } from '../figures/SaveEcgFigure';
import { toFullLogits, toLaneNote } from './laneNote';
import { RecordingSheet } from './SheetContext';
import { text } from '../text';

interface EcgPanelProps {
  readonly recording: ReadyRecording;
}

/** The ECG on its paper with the chosen evidence marked, and below it where in time the evidence lies. */
export function EcgPanel({ recording }: EcgPanelProps) {
  const layout = useAppState(shownForm);
  const derived = useAppState(findModelView);
  const contribution = useAppState(findSelectedContribution);
  const explained = useAppState(shownExplanation);
  const mutedLeads = useAppState(findMutedLeads);
  const faults = useAppState(findFaultyLeads);
  const { ecg } = recording;
  const match = useMemo(() => {
    if (!contribution?.match) return null;
    const { startSeconds, endSeconds } = contribution.match;
    return { startSeconds, endSeconds, label: text.ecg.match };
  }, [contribution]);
  const field = useAppState(findReceptiveField);
  const halo = useMemo(() => field && { ...field, label: text.sheet.halo }, [field]);
  return (
    <section className="ecg-panel" aria-labelledby="ecg-title">
      <h2 id="ecg-title" className="visually-hidden">
        {text.ecg.title}
      </h2>
      <RecordingSheet>
        <EcgSheet
          ecg={ecg}
          derived={derived}
          layout={layout}
          match={match}
          halo={halo}
          mutedLeads={mutedLeads}
          faults={faults}
          more={<SaveEcgFigure />}
          lane={(paper) =>
            explained.status === 'ready' && (
              <TimeLedgerLane
                {...explained.ledger}
                durationSeconds={durationSeconds(ecg)}
                paper={paper}
                match={match}
                fullLogits={toFullLogits(explained.original)}
                note={toLaneNote(explained.explanation)}
              />
            )
          }
        />
      </RecordingSheet>
      {contribution && <EvidenceNote contribution={contribution} />}
    </section>
  );
}
