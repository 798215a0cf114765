import type { LeadName } from '../../lead';
import { findLead } from '../../leadName';
import { findMicrovolts } from '../voltageUnit';

/** What a column (or row) of a table holds, by its name. */
export type Column =
  | { readonly kind: 'lead'; readonly label: string; readonly lead: LeadName; readonly microvoltsPerUnit: number | undefined }
  | { readonly kind: 'time'; readonly label: string; readonly secondsPerUnit: number | undefined }
  /** The number of the sample, or a number in place of a name. */
  | { readonly kind: 'index' | 'numbered' | 'other'; readonly label: string };

const LONGEST_LABEL = 80;

const SECONDS: readonly (readonly [names: RegExp, seconds: number])[] = [
  [/^(?:s|secs?|seconds?|sekunden?)$/i, 1],
  [/^(?:ms|msecs?|milli-?sec(?:ond)?s?|millisekunden?)$/i, 1e-3],
  [/^(?:[u\u00b5\u03bc]s|usecs?|micro-?sec(?:ond)?s?)$/i, 1e-6],
];

/** "V1 [µV]", "I (mV)", "aVR/uV", "II in mV", "V1_uV": a name, then a unit. */
const WITH_UNIT = /^(.*?)(?:\s*[[(]([^[\]()]*)[\])]|(?:[\s_/,:-]|\sin\s)+([^\s_/,:[\]()-]+))$/;

const TIME = /^(?:(?:elapsed|sample|recording)?[\s_-]*(?:date)?[\s_-]*time(?:[\s_-]*stamps?)?|t|zeit|uhrzeit|temps|tiempo|tempo|channeltitle=)$/i;

const INDEX = /^(?:|#|n|nr\.?|no\.?|idx|index|row|frame|nseq|unnamed: 0|samples?(?:[\s_-]*(?:#|no\.?|nr\.?|num(?:ber)?|index|idx))?|abtastwert)$/i;

/** Names of programs for columns that nobody named: "0", "ch1", "Channel 1", "lead_0", "x1". */
const NUMBERED = /^(?:ch|chan|channel|kanal|col|column|lead|signal|sig|ecg|x)?[\s_.-]*\d{1,3}$/i;

/** What a column holds, by its name and by the unit in it or, where that names none, beneath it. */
export function toColumn(label: string, unitBeneath = ''): Column {
  if (label.length > LONGEST_LABEL) return { kind: 'other', label };
  const [, name = label, bracketed, ending] = WITH_UNIT.exec(label) ?? [];
  const unit = bracketed ?? ending ?? '';
  const lead = findLead(label) ?? (findMicrovolts(unit) === undefined ? undefined : findLead(name));
  if (lead) return { kind: 'lead', label, lead, microvoltsPerUnit: findMicrovolts(unit) ?? findMicrovolts(unitBeneath) };
  const unitOfTime = [unit, unitBeneath, label].map(findSeconds).find((seconds) => seconds !== undefined);
  const isTime = TIME.test(label) || TIME.test(name) || findSeconds(label) !== undefined;
  if (isTime) return { kind: 'time', label, secondsPerUnit: unitOfTime };
  if (INDEX.test(label)) return { kind: 'index', label };
  return { kind: NUMBERED.test(label) ? 'numbered' : 'other', label };
}

/** Seconds of a unit of time as files name it; undefined for all else. */
export function findSeconds(unit: string): number | undefined {
  return SECONDS.find(([names]) => names.test(unit.trim()))?.[1];
}
