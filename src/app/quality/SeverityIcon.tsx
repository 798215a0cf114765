import { CircleX, Info, TriangleAlert } from 'lucide-react';
import type { QualitySeverity } from '../../signal/quality/quality';

const ICONS = { unusable: CircleX, doubtful: TriangleAlert, note: Info } as const;

/** The sign of a severity; the word stands beside it. */
export function SeverityIcon({ severity }: { readonly severity: QualitySeverity }) {
  const Icon = ICONS[severity];
  return <Icon aria-hidden="true" size={16} />;
}
