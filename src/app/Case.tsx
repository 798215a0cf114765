import { useEffect, useMemo } from 'react';
import type { PrototypeContribution } from '../explanation/explanation';
import { findSimilarityPercentiles } from '../explanation/similarityPercentile';
import { toUsedEcg } from '../store/selectors';
import type { FetchedEcgState, ReadyRecording } from '../store/state';
import { DEFAULT_PAPER } from '../viewer/paper';
import { PrototypePair } from '../viewer/PrototypePair';
import { useActions, useAppState } from './AppStoreContext';
import { toSource } from './source';
import { usePixelsPerMm } from './usePixelsPerMm';

interface CaseProps {
  readonly contribution: PrototypeContribution;
  readonly statementCode: string;
  readonly recording: ReadyRecording;
}

/** One prototype beside the patient; its source record is fetched when it comes on the page. */
export function Case({ contribution, statementCode, recording }: CaseProps) {
  const { branch, index } = contribution;
  const manifest = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.manifest : null));
  const reference = useAppState(({ pack }) => (pack.status === 'ready' ? pack.pack.similarityReference : null));
  const prototype = manifest?.prototypes[branch][index];
  const recordId = prototype?.record;
  const record = useAppState(({ prototypeRecords }) => (recordId === undefined ? undefined : prototypeRecords[recordId]));
  const isSelected = useAppState(
    ({ selection }) =>
      selection.status === 'statement' && selection.prototype?.branch === branch && selection.prototype.index === index,
  );
  const { openPrototypeRecord, selectPrototype } = useActions();
  const pixelsPerMm = usePixelsPerMm() ?? DEFAULT_PAPER.pixelsPerMm;
  const paper = useMemo(() => ({ ...DEFAULT_PAPER, pixelsPerMm }), [pixelsPerMm]);
  useEffect(() => {
    if (recordId !== undefined) void openPrototypeRecord(recordId);
  }, [openPrototypeRecord, recordId]);

  if (!manifest || !prototype) return null;
  const { samplingRateHz } = manifest.input;
  const window = prototype.window;
  return (
    <PrototypePair
      patient={toUsedEcg(recording.ecg)}
      prototype={toShown(record)}
      contribution={contribution}
      prototypeWindowSeconds={window && [window[0] / samplingRateHz, window[1] / samplingRateHz]}
      statementCode={statementCode}
      percentiles={findSimilarityPercentiles(reference, contribution)}
      source={toSource(manifest, prototype)}
      paper={paper}
      selected={isSelected}
      onSelect={() => selectPrototype({ branch, index })}
    />
  );
}

function toShown(record: FetchedEcgState | undefined): Parameters<typeof PrototypePair>[0]['prototype'] {
  if (!record || record.status === 'loading') return 'loading';
  return record.status === 'ready' ? record.ecg : { problem: record.sentence };
}
