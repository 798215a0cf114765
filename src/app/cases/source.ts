import type { Manifest, PrototypeManifest } from '../../model/manifest';
import { text } from '../text';

/** Where a prototype comes from: its record, the patient as far as known, and what the record was labelled with. */
export function toSource(manifest: Pick<Manifest, 'modelCard' | 'records'>, prototype: PrototypeManifest): string {
  const record = manifest.records.find(({ id }) => id === prototype.record);
  const labels = record ? Object.keys(record.statements) : prototype.sourceLabels;
  return text.evidence.source(text.evidence.record(prototype.record, manifest.modelCard.simulated), [
    ...(record?.sex ? [record.sex] : []),
    ...(record && record.ageYears !== null ? [text.evidence.years(record.ageYears)] : []),
    ...(labels.length > 0 ? [text.evidence.labelled(labels.join(', '))] : []),
  ]);
}
