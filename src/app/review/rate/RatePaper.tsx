import { type ReactNode, useEffect, useMemo } from 'react';
import type { PrototypeKey } from '../../../explanation/prototypeKey';
import { findPrototypeSegment, type PrototypeSegment } from '../../../explanation/prototypeSegment';
import type { Manifest } from '../../../model/manifest';
import { canNamePrototypes } from '../../../review/blinding';
import type { PrototypeStudy } from '../../../review/study';
import type { Layout } from '../../../store/displayState';
import { toLayout } from '../../../store/selectors';
import { useActions, useAppState } from '../../AppStoreContext';
import { toSource } from '../../cases/source';
import { EcgSheet } from '../../paper/EcgSheet';
import { LayoutChoice } from '../../paper/LayoutChoice';
import { PaperSettings } from '../../paper/PaperSettings';
import { OwnSheet } from '../../paper/SheetContext';
import { text } from '../../text';
import { rateText } from './rateText';

interface RatePaperProps {
  readonly study: PrototypeStudy;
  readonly manifest: Manifest;
  readonly prototype: PrototypeKey;
  /** The prototype that probably comes next: its ECG is fetched ahead. */
  readonly upcoming: PrototypeKey | null;
  /** “Item 17 of 214”. */
  readonly place: string;
  /** The way to the list where it is not in sight. */
  readonly drawer: ReactNode;
}

/** The ECG that a prototype is a part of, as recorded, with the prototype's segment marked. */
export function RatePaper({ study, manifest, prototype, upcoming, place, drawer }: RatePaperProps) {
  const source = manifest.prototypes[prototype.branch][prototype.index]!;
  const record = useAppState(({ prototypeRecords }) => prototypeRecords[source.record]);
  const display = useAppState((state) => state.display);
  const { openPrototypeRecord } = useActions();
  useEffect(() => void openPrototypeRecord(source.record), [openPrototypeRecord, source.record]);
  const ahead = upcoming && manifest.prototypes[upcoming.branch][upcoming.index]!.record;
  useEffect(() => {
    if (ahead !== null && record?.status === 'ready') void openPrototypeRecord(ahead);
  }, [openPrototypeRecord, ahead, record?.status]);

  const { branch, index } = prototype;
  const segment = useMemo(() => findPrototypeSegment(manifest, { branch, index }), [manifest, branch, index]);
  const match = useMemo(
    () => segment && { startSeconds: segment.startSeconds, endSeconds: segment.endSeconds, label: rateText.segment },
    [segment],
  );
  const halo = useMemo(() => (segment?.field ? { ...segment.field, label: text.sheet.halo } : null), [segment]);
  const layout = toLayout(display.layout, match !== null);
  return (
    <section className="rate-paper" aria-label={place}>
      <div className="strip">
        {drawer}
        <h2 aria-hidden="true">{place}</h2>
        <LayoutChoice shown={layout} hasMatch={match !== null} nameOf={rateText.layoutName} />
        <PaperSettings />
      </div>
      {(!record || record.status === 'loading') && (
        <p className="rate-loading" role="status">
          {rateText.loadingEcg}
        </p>
      )}
      {record?.status === 'failed' && <p role="alert">{record.sentence}</p>}
      {record?.status === 'ready' && (
        <OwnSheet>
          <EcgSheet
            ecg={record.ecg}
            layout={layout === 'page' ? display.pageForm : layout}
            match={match}
            halo={halo}
            isFitted
          />
        </OwnSheet>
      )}
      <p className="note">{toNote(segment, layout)}</p>
      {canNamePrototypes(study) && (
        <p className="note">
          {branch}/{index}: {toSource(manifest, source)}
        </p>
      )}
    </section>
  );
}

function toNote(segment: PrototypeSegment | null, layout: Layout): string {
  if (!segment) return rateText.wholeRecord;
  const { startSeconds, endSeconds, field } = segment;
  const sentences = [rateText.segmentNote(startSeconds, endSeconds)];
  if (field) {
    const isWhole = field.isCutAtStart && field.isCutAtEnd;
    sentences.push(isWhole ? rateText.wholeField : rateText.fieldNote(field.startSeconds, field.endSeconds));
  }
  if (layout === 'page') sentences.push(rateText.pageNote);
  return sentences.join(' ');
}
