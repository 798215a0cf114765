import type { Ecg } from '../../ecg/ecg';
import { durationSeconds } from '../../ecg/ecg';
import type { LeadName } from '../../ecg/lead';
import type { PrototypeContribution, StatementExplanation } from '../../explanation/explanation';
import { ownPrototypesBySimilarity } from '../../explanation/ownPrototypes';
import type { Manifest } from '../../model/manifest';
import { findLargestLeads } from '../../signal/largestLeads';
import { USED_SECONDS } from '../../signal/readWindow';
import type { CaseOrder } from '../../store/displayState';
import type { AppState } from '../../store/state';
import { type CaseStripContent, type CaseStripLayout, layoutCaseStrip } from '../../viewer/caseStrip';
import { DEFAULT_PAPER, type Paper } from '../../viewer/paper';
import { caseWidthMm } from './reportPage';

/** Cases are printed at half of the standard speed. */
const CASE_SPEED = 12.5;
/** And at half of the standard gain, or a quarter of it where the traces need more room. */
const CASE_GAINS = [5, 2.5] as const;

/** A strip that is lower than this shows nothing. */
const LEAST_STRIP_MM = 18;

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

/** Cases for one paper, beside each other; none where there is no height for them. */
export function toReportCases(
  contributions: readonly PrototypeContribution[],
  sources: CaseSources,
  heightMm: number,
): { readonly paper: Paper; readonly cases: readonly ReportCase[] } {
  const papers = CASE_GAINS.map((gainMmPerMv) => ({ ...DEFAULT_PAPER, paperSpeedMmPerSecond: CASE_SPEED, gainMmPerMv }));
  if (heightMm < LEAST_STRIP_MM) return { paper: papers[0]!, cases: [] };
  const widthMm = caseWidthMm(contributions.length);
  const contents = contributions.map((contribution) => findContent(contribution, sources, widthMm));
  const choices = papers.map((paper) => ({
    paper,
    cases: contributions.map((contribution, i): ReportCase => {
      const content = contents[i] ?? null;
      return { contribution, strip: content && { content, layout: layoutCaseStrip(content, paper, heightMm) } };
    }),
  }));
  return choices.find(({ cases }) => cases.every(({ strip }) => !strip?.layout.isTight)) ?? choices.at(-1)!;
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
  const roomSeconds = widthMm / CASE_SPEED;
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
