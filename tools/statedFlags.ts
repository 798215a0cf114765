import { findMicrovolts } from '../src/ecg/formats/voltageUnit';
import type { LeadName } from '../src/ecg/lead';
import { findLead } from '../src/ecg/leadName';
import { toListing } from '../src/ecg/listing';
import { Problem } from '../src/ecg/problem';
import type { MissingFact, StatedFacts } from '../src/ecg/statedFacts';

/** The options by which a command states what files do not say. */
export const STATED_OPTIONS = { rate: { type: 'string' }, unit: { type: 'string' }, leads: { type: 'string' } } as const;

/** These options in a command's usage. */
export const STATED_USAGE = '[--rate HZ] [--unit mV] [--leads I,II,…]';

const FLAGS: Readonly<Record<MissingFact['fact'], string>> = {
  samplingRateHz: '--rate HZ',
  microvoltsPerUnit: '--unit mV',
  leadOrder: '--leads NAMES',
};

/** What such options state. @throws Problem that quotes the value where one states nothing. */
export function toStatedFacts({ rate, unit, leads }: Partial<Record<keyof typeof STATED_OPTIONS, string>>): StatedFacts {
  return {
    ...(rate !== undefined && { samplingRateHz: toRate(rate) }),
    ...(unit !== undefined && { microvoltsPerUnit: toMicrovolts(unit) }),
    ...(leads !== undefined && { leadOrder: leads.split(',').map(toLead) }),
  };
}

/** "State it with --rate HZ and --unit mV." */
export function toFlagSentence(missing: readonly MissingFact[]): string {
  return `State it with ${toListing(missing.map(({ fact }) => FLAGS[fact]))}.`;
}

function toRate(text: string): number {
  const rate = Number(text);
  if (text.trim() === '' || !Number.isFinite(rate) || rate <= 0) throw new Problem(`--rate is a number of hertz such as 500, not "${text}".`);
  return rate;
}

/** "mV", "uV", or microvolts of one unit as a number: "2.44uV". */
function toMicrovolts(text: string): number {
  const [, factor = '', name = ''] = text.trim().match(/^([\d.]*)\s*(.*)$/) ?? [];
  const microvolts = findMicrovolts(name);
  const count = factor === '' ? 1 : Number(factor);
  if (microvolts === undefined || !(count > 0)) throw new Problem(`--unit is a unit of voltage such as mV, uV or 2.44uV, not "${text}".`);
  return count * microvolts;
}

function toLead(text: string): LeadName {
  const lead = findLead(text);
  if (!lead) throw new Problem(`--leads lists standard leads such as I,II,V1; "${text}" is none.`);
  return lead;
}
