import { STANDARD_LEADS } from '../../lead';
import type { LeadName } from '../../lead';
import { Problem } from '../../problem';
import type { StatedFacts } from '../../statedFacts';
import { findStatedOrder, STATED_UNIT, toStatedRemarks } from '../asStated';
import { toFactPreview } from '../factPreview';
import { createNeedsFacts, toQuestions } from '../missingFacts';
import { toIndependentLeadPositions } from '../standardLeads';
import type { StoredLead, StoredRecording } from '../storedRecording';
import { findTimeRate, type TimeRate } from './findTimeRate';
import type { Signal } from './readSignals';
import type { Preamble } from './toPreamble';

/** A table's leads with their scale, and how fast they were sampled. */
export interface TableFacts extends Pick<StoredRecording, 'samplingRateHz' | 'leads'> {
  readonly scale: Pick<StoredRecording, 'scaleField' | 'stepName'>;
  readonly remarks: readonly string[];
}

/** So many leads can be told apart by their order alone. */
const UNNAMED_COUNTS: readonly number[] = [8, STANDARD_LEADS.length];

/** Ten seconds at the least rate. */
const LEAST_SAMPLES = 1000;

/** Two statements of one rate may differ by so much, as a share of it, where one of them is rounded. */
const RATE_TOLERANCE = 1e-3;

/**
 * Rate, scale and leads of a table: what it says itself, else what was stated.
 * @throws NeedsFacts with all that neither tells. Problem where the table contradicts itself or is no 12-lead ECG.
 */
export function toFacts(signals: readonly Signal[], words: Preamble, stated: StatedFacts, name: string): TableFacts {
  const { leads, others, rowTimes } = toLeads(signals, name);
  const rate = findRate(rowTimes, words, name);
  const samplingRateHz = rate?.samplingRateHz ?? stated.samplingRateHz;
  const leadOrder = leads.every(({ lead }) => lead) ? leads.map(({ lead }) => lead!) : findStatedOrder(leads.length, stated, name);
  const units = leads.map(({ lead, signal }) => findUnit(signal, words, lead, name));
  const unsaid = leads.filter((_, index) => units[index] === undefined).map(({ signal }) => signal.values);
  const sampleCount = Math.max(...leads.map(({ signal }) => signal.values.length));
  if (samplingRateHz === undefined && sampleCount < LEAST_SAMPLES) {
    throw new Problem(`${name} holds ${sampleCount} values of every lead; 10 s are at least ${LEAST_SAMPLES}, at 100 Hz.`);
  }
  const missing = toQuestions({
    samplingRateHz,
    sampleCount,
    unscaledLeads: stated.microvoltsPerUnit === undefined ? unsaid : [],
    unnamedCount: leadOrder ? 0 : leads.length,
  });
  if (missing.length > 0) {
    const shown = leads.map(({ lead, signal }, index) => ({ label: lead, samples: signal.values, microvoltsPerUnit: units[index] }));
    throw createNeedsFacts(name, missing, toFactPreview(shown, rate?.samplingRateHz));
  }
  const stored = leads.map(({ signal }, index): StoredLead => {
    return { label: leadOrder![index]!, samples: signal.values, microvoltsPerStep: units[index] ?? stated.microvoltsPerUnit! };
  });
  return {
    samplingRateHz: samplingRateHz!,
    leads: [...stored, ...others.map((label) => ({ label, samples: [], microvoltsPerStep: NaN }))],
    scale: { stepName: 'unit', scaleField: toScaleField(signals, unsaid.length > 0) },
    remarks: [
      ...(rate?.remarks ?? []),
      ...toStatedRemarks(rate ? undefined : samplingRateHz, leads.every(({ lead }) => lead) ? undefined : leadOrder),
    ],
  };
}

interface FoundLead {
  /** Undefined where the table names no leads. */
  readonly lead: LeadName | undefined;
  readonly signal: Signal;
}

interface FoundLeads {
  readonly leads: readonly FoundLead[];
  /** Names of what is neither lead nor time nor the number of a sample. */
  readonly others: readonly string[];
  readonly rowTimes: readonly Signal[];
}

function toLeads(signals: readonly Signal[], name: string): FoundLeads {
  const times = signals.filter(({ column }) => column?.kind === 'time');
  const named = signals.flatMap((signal) => (signal.column?.kind === 'lead' ? [{ lead: signal.column.lead, signal }] : []));
  const others = signals.flatMap(({ column }) => (column?.kind === 'other' ? [column.label] : []));
  const bare = signals.filter(({ column }) => !column || column.kind === 'numbered');
  if (named.length > 0 || bare.length === 0) {
    const unused = [...bare.map(({ column }) => column?.label ?? ''), ...others];
    toIndependentLeadPositions([...named.map(({ lead }) => lead), ...unused], name);
    return { leads: named, others: unused, rowTimes: times };
  }
  // No lead only rises: such a column counts the samples or the time.
  const [first, ...rest] = bare;
  const isCounter = first!.texts.length > 1 && isRising(first!.values);
  const leads = isCounter ? rest : bare;
  if (!UNNAMED_COUNTS.includes(leads.length)) {
    const count = `${leads.length} ${leads.length === 1 ? 'signal' : 'signals'}`;
    throw new Problem(`${name} holds ${count} without the names of leads; without names, only 8 or 12 can be told apart by their order.`);
  }
  const unnamed = leads.map((signal) => ({ lead: undefined, signal }));
  return { leads: unnamed, others, rowTimes: isCounter ? [...times, first!] : times };
}

function isRising(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value > values[index - 1]!);
}

function findRate(times: readonly Signal[], { samplingRateHz: told }: Preamble, name: string): TimeRate | undefined {
  const found = times.map((signal) => findTimeRate(signal, signal.column?.kind === 'time' ? signal.column.secondsPerUnit : undefined, name));
  const rate = found.find((rateOfTimes) => rateOfTimes !== undefined);
  if (told === undefined) return rate;
  if (rate && Math.abs(rate.samplingRateHz - told) > RATE_TOLERANCE * told) {
    throw new Problem(`${name} gives the sampling rate as ${told} Hz, but its column of times as ${rate.samplingRateHz} Hz.`);
  }
  return { samplingRateHz: told, remarks: [] };
}

function findUnit({ column }: Signal, { microvoltsPerUnit: told }: Preamble, lead: LeadName | undefined, name: string): number | undefined {
  const own = column?.kind === 'lead' ? column.microvoltsPerUnit : undefined;
  if (own !== undefined && told !== undefined && own !== told) {
    throw new Problem(`${name} gives one unit of its numbers as ${told} µV, but with the name of ${lead!} as ${own} µV.`);
  }
  return own ?? told;
}

function toScaleField(signals: readonly Signal[], isStated: boolean): string {
  if (isStated) return STATED_UNIT;
  const isNamed = signals.some(({ column }) => column?.kind === 'lead' && column.microvoltsPerUnit !== undefined);
  return isNamed ? 'the unit with the names of the leads' : 'the lines above the table';
}
