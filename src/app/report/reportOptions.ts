/** Which statements a report lists. */
export const REPORT_STATEMENTS = ['predicted', 'chosen'] as const;
/** How many cases a report shows at most. */
export const REPORT_CASES = [0, 1, 2, 3] as const;

/** What the reader decides about one report; forgotten with it. */
export interface ReportOptions {
  /** Whose ECG it is, as the reader typed it for this report alone. */
  readonly identity: string;
  readonly statements: (typeof REPORT_STATEMENTS)[number];
  readonly caseCount: (typeof REPORT_CASES)[number];
}

/** A report says nothing of whose ECG it is until somebody types it. */
export const DEFAULT_REPORT: ReportOptions = { identity: '', statements: 'predicted', caseCount: 2 };
