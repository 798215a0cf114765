import type { CaliperKind } from '../../signal/measure/calipers';
import { formatSpan } from '../../viewer/format';

const CALIPER_KIND_NAMES: Readonly<Record<CaliperKind, string>> = { time: 'Time', voltage: 'Voltage', both: 'Both' };

/** The words about handling the ECG's paper: how near it is, one lead alone, calipers. */
export const sheetText = {
  tools: 'Tools for the paper',
  keys:
    'On the paper: + and − magnify, 0 shows its own size, arrow keys scroll, c takes calipers. ' +
    'A click on a lead shows it alone, another or Escape all again.',
  caliperKeys:
    'Drag on the paper, or there with keys: ← → by a sample, with Shift by 40 ms; x the other end; ↑ ↓ the lead; m march out; Esc off.',

  reduce: 'Reduce',
  enlarge: 'Enlarge',
  magnification: (factor: number) => `${Math.round(factor * 100)} %`,
  ownSize: (factor: number) => `Magnified to ${Math.round(factor * 100)} %: back to 100 %`,

  lead: 'Leads shown',
  allLeads: 'All leads',
  leadAlone: (lead: string) => `${lead} alone`,

  calipers: 'Calipers',
  caliperKind: 'What the calipers measure',
  caliperKindName: (kind: CaliperKind) => CALIPER_KIND_NAMES[kind],
  caliperLead: 'Lead of the calipers',
  caliperEnd: (end: 0 | 1) => (end === 0 ? 'First end, in seconds' : 'Second end, in seconds'),
  march: 'March out',
  reading: (lead: string, words: string) => `${lead}: ${words}`,
  notDrawn: (lead: string) => `This layout does not show ${lead} at this time.`,

  halo: 'network saw this',
  field: ({ startSeconds, endSeconds, isWhole }: FieldNote) =>
    isWhole
      ? 'The box is the segment that stands for this window; the network saw the whole record for it, so no outline is drawn.'
      : `The box is the segment that stands for this window; the dashed outline, ${formatSpan(startSeconds, endSeconds)}, is all that the network could see for it.`,
} as const;

/** What of the record the network could see for a window. */
export interface FieldNote {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Whether it reaches both ends of the record. */
  readonly isWhole: boolean;
}
