import type { Ecg } from '../../ecg/ecg';
import { durationSeconds } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { PrototypeContribution, StatementExplanation } from '../../explanation/explanation';
import { ownPrototypesBySimilarity } from '../../explanation/ownPrototypes';
import type { Manifest } from '../../model/manifest';
import { findLargestLeads } from '../../signal/largestLeads';
import { USED_SECONDS } from '../../store/selectors';
import type { AppState, CaseOrder } from '../../store/state';
import { type CaseStripContent, type CaseStripLayout, layoutCaseStrip } from '../../viewer/caseStrip';
import { DEFAULT_PAPER, type Paper } from '../../viewer/paper';
import { caseWidthMm } from './reportPage';

/** Cases are printed at half of the standard scale. */
export const CASE_PAPER: Paper = { ...DEFAULT_PAPER, paperSpeedMmPerSecond: 12.5, gainMmPerMv: 5 };

/** A strip that is lower than this shows nothing. */
const LEAST_STRIP_MM = 20;

/** A case as a report shows it; without a strip while its record is not here. */
export interface ReportCase {
  readonly contribution: PrototypeContribution;
  readonly strip: { readonly content: CaseStripContent; readonly layout: CaseStripLayout } | null;
}

/** What the cases of a report are made of. */
export interface CaseSources {
  readonly patient: Ecg;
  readonly manifest: Manifest;
  readonly records: AppState['prototypeRecords'];
  readonly rhythmLead: LeadName;
}

/** The explanation's prototypes in the reader's order of cases. */
export function orderCases(explanation: StatementExplanation, order: CaseOrder): readonly PrototypeContribution[] {
  return order === 'contribution' ? explanation.contributions : ownPrototypesBySimilarity(explanation);
}

/** Cases for paper, beside each other; none where there is no height for them. */
export function toReportCases(
  contributions: readonly PrototypeContribution[],
  sources: CaseSources,
  heightMm: number,
): readonly ReportCase[] {
  if (heightMm < LEAST_STRIP_MM) return [];
  const widthMm = caseWidthMm(contributions.length);
  return contributions.map((contribution) => {
    const content = findContent(contribution, sources, widthMm);
    return { contribution, strip: content && { content, layout: layoutCaseStrip(content, CASE_PAPER, heightMm) } };
  });
}

/**
 * Where a window matched, as many leads of it as fit, those in which the prototype's segment is largest; else as much of
 * the rhythm lead as fits.
 */
function findContent(
  { branch, index, match }: PrototypeContribution,
  { patient, manifest, records, rhythmLead }: CaseSources,
  widthMm: number,
): CaseStripContent | null {
  const { record, window } = manifest.prototypes[branch][index]!;
  const fetched = records[record];
  if (fetched?.status !== 'ready') return null;
  const prototype = fetched.ecg;
  const roomSeconds = widthMm / CASE_PAPER.paperSpeedMmPerSecond;
  if (match === null) {
    const whole = Math.min(USED_SECONDS, durationSeconds(patient), durationSeconds(prototype));
    const seconds = Math.min(whole, Math.floor(2 * roomSeconds) / 2);
    return { patient, prototype, leads: [rhythmLead], patientStartSeconds: 0, prototypeStartSeconds: 0, seconds };
  }
  const seconds = match.endSeconds - match.startSeconds;
  const prototypeStartSeconds = window === null ? 0 : window[0] / manifest.input.samplingRateHz;
  const count = Math.max(1, Math.floor(roomSeconds / seconds));
  const leads = findLargestLeads(prototype, prototypeStartSeconds, prototypeStartSeconds + seconds, count);
  return { patient, prototype, leads, patientStartSeconds: match.startSeconds, prototypeStartSeconds, seconds };
}
