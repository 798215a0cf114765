import { coversSeconds } from '../coversSeconds';
import { STANDARD_LEADS } from '../lead';
import type { LeadName } from '../lead';
import { toListing } from '../listing';
import { type FactPreview, type MissingFact, NeedsFacts } from '../statedFacts';

type Question<Fact extends MissingFact['fact']> = Extract<MissingFact, { readonly fact: Fact }>;

const LIMB_LEADS = STANDARD_LEADS.slice(0, 6);
const CHEST_LEADS = STANDARD_LEADS.slice(6);
const LEAST_SECONDS = 10;

/** Rates of electrocardiographs, research databases and Holter recorders, in hertz. */
const COMMON_RATES_HZ = [100, 125, 128, 200, 240, 250, 256, 300, 360, 400, 500, 512, 1000, 2000];

/** Units in which files hold ECGs. */
const COMMON_UNITS = [
  { unit: 'V', microvoltsPerUnit: 1e6 },
  { unit: 'mV', microvoltsPerUnit: 1000 },
  { unit: 'µV', microvoltsPerUnit: 1 },
  { unit: 'nV', microvoltsPerUnit: 0.001 },
];

/** Steps of common devices' converters. */
const COMMON_STEPS = [
  { unit: 'steps of 2.5 µV', microvoltsPerUnit: 2.5 },
  { unit: 'steps of 4.88 µV', microvoltsPerUnit: 4.88 },
  { unit: 'steps of 5 µV', microvoltsPerUnit: 5 },
];

/** What the middle 98 % of a lead span in most ECGs: no two of the units fit one and the same span. */
const PLAUSIBLE_MICROVOLTS = { least: 50, most: 10_000 };

const ORDERS: readonly { readonly name: string; readonly leads: readonly LeadName[] }[] = [
  { name: 'I, II, III, aVR, aVL, aVF, V1–V6', leads: STANDARD_LEADS },
  { name: 'I, II, V1–V6, III, aVR, aVL, aVF', leads: ['I', 'II', ...CHEST_LEADS, 'III', 'aVR', 'aVL', 'aVF'] },
  { name: 'V1–V6, I, II, III, aVR, aVL, aVF', leads: [...CHEST_LEADS, ...LIMB_LEADS] },
  { name: 'I, II, V1–V6', leads: ['I', 'II', ...CHEST_LEADS] },
  { name: 'II, III, V1–V6', leads: ['II', 'III', ...CHEST_LEADS] },
  { name: 'V1–V6, I, II', leads: [...CHEST_LEADS, 'I', 'II'] },
];

const WORDS: Readonly<Record<MissingFact['fact'], string>> = {
  samplingRateHz: 'at what rate it was sampled',
  microvoltsPerUnit: 'in what unit its numbers are',
  leadOrder: 'in which order its leads stand',
};

/**
 * Asks for the sampling rate of leads of so many samples. Offered are common rates at which they last 10 s: none where
 * they are fewer than 1,000.
 */
export function toRateQuestion(sampleCount: number): Question<'samplingRateHz'> {
  const offers = COMMON_RATES_HZ.filter((rateHz) => coversSeconds(sampleCount, rateHz, LEAST_SECONDS));
  return { fact: 'samplingRateHz', sampleCount, offers };
}

/**
 * Asks for the unit of the leads' numbers, NaN where one is missing. Offered are units under which an ECG spans what
 * ECGs span, for whole numbers also the steps of common devices; volts to nanovolts where there is none.
 */
export function toUnitQuestion(leads: readonly ArrayLike<number>[]): Question<'microvoltsPerUnit'> {
  const typicalSpan = toTypicalSpan(leads);
  const isPlausible = ({ microvoltsPerUnit }: { readonly microvoltsPerUnit: number }) =>
    typicalSpan * microvoltsPerUnit >= PLAUSIBLE_MICROVOLTS.least && typicalSpan * microvoltsPerUnit <= PLAUSIBLE_MICROVOLTS.most;
  const [likely] = COMMON_UNITS.filter(isPlausible);
  const steps = leads.every(isWhole) ? COMMON_STEPS.filter(isPlausible) : [];
  const offers = [...(likely ? [likely] : []), ...steps];
  return {
    fact: 'microvoltsPerUnit',
    typicalSpan,
    offers: offers.length > 0 ? offers : COMMON_UNITS,
    ...(likely && { inferred: { microvoltsPerUnit: likely.microvoltsPerUnit, because: toReason(typicalSpan, likely) } }),
  };
}

/** Asks for the lead of each of so many columns or rows. Offered are the orders that are common for so many leads. */
export function toOrderQuestion(leadCount: number): Question<'leadOrder'> {
  return { fact: 'leadOrder', leadCount, offers: ORDERS.filter(({ leads }) => leads.length === leadCount) };
}

/** A recording as far as its file and what was stated tell what its numbers mean. */
interface OpenRecording {
  readonly samplingRateHz: number | undefined;
  readonly sampleCount: number;
  /** The numbers of the leads whose unit is unknown, in it. */
  readonly unscaledLeads: readonly ArrayLike<number>[];
  /** How many leads an order is needed for; 0 where they have their names. */
  readonly unnamedCount: number;
}

/** Asks for all that is unknown of a recording, in the order rate, unit, order of leads; for nothing where all is known. */
export function toQuestions({ samplingRateHz, sampleCount, unscaledLeads, unnamedCount }: OpenRecording): MissingFact[] {
  return [
    ...(samplingRateHz === undefined ? [toRateQuestion(sampleCount)] : []),
    ...(unscaledLeads.length > 0 ? [toUnitQuestion(unscaledLeads)] : []),
    ...(unnamedCount > 0 ? [toOrderQuestion(unnamedCount)] : []),
  ];
}

/** What to throw where a file says everything but these facts, one at least; `name` is the file's, for the sentence. */
export function createNeedsFacts(name: string, missing: readonly MissingFact[], preview?: FactPreview): NeedsFacts {
  return new NeedsFacts(`${name} does not say ${toListing(missing.map(({ fact }) => WORDS[fact]))}.`, missing, preview);
}

/** What the middle 98 % of the numbers span in a lead, the median of the leads; 0 of no numbers. */
function toTypicalSpan(leads: readonly ArrayLike<number>[]): number {
  const spans = Float64Array.from(leads, toSpan).sort();
  return spans[Math.floor(spans.length / 2)] ?? 0;
}

function toSpan(samples: ArrayLike<number>): number {
  const sorted = Float64Array.from(samples).filter((sample) => !Number.isNaN(sample)).sort();
  const last = sorted.length - 1;
  return last < 0 ? 0 : sorted[Math.floor(0.99 * last)]! - sorted[Math.ceil(0.01 * last)]!;
}

function isWhole(samples: ArrayLike<number>): boolean {
  for (let index = 0; index < samples.length; index++) {
    if (!Number.isInteger(samples[index]) && !Number.isNaN(samples[index])) return false;
  }
  return true;
}

function toReason(span: number, { unit, microvoltsPerUnit }: { readonly unit: string; readonly microvoltsPerUnit: number }): string {
  const [numbers, millivolts] = [span, (span * microvoltsPerUnit) / 1000].map((value) => Number(value.toPrecision(2)));
  return `its leads span about ${numbers}, which in ${unit} are ${millivolts} mV`;
}
