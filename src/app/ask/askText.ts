import type { MissingFact } from '../../ecg/statedFacts';
import { formatCount, formatNumber } from '../../viewer/format';

const LONGEST_IN_SECONDS = 180;

/** What the complexes of most leads span in every ECG, in millivolts. */
const PLAUSIBLE_MV = { least: 0.05, most: 10 };

/** The words of the questions to the reader of a recording whose files do not say everything. */
export const askText = {
  title: (name: string) => `What ${name} leaves open`,
  introduction: 'Nothing is guessed: what you state here is the scale of the drawing, and stands beside the ECG as stated by you.',
  question: {
    samplingRateHz: 'How many samples a second?',
    microvoltsPerUnit: 'What is one unit of its numbers?',
    leadOrder: 'Which lead is which?',
  } satisfies Readonly<Record<MissingFact['fact'], string>>,
  hint: {
    samplingRateHz: (sampleCount: number) => `Every lead has ${formatCount(sampleCount)} samples.`,
    microvoltsPerUnit: (span: number) => `The numbers of most leads span about ${toDigits(span)}.`,
    leadOrder: (count: number) => `The file holds ${count} leads and does not name them.`,
  },
  suggested: (because: string) => `The numbers suggest it: ${because}. Choose it if it is so.`,

  rate: (rateHz: number) => `${formatNumber(rateHz)} Hz`,
  otherRate: 'Another rate',
  ownRate: 'Samples a second, in Hz',
  length: (seconds: number) => (seconds <= LONGEST_IN_SECONDS ? `${toTenths(seconds)} s long` : `${toTenths(seconds / 60)} min long`),

  otherUnit: 'Another unit',
  ownUnit: 'Microvolts of one unit',
  voltage: toVoltage,

  otherOrder: 'Another order',
  ownOrder: 'The leads in their order',
  orderHint: 'Such as: I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6',

  fault: {
    number: (entered: string) => `“${entered}” is no number above 0.`,
    lead: (entered: string) => `“${entered}” is none of the twelve leads.`,
    twice: (lead: string) => `${lead} is named twice.`,
    count: (named: number, held: number) => `${toCount(named)} named, and the file holds ${held}.`,
  },

  preview: 'As you state it',
  previewTitle: (label: string) => `${label} with the rate and the unit that are stated`,
  previewScale: (label: string) => `${label}, 25 mm/s, 10 mm/mV`,
  previewEmpty: 'Once rate and unit are stated, the beginning of one lead is drawn here to scale.',

  alsoFor: (count: number) => (count === 1 ? 'Use for the other recording that asks the same' : `Use for the other ${count} recordings that ask the same`),
  draw: 'Draw the ECG',
  drawing: 'Reading',
  open: (facts: readonly MissingFact['fact'][]) => `Still to be stated: ${facts.map((fact) => NAMES[fact]).join(', ')}.`,
  putAside: 'Put aside',
  leave: 'Leave it as it was',
  keys: 'Esc',
} as const;

const NAMES: Readonly<Record<MissingFact['fact'], string>> = { samplingRateHz: 'rate', microvoltsPerUnit: 'unit', leadOrder: 'leads' };

/** "complexes of about 1.2 mV"; beyond what hearts make, that too. */
function toVoltage(millivolts: number): string {
  const size = `Complexes of about ${toDigits(millivolts)} mV`;
  if (millivolts > PLAUSIBLE_MV.most) return `${size}, which no heart makes`;
  return millivolts < PLAUSIBLE_MV.least ? `${size}, which is no ECG but a flat line` : size;
}

function toTenths(value: number): string {
  return formatNumber(Math.round(10 * value) / 10);
}

function toDigits(value: number): string {
  return Number(value.toPrecision(2)).toLocaleString('en-US', { maximumFractionDigits: 9 });
}

function toCount(named: number): string {
  return named === 1 ? '1 lead is' : `${named} leads are`;
}
