import type { Ecg } from '../ecg';
import type { LeadName } from '../lead';
import { findLead } from '../leadName';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { type MissingFact, NeedsFacts, type StatedFacts } from '../statedFacts';
import { findStatedOrder, STATED_UNIT, toStatedRemarks } from './asStated';
import { toFactPreview } from './factPreview';
import { toReadLength } from './longRecording';
import { createNeedsFacts, toQuestions } from './missingFacts';
import { toRecordingRemarks } from './recordingLimits';
import { toIndependentLeadPositions } from './standardLeads';
import { type StoredLead, toEcg } from './storedRecording';

/** One lead of a file that may not say what its numbers mean. */
export interface PartlyToldLead {
  /** The lead's name as the file writes it; undefined in all leads where the file names none. */
  readonly label?: string | undefined;
  /** What the file stores, NaN where a sample is missing. */
  readonly samples: ArrayLike<number>;
  /** Microvolts of the unit that the lead is measured in; undefined where the file does not say. */
  readonly microvoltsPerUnit?: number | undefined;
  /** Units of one step of the samples; 1 unless given. */
  readonly unitsPerStep?: number;
  /** Units of the value 0; 0 unless given. */
  readonly originUnits?: number;
}

/** A recording of which the file may leave out the rate, the unit or the names of the leads. */
export interface PartlyToldRecording {
  readonly name: string;
  readonly format: string;
  readonly samplingRateHz?: number | undefined;
  readonly leads: readonly PartlyToldLead[];
  /** Where the scale comes from if the file gives the unit, "the unit of the samples". */
  readonly scaleField: string;
  /** What 1 in the file is called; "LSB" unless given. */
  readonly stepName?: string;
  readonly remarks?: readonly string[];
  /** What else would tell the missing facts, added to the sentence that asks for them: "its header x.hea says it". */
  readonly advice?: string;
}

const LEAST_SAMPLES = 1000;
const FEWEST_LEADS = 8;
const MOST_LEADS = 12;

/**
 * The 12-lead ECG in a recording, with what is stated where the file does not say it; what it says is never overruled.
 * @throws NeedsFacts with all that is missing. Problem where the recording cannot be read whatever is stated.
 */
export function toPartlyToldEcg(recording: PartlyToldRecording, stated: StatedFacts): Ecg {
  const { name, format, leads, scaleField, stepName = 'LSB', remarks = [] } = recording;
  requireNumbers(recording);
  const order = leads.every(({ label }) => label === undefined) ? toStatedOrder(leads, stated, name) : undefined;
  const labels = leads.map(({ label }, index) => label ?? order?.[index] ?? '');
  const isUsed = (index: number) => findLead(labels[index]!) !== undefined;
  const used = labels.some((label) => label !== '') ? leads.filter((_, index) => isUsed(index)) : leads;
  const samplingRateHz = recording.samplingRateHz ?? stated.samplingRateHz;
  const sampleCount = used[0]?.samples.length ?? 0;
  requireReadable(recording, labels, sampleCount);
  const unscaled = used.filter(({ microvoltsPerUnit }) => microvoltsPerUnit === undefined);
  const missing = toQuestions({
    samplingRateHz,
    sampleCount,
    unscaledLeads: stated.microvoltsPerUnit === undefined ? unscaled.map(toUnits) : [],
    unnamedCount: labels.includes('') ? leads.length : 0,
  });
  if (missing.length > 0) throw toQuestion(recording, missing);

  const readLength = toReadLength(sampleCount, samplingRateHz!);
  return toEcg({
    name,
    format,
    samplingRateHz: samplingRateHz!,
    leads: leads.map(({ samples, microvoltsPerUnit = stated.microvoltsPerUnit!, unitsPerStep = 1, originUnits = 0 }, index): StoredLead => ({
      label: labels[index]!,
      samples: !isUsed(index) ? [] : readLength.sampleCount < sampleCount ? Array.prototype.slice.call(samples, 0, readLength.sampleCount) : samples,
      microvoltsPerStep: unitsPerStep * microvoltsPerUnit,
      originMicrovolts: originUnits * microvoltsPerUnit,
    })),
    stepName,
    scaleField: unscaled.length > 0 ? STATED_UNIT : scaleField,
    remarks: [...readLength.remarks, ...remarks, ...toStatedRemarks(recording.samplingRateHz === undefined ? samplingRateHz : undefined, order)],
  });
}

function requireNumbers({ name, leads }: PartlyToldRecording): void {
  leads.forEach(({ label, samples }, index) => {
    for (let at = 0; at < samples.length; at++) {
      if (Math.abs(samples[at]!) !== Infinity) continue;
      throw new Problem(`${name} has an infinite number among the samples of ${label === undefined ? `lead ${index + 1}` : toQuote(label)}.`);
    }
  });
}

/** The order that was stated, if any. */
function toStatedOrder(leads: readonly PartlyToldLead[], stated: StatedFacts, name: string): readonly LeadName[] | undefined {
  if (leads.length < FEWEST_LEADS || leads.length > MOST_LEADS) {
    const what = leads.length === 1 ? 'one lead' : `${leads.length} leads`;
    throw new Problem(`${name} holds ${what} without names; only ${FEWEST_LEADS} to ${MOST_LEADS} can be told apart by their order.`);
  }
  return findStatedOrder(leads.length, stated, name);
}

/** Nothing is asked of a recording that cannot be read whatever the answer. */
function requireReadable({ name, samplingRateHz }: PartlyToldRecording, labels: readonly string[], sampleCount: number): void {
  if (!labels.includes('')) toIndependentLeadPositions(labels, name);
  if (samplingRateHz !== undefined) toRecordingRemarks(samplingRateHz, sampleCount, name);
  else if (sampleCount < LEAST_SAMPLES) {
    throw new Problem(`${name} holds ${sampleCount} samples of each lead; 10 s at 100 Hz or more are at least ${LEAST_SAMPLES}.`);
  }
}

function toUnits({ samples, unitsPerStep = 1 }: PartlyToldLead): ArrayLike<number> {
  return unitsPerStep === 1 ? samples : Float64Array.from(samples, (sample) => sample * unitsPerStep);
}

function toQuestion({ name, samplingRateHz, leads, advice }: PartlyToldRecording, missing: readonly MissingFact[]): NeedsFacts {
  const shown = leads.map((lead) => ({ label: lead.label, samples: toUnits(lead), microvoltsPerUnit: lead.microvoltsPerUnit }));
  const asked = createNeedsFacts(name, missing, toFactPreview(shown, samplingRateHz));
  return advice === undefined ? asked : new NeedsFacts(asked.message.replace(/\.$/, `; ${advice}.`), missing, asked.preview);
}
