import type { LeadName } from '../ecg/lead';
import { type LeadOrder, orderLeads, type ShownLead, toLeadLabel, toShownLead } from './leadOrder';

/**
 * How the twelve leads share the sheet.
 * - `page`: the clinical 3 × 4 page, four columns of consecutive time, and a rhythm strip over the whole time below;
 * - `pageThreeStrips`: the same with three rhythm strips: V1 for the P wave, II, and V5;
 * - `sixByTwo`: limb leads beside precordial leads, two columns of consecutive time, no rhythm strip;
 * - `matched`: as `page`, but every column shows the same time, that around the evidence window, so that it is seen in all leads;
 * - `stacked`: twelve rows over the whole time;
 * - `single`: the rhythm lead alone over the whole time, to be drawn at twice its size or more.
 */
export type EcgLayout = 'page' | 'pageThreeStrips' | 'sixByTwo' | 'matched' | 'stacked' | 'single';

/** Which lead goes where, before any length is known. */
export interface Arrangement {
  readonly layout: EcgLayout;
  readonly leadOrder: LeadOrder;
  /** The lead under `page` and `matched`, and that of `single`. */
  readonly rhythmLead: LeadName;
}

/** The leads of each row, and below them those over the whole time. */
export interface LeadRows {
  readonly grid: readonly (readonly ShownLead[])[];
  readonly strips: readonly ShownLead[];
}

interface Form {
  readonly columnCount: 0 | 1 | 2 | 4;
  readonly strips: readonly LeadName[] | 'chosen';
}

const FORMS: Readonly<Record<EcgLayout, Form>> = {
  page: { columnCount: 4, strips: 'chosen' },
  pageThreeStrips: { columnCount: 4, strips: ['V1', 'II', 'V5'] },
  sixByTwo: { columnCount: 2, strips: [] },
  matched: { columnCount: 4, strips: 'chosen' },
  stacked: { columnCount: 1, strips: [] },
  single: { columnCount: 0, strips: 'chosen' },
};

/** Fills the columns from top to bottom, one after the other. */
export function toLeadRows({ layout, leadOrder, rhythmLead }: Arrangement): LeadRows {
  const { columnCount, strips } = FORMS[layout];
  const leads = orderLeads(leadOrder);
  const rowCount = columnCount === 0 ? 0 : leads.length / columnCount;
  return {
    grid: Array.from({ length: rowCount }, (_, row) => leads.filter((__, index) => index % rowCount === row)),
    strips: (strips === 'chosen' ? [rhythmLead] : strips).map((lead) => toShownLead(lead, leadOrder)),
  };
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'Three', 4: 'four', 6: 'Six' };

/** What the arrangement shows of `seconds` of ECG, in sentences for assistive technology. */
export function describeArrangement(arrangement: Arrangement, seconds: number): string {
  const { grid, strips } = toLeadRows(arrangement);
  if (grid.length === 0) return `Lead ${strips.map(toLeadLabel).join(', ')} alone over the whole time.`;
  const order = orderLeads(arrangement.leadOrder).map(toLeadLabel).join(', ');
  const inverted = arrangement.leadOrder === 'cabrera' ? ' Cabrera order: aVR is drawn upside down, as −aVR.' : '';
  const columnCount = grid[0]!.length;
  if (columnCount === 1) return `Twelve rows, each a lead over the whole time: ${order}.${inverted}`;
  const time = `${Number((seconds / columnCount).toFixed(2))} seconds`;
  const share = arrangement.layout === 'matched' ? `all showing the same ${time}` : `${time} each, one after the other`;
  const below = strips.length === 0 ? '' : `, and ${strips.map(toLeadLabel).join(', ')} over the whole time below`;
  return (
    `${NUMBERS[grid.length]} rows of ${NUMBERS[columnCount]} leads, ${share}${below}; ` +
    `down the columns: ${order}.${inverted}`
  );
}
