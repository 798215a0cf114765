import type { AverageEcg } from '../../explanation/averageEcg';
import type { LeadName } from '../../ecg/lead';
import type { BranchName } from '../../model/branch';
import type { LedgerBase } from '../../store/displayState';
import { formatCount } from '../../viewer/format';

const BASE_NAMES: Readonly<Record<LedgerBase, string>> = { zero: 'Absolute', average: 'Relative to the average ECG' };
const BRANCH_NAMES: Readonly<Record<BranchName, string>> = { rhythm: 'Rhythm', morphology: 'Morphology', global: 'Global' };

/** The words about how contributions are counted. */
export const ledgerBaseText = {
  label: 'How contributions are counted',
  name: (base: LedgerBase) => BASE_NAMES[base],
  zero: 'Weight × similarity: counted from a similarity of 0.',
  average: ({ ecgCount: { fewest, most } }: AverageEcg) =>
    `Weight × (similarity − average): counted from the average of ${fewest === most ? '' : `${formatCount(fewest)} to `}${formatCount(most)} held-out ECGs.`,
  none: 'There is no relative view: this model’s pack does not say how similar ECGs are on average.',
  lane: 'Absolute, as no average is known for single windows.',
  mutedLane: 'Without what is muted.',
} as const;

/** The words of the what-if. */
export const whatIfText = {
  open: 'What if…',
  title: 'What if the model did without …',
  branches: 'Branches',
  leads: 'Leads',
  branchName: (branch: BranchName) => BRANCH_NAMES[branch],
  branchHint: (base: LedgerBase) =>
    base === 'zero'
      ? 'A muted branch contributes 0. Single prototypes are muted at the end of their row.'
      : 'A muted branch counts as in the average ECG. Single prototypes are muted at the end of their row.',
  leadHint: 'A muted lead is flat, and the network computes anew. Models rarely learn from flat leads: read the change with care.',

  bar: 'What if',
  muted: 'Muted',
  leadChip: (lead: LeadName) => `${lead} flat`,
  branchChip: (branch: BranchName) => `${branch} branch`,
  ratedBadChip: (count: number) => `${formatCount(count)} rated bad`,
  remove: (part: string) => `Let ${part} count again`,
  reset: 'Reset',
  computing: (leads: readonly LeadName[]) => `Computing with ${leads.join(', ')} flat …`,
  failed: 'The network could not compute that.',
  logit: 'Logit',
  probability: 'Probability',
  becomes: 'becomes',
  predicted: (before: boolean, after: boolean) =>
    before === after ? `still ${after ? 'predicted' : 'not predicted'}` : `${before ? 'predicted' : 'not predicted'} → ${after ? 'predicted' : 'not predicted'}`,
  lost: (codes: readonly string[]) => `No longer predicted: ${codes.join(', ')}.`,
  gained: (codes: readonly string[]) => `Newly predicted: ${codes.join(', ')}.`,
  noFlips: 'The same statements are predicted.',
  scope: 'Contributions, sentence, cases and time lane follow the what-if; the list of statements keeps the real prediction.',
  partsScope: (isRelative: boolean) =>
    isRelative ? 'What is muted counts as in the average ECG.' : 'What is muted counts 0, as if nothing resembled it.',
  prefix: 'What if:',
  real: 'The real prediction:',
  ledger: 'Contributions, what if',
  cases: 'Cases, what if',
} as const;
