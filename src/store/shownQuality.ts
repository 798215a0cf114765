import type { LeadName } from '../ecg/lead';
import type { Quality, QualityFinding } from '../signal/quality/quality';
import { memoiseWeakly } from './memoiseWeakly';
import type { AppState } from './state';

const NO_FAULTS: ReadonlyMap<LeadName, string> = new Map();

/** What is wrong with the open recording; null while that is not known. */
export function findQualityOfShown({ measurements }: AppState): Quality | null {
  return measurements.status === 'ready' ? measurements.measured.quality : null;
}

/** The findings on which a reading should be doubted; notes are not among them. */
export const findFaults = memoiseWeakly(({ findings }: Quality): readonly QualityFinding[] =>
  findings.filter(({ severity }) => severity !== 'note'),
);

/** What was seen in each lead of the open recording that should be doubted, sentences. */
export function findFaultyLeads(state: AppState): ReadonlyMap<LeadName, string> {
  const quality = findQualityOfShown(state);
  return quality === null ? NO_FAULTS : toFaultyLeads(quality);
}

const toFaultyLeads = memoiseWeakly((quality: Quality): ReadonlyMap<LeadName, string> => {
  const seen = new Map<LeadName, string>();
  for (const { leads, evidence } of findFaults(quality)) {
    for (const lead of leads) seen.set(lead, seen.has(lead) ? `${seen.get(lead)} ${evidence}` : evidence);
  }
  return seen.size === 0 ? NO_FAULTS : seen;
});
