import type { LeadName } from '../../ecg/lead';
import { findLead } from '../../ecg/leadName';
import type { MissingFact, StatedFacts } from '../../ecg/statedFacts';
import { askText } from './askText';

/** What is chosen of a fact's offers, and what is typed in place of them. */
export interface Choice {
  /** An offer's place in its list, or {@link OWN}; null: nothing yet. */
  readonly option: string | null;
  readonly own: string;
}

/** The reader's choices so far. */
export type Draft = Readonly<Record<MissingFact['fact'], Choice>>;

/** The option of stating something that is not offered. */
export const OWN = 'own';

/** A fact as chosen: stated; or why what was typed states nothing; or neither, while nothing was chosen. */
export interface Answer {
  readonly stated?: StatedFacts;
  readonly fault?: string;
}

const NOTHING: Choice = { option: null, own: '' };

/** The choices that state what was stated before; none where nothing was. */
export function toDraft(missing: readonly MissingFact[], stated: StatedFacts): Draft {
  const draft = { samplingRateHz: NOTHING, microvoltsPerUnit: NOTHING, leadOrder: NOTHING };
  for (const asked of missing) {
    const value = stated[asked.fact];
    if (value === undefined) continue;
    const words = typeof value === 'number' ? String(value) : value.join(', ');
    const index = offersOf(asked).findIndex((offer) => String(offer) === String(value));
    draft[asked.fact] = index < 0 ? { option: OWN, own: words } : { option: String(index), own: '' };
  }
  return draft;
}

/** What a choice states. */
export function toAnswer(asked: MissingFact, { option, own }: Choice): Answer {
  if (option === null) return {};
  if (option !== OWN) return { stated: { [asked.fact]: offersOf(asked)[Number(option)] } };
  if (own.trim() === '') return {};
  return asked.fact === 'leadOrder' ? toOrder(own, asked.leadCount) : toNumber(asked.fact, own);
}

/** What all choices state together, and which facts they leave open. */
export function toStated(missing: readonly MissingFact[], draft: Draft): { readonly stated: StatedFacts; readonly open: readonly MissingFact['fact'][] } {
  const answers = missing.map((asked) => toAnswer(asked, draft[asked.fact]).stated);
  return {
    stated: Object.assign({}, ...answers) as StatedFacts,
    open: missing.flatMap(({ fact }, index) => (answers[index] ? [] : [fact])),
  };
}

function offersOf(asked: MissingFact): readonly (number | readonly LeadName[])[] {
  switch (asked.fact) {
    case 'samplingRateHz':
      return asked.offers;
    case 'microvoltsPerUnit':
      return asked.offers.map(({ microvoltsPerUnit }) => microvoltsPerUnit);
    case 'leadOrder':
      return asked.offers.map(({ leads }) => leads);
  }
}

function toNumber(fact: MissingFact['fact'], entered: string): Answer {
  const value = Number(entered.trim().replace(',', '.'));
  return value > 0 && Number.isFinite(value) ? { stated: { [fact]: value } } : { fault: askText.fault.number(entered.trim()) };
}

function toOrder(entered: string, leadCount: number): Answer {
  const names = entered.split(/[,;]/.test(entered) ? /[,;]/ : /\s+/).map((name) => name.trim()).filter((name) => name !== '');
  const leads = names.map(findLead);
  const unknown = names.find((_, index) => leads[index] === undefined);
  if (unknown !== undefined) return { fault: askText.fault.lead(unknown) };
  const known = leads as LeadName[];
  const twice = known.find((lead, index) => known.indexOf(lead) !== index);
  if (twice) return { fault: askText.fault.twice(twice) };
  if (known.length !== leadCount) return { fault: askText.fault.count(known.length, leadCount) };
  return { stated: { leadOrder: known } };
}
