import { lazy, useEffect, useMemo } from 'react';
import type { PrototypeContribution } from '../../explanation/explanation';
import { findSimilarityPercentiles } from '../../explanation/similarityPercentile';
import type { CaseView } from '../../store/displayState';
import type { FetchedEcgState } from '../../store/offeredEcgState';
import { findPrototypeMeasurements } from '../../store/prototypeMeasurements';
import type { ReadyRecording } from '../../store/recordingState';
import type { MeasurementsState } from '../../store/resultsState';
import { type PairMeasurements, PrototypePair } from '../../viewer/PrototypePair';
import { useActions, useAppState } from '../AppStoreContext';
import { CaseDifferences } from './CaseDifferences';
import { DossierButton } from './DossierButton';
import { SavePair } from '../figures/SavePair';
import { Optional } from '../Optional';
import { toSource } from './source';
import { useReaderPaper } from '../paper/useReaderPaper';

const CaseRating = lazy(async () => ({ default: (await import('../review/veto/CaseRating')).CaseRating }));

interface CaseProps {
  readonly contribution: PrototypeContribution;
  readonly statementCode: string;
  readonly recording: ReadyRecording;
  readonly view: CaseView;
}

/** One prototype and the patient; its source record is fetched when it comes on the page, and measured when it is aligned. */
export function Case({ contribution, statementCode, recording, view }: CaseProps) {
  const { branch, index } = contribution;
  const manifest = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest : null));
  const reference = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.similarityReference : null));
  const prototype = manifest?.prototypes[branch][index];
  const recordId = prototype?.record;
  const record = useAppState(({ prototypeRecords }) => (recordId === undefined ? undefined : prototypeRecords[recordId]));
  const here = useAppState(({ measurements }) => measurements);
  const there = useAppState((state) => (recordId === undefined ? undefined : findPrototypeMeasurements(state, recordId)));
  const isSelected = useAppState(
    ({ selection }) =>
      selection.status === 'statement' && selection.prototype?.branch === branch && selection.prototype.index === index,
  );
  const { openPrototypeRecord, measurePrototypeRecord, selectPrototype } = useActions();
  const { paper, isTrueSize } = useReaderPaper();
  const patientMeasurements = useMemo(() => toMeasurements(here), [here]);
  const prototypeMeasurements = useMemo(() => toMeasurements(there), [there]);
  useEffect(() => {
    if (recordId !== undefined) void openPrototypeRecord(recordId);
  }, [openPrototypeRecord, recordId]);
  useEffect(() => {
    if (recordId !== undefined && view !== 'beside') void measurePrototypeRecord(recordId);
  }, [measurePrototypeRecord, recordId, view]);

  if (!manifest || !prototype) return null;
  const { samplingRateHz } = manifest.input;
  const window = prototype.window;
  return (
    <PrototypePair
      patient={recording.ecg}
      prototype={toShown(record)}
      contribution={contribution}
      prototypeWindowSeconds={window && [window[0] / samplingRateHz, window[1] / samplingRateHz]}
      view={view}
      patientMeasurements={patientMeasurements}
      prototypeMeasurements={prototypeMeasurements}
      statementCode={statementCode}
      percentiles={findSimilarityPercentiles(reference, contribution)}
      source={toSource(manifest, prototype)}
      paper={paper}
      isTrueSize={isTrueSize}
      selected={isSelected}
      onSelect={() => selectPrototype({ branch, index })}
    >
      <div className="case-more">
        <CaseDifferences recordId={prototype.record} />
        <DossierButton prototype={contribution} />
        <Optional>
          <CaseRating prototype={contribution} statementCode={statementCode} ecg={recording.ecg} />
        </Optional>
        <SavePair prototype={contribution} />
      </div>
    </PrototypePair>
  );
}

function toShown(record: FetchedEcgState | undefined): Parameters<typeof PrototypePair>[0]['prototype'] {
  if (!record || record.status === 'loading') return 'loading';
  return record.status === 'ready' ? record.ecg : { problem: record.sentence };
}

function toMeasurements(state: MeasurementsState | undefined): PairMeasurements {
  if (state?.status === 'ready') return state.measured;
  return state?.status === 'failed' ? { problem: state.sentence } : 'measuring';
}
