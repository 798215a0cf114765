import { useMemo } from 'react';
import { toRecordingName } from '../../ecg/recordingName';
import type { ComparedPrototype } from '../../explanation/compareExplanations';
import type { PrototypeContribution } from '../../explanation/explanation';
import { comparedExplanations, type ComparedRecording, findComparedView } from '../../store/comparisonSelectors';
import type { ReadyRecording } from '../../store/recordingState';
import type { MeasurementsState } from '../../store/resultsState';
import { findModelView, shownForm } from '../../store/selectors';
import type { AppState } from '../../store/state';
import type { Arrangement } from '../../viewer/arrangement';
import { EcgFigure } from '../../viewer/EcgFigure';
import { isSelected } from '../../viewer/waterfall';
import { useAppState } from '../AppStoreContext';
import { formatMeasured } from '../measurements/measurementValue';
import { text } from '../text';
import { useReaderPaper } from '../paper/useReaderPaper';
import { comparisonText } from './comparisonText';

interface ComparedEcgsProps {
  readonly recording: ReadyRecording;
  readonly compared: ComparedRecording;
}

/** Both ECGs below each other on the same paper, in one window: scrolled sideways, they stay at the same time. */
export function ComparedEcgs({ recording, compared }: ComparedEcgsProps) {
  const { paper, isTrueSize } = useReaderPaper();
  const layout = useAppState(shownForm);
  const { leadOrder, rhythmLead, signal } = useAppState(({ display }) => display);
  const hereView = useAppState(findModelView);
  const thereView = useAppState(findComparedView);
  const hereMeasured = useAppState(({ measurements }) => measurements);
  const prototype = useAppState(findSelectedPrototype);
  const arrangement = useMemo((): Arrangement => ({ layout, leadOrder, rhythmLead }), [layout, leadOrder, rhythmLead]);
  const hereMatch = useMemo(() => toMarked(prototype?.here), [prototype]);
  const thereMatch = useMemo(() => toMarked(prototype?.there), [prototype]);
  const { here, there } = comparisonText;
  // The same of both, or the eye would compare a recording with a filtered one.
  const hasViews = hereView !== null && thereView !== null;
  // At the match, an ECG of which no match is known yet has none to show.
  const shown = layout === 'matched' && !thereMatch ? { ...arrangement, layout: 'page' as const } : arrangement;
  const ecgs = [
    { which: here, name: toRecordingName(recording.names), ecg: recording.ecg, view: hereView, match: hereMatch, measured: hereMeasured },
    { which: there, name: compared.name, ecg: compared.ecg, view: thereView, match: thereMatch, measured: compared.measurements },
  ];
  return (
    <>
      <div className="compared-ecgs" role="region" aria-label={comparisonText.ecgs} tabIndex={0}>
        {ecgs.map(({ which, name, ecg, view, match, measured }) => (
          <figure key={which}>
            <figcaption>
              <strong>{which}</strong> <span>{name}</span> <span>{toRate(measured)}</span>
            </figcaption>
            <EcgFigure
              ecg={ecg}
              derived={hasViews ? view : null}
              paper={paper}
              isTrueSize={isTrueSize}
              arrangement={shown}
              match={match}
              title={comparisonText.figure(`${which}, ${name}`, paper.paperSpeedMmPerSecond, paper.gainMmPerMv)}
            />
          </figure>
        ))}
      </div>
      {signal !== 'recorded' && !hasViews && <p className="note">{comparisonText.recordedBoth}</p>}
    </>
  );
}

/** The chosen prototype in both ECGs; null while they cannot be compared. */
function findSelectedPrototype(state: AppState): ComparedPrototype | null {
  const comparison = comparedExplanations(state);
  const selected = state.selection.status === 'statement' ? state.selection.prototype : null;
  if (comparison.status !== 'ready') return null;
  return comparison.compared.prototypes.find(({ here }) => isSelected(here, selected)) ?? null;
}

function toMarked(contribution: PrototypeContribution | undefined) {
  if (!contribution?.match) return null;
  const { startSeconds, endSeconds } = contribution.match;
  return { startSeconds, endSeconds, label: text.ecg.match };
}

function toRate(measurements: MeasurementsState): string {
  if (measurements.status !== 'ready') return '';
  const { heartRatePerMinute } = measurements.measured;
  return heartRatePerMinute.status === 'measured' ? formatMeasured('heartRatePerMinute', heartRatePerMinute.value) : '';
}
