import type { LeadName } from '../ecg/lead';
import type { ScreenCalibration } from './screenScale';

/** The ways of laying out twelve leads: a whole page, in the form that is chosen; all leads at the match; one row a lead. */
export const LAYOUTS = ['page', 'matched', 'stacked'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** The forms of a whole page: 3 × 4 and a rhythm strip; 3 × 4 and three; 6 × 2. */
export const PAGE_FORMS = ['page', 'pageThreeStrips', 'sixByTwo'] as const;
export type PageForm = (typeof PAGE_FORMS)[number];

/** The paper's speeds, in millimetres a second. */
export const PAPER_SPEEDS = [25, 50] as const;
export type PaperSpeed = (typeof PAPER_SPEEDS)[number];

/** The paper's gains, in millimetres a millivolt. */
export const PAPER_GAINS = [5, 10, 20] as const;
export type PaperGain = (typeof PAPER_GAINS)[number];

/** The orders of the limb leads: the standard one, or Cabrera's. */
export const LEAD_ORDERS = ['standard', 'cabrera'] as const;
export type LeadOrder = (typeof LEAD_ORDERS)[number];

/** What is drawn: the recording, the network's input, or what they differ by. */
export const SIGNALS = ['recorded', 'seen', 'difference'] as const;
export type Signal = (typeof SIGNALS)[number];

/** The colours of the page; `system` follows the computer. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The colours of the ECG's paper: as printed, or white, greys and black for glare, weak projectors and weak eyes. */
export const PAPER_COLOURS = ['ecg', 'highContrast'] as const;
export type PaperColours = (typeof PAPER_COLOURS)[number];

/** The order of the cases: by size of contribution, or as the reference ranks, by similarity among the statement's own. */
export const CASE_ORDERS = ['contribution', 'ownSimilarity'] as const;
export type CaseOrder = (typeof CASE_ORDERS)[number];

/** From where contributions count: from similarities of 0, or from those of the pack's average ECG. */
export const LEDGER_BASES = ['zero', 'average'] as const;
export type LedgerBase = (typeof LEDGER_BASES)[number];

/**
 * How a case is shown: both ECGs side by side; the same with their R peaks at one place; both on one paper; or the patient
 * minus the prototype.
 */
export const CASE_VIEWS = ['beside', 'aligned', 'overlaid', 'difference'] as const;
export type CaseView = (typeof CASE_VIEWS)[number];

/** How the page looks: never what it shows. */
export interface DisplayState {
  /** `automatic` follows the chosen prototype: all leads at the match where it has one, else the whole page. */
  readonly layout: Layout | 'automatic';
  readonly pageForm: PageForm;
  readonly leadOrder: LeadOrder;
  /** The lead over the whole time, below the page and below all leads at the match. */
  readonly rhythmLead: LeadName;
  readonly paperSpeedMmPerSecond: PaperSpeed;
  readonly gainMmPerMv: PaperGain;
  /** Asked for; what is drawn is the recording until the network has had its input. */
  readonly signal: Signal;
  /** How long a millimetre is on the screens that were measured. */
  readonly calibrations: readonly ScreenCalibration[];
  readonly theme: Theme;
  readonly paperColours: PaperColours;
  /** Whether the reader has put the note on intended use aside. */
  readonly isNoteRead: boolean;
  readonly caseOrder: CaseOrder;
  readonly ledgerBase: LedgerBase;
  readonly caseView: CaseView;
}
