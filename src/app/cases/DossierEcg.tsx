import { useEffect, useMemo } from 'react';
import type { PrototypeKey } from '../../explanation/prototypeKey';
import type { Manifest } from '../../model/manifest';
import { EcgFigure } from '../../viewer/EcgFigure';
import { useActions, useAppState } from '../AppStoreContext';
import { text } from '../text';
import { useReaderPaper } from '../paper/useReaderPaper';
import { dossierText } from './dossierText';

interface DossierEcgProps {
  readonly manifest: Manifest;
  readonly prototype: PrototypeKey;
}

/** The whole ECG that a prototype comes from, all leads over the whole time, its segment marked. */
export function DossierEcg({ manifest, prototype: { branch, index } }: DossierEcgProps) {
  const { record: recordId, window } = manifest.prototypes[branch][index]!;
  const record = useAppState(({ prototypeRecords }) => prototypeRecords[recordId]);
  const { leadOrder, rhythmLead } = useAppState(({ display }) => display);
  const { openPrototypeRecord } = useActions();
  const { paper, isTrueSize } = useReaderPaper();
  useEffect(() => void openPrototypeRecord(recordId), [openPrototypeRecord, recordId]);
  const arrangement = useMemo(() => ({ layout: 'stacked' as const, leadOrder, rhythmLead }), [leadOrder, rhythmLead]);
  const { samplingRateHz } = manifest.input;
  const match = useMemo(
    () => window && { startSeconds: window[0] / samplingRateHz, endSeconds: window[1] / samplingRateHz, label: dossierText.mark },
    [window, samplingRateHz],
  );
  return (
    <section aria-labelledby="dossier-ecg">
      <h4 id="dossier-ecg">{dossierText.ecg}</h4>
      {(!record || record.status === 'loading') && <p role="status">{dossierText.loadingEcg}</p>}
      {record?.status === 'failed' && <p role="alert">{record.sentence}</p>}
      {record?.status === 'ready' && (
        <div className="paper-scroll" role="region" aria-label={dossierText.ecgScroll} tabIndex={0}>
          <EcgFigure
            ecg={record.ecg}
            derived={null}
            paper={paper}
            isTrueSize={isTrueSize}
            arrangement={arrangement}
            match={match}
            title={dossierText.ecgFigure(text.evidence.record(recordId, manifest.modelCard.simulated))}
          />
        </div>
      )}
    </section>
  );
}
