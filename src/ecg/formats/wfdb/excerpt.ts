import type { Ecg } from '../../ecg';
import { STANDARD_LEADS } from '../../lead';
import type { LeadName } from '../../lead';
import { findLead } from '../../leadName';
import { toListing } from '../../listing';
import { createNeedsFacts, toRateQuestion, toUnitQuestion } from '../missingFacts';
import type { MissingFact, StatedFacts } from '../../statedFacts';
import { type StoredLead, toEcg } from '../storedRecording';
import type { WfdbSignal } from './header';
import { type OrdinaryRecord, type ReadLeads, readLeads, toRecordRemarks } from './ordinaryRecord';
import type { WfdbPart, WfdbRecording } from './recording';
import type { SampleRange } from './samples';
import { findMicrovoltsPerStep, toAssumedStep, toScaleSentence } from './scale';

/** What is looked at of a recording without gain, so that its amplitude can be judged: 2 min at 500 Hz. */
const MOST_JUDGED_SAMPLES = 60_000;

/** Pauses that are told one by one. */
const MOST_PAUSES = 3;

/**
 * The ECG in a stretch of a recording whose rate is known.
 * @param samplingRateHz of the leads.
 * @throws Problem where samples and header disagree.
 */
export function readExcerpt(recording: WfdbRecording, samplingRateHz: number, stated: StatedFacts, range: SampleRange): Ecg {
  const { name, parts } = recording;
  const records = toRecords(parts);
  const present = STANDARD_LEADS.filter((lead) => records.some(({ leads }) => leads[lead]));
  const microvolts = new Map(present.map((lead) => [lead, new Float64Array(range.count).fill(NaN)]));
  const remarks = new Set(toPauseRemarks(recording, samplingRateHz));
  for (const part of parts) {
    const within = toWithin(part, range);
    if (!part.record || within.count <= 0) continue;
    const read = readLeads(part.record, within);
    for (const remark of [...read.remarks, ...toRecordRemarks(part.record)]) remarks.add(remark);
    for (const lead of present) place(read, lead, part, stated, microvolts.get(lead)!.subarray(part.first + within.first - range.first));
  }
  const leads = present.map((lead): StoredLead => ({ label: lead, samples: microvolts.get(lead)!, microvoltsPerStep: 1 }));
  const others = toOtherLabels(records).map((label): StoredLead => ({ label, samples: [], microvoltsPerStep: NaN }));
  const signals = present.flatMap((lead) => records.flatMap((record) => record.leads[lead] ?? []));
  const ecg = toEcg({
    name,
    format: toFormatName(records, parts),
    samplingRateHz,
    leads: [...leads, ...others],
    scaleField: 'the gain in the header',
    remarks: [...remarks],
  });
  return { ...ecg, scale: toScaleSentence(signals, stated, name) };
}

/**
 * Makes sure that rate and scale are known, from the headers or from somebody.
 * @returns the rate of the leads in hertz.
 * @throws NeedsFacts where they are not.
 */
export function requireFacts(recording: WfdbRecording, stated: StatedFacts): number {
  const samplingRateHz = recording.samplingRateHz ?? stated.samplingRateHz;
  const unit = stated.microvoltsPerUnit === undefined ? findUnitQuestion(recording) : undefined;
  if (samplingRateHz !== undefined && !unit) return samplingRateHz;
  const rate = samplingRateHz === undefined ? [toRateQuestion(recording.sampleCount)] : [];
  throw createNeedsFacts(recording.name, [...rate, ...(unit ? [unit] : [])]);
}

/** The scale that header(5) would have assumed without a word is offered, to be confirmed. */
function findUnitQuestion({ name, parts }: WfdbRecording): MissingFact | undefined {
  const record = toRecords(parts).find(({ leads }) => Object.values(leads).some(isUncalibrated));
  if (!record) return undefined;
  const read = readLeads(record, { first: 0, count: Math.min(record.sampleCount, MOST_JUDGED_SAMPLES) });
  const uncalibrated = STANDARD_LEADS.filter((lead) => record.leads[lead] && isUncalibrated(record.leads[lead]));
  const question = toUnitQuestion(uncalibrated.map((lead) => read.leads[lead]!));
  const microvoltsPerUnit = toAssumedStep(record.leads[uncalibrated[0]!]!, name);
  const others = question.offers.filter((offer) => offer.microvoltsPerUnit !== microvoltsPerUnit);
  return {
    ...question,
    offers: [{ unit: `steps of ${microvoltsPerUnit} µV`, microvoltsPerUnit }, ...others],
    inferred: { microvoltsPerUnit, because: 'WFDB assumes 200 steps per unit where a header gives no gain' },
  };
}

function isUncalibrated({ gain }: WfdbSignal): boolean {
  return gain === undefined;
}

function place({ leads }: ReadLeads, lead: LeadName, { record }: WfdbPart, stated: StatedFacts, target: Float64Array): void {
  const samples = leads[lead];
  if (!samples) return;
  const signal = record!.leads[lead]!;
  const step = findMicrovoltsPerStep(signal, stated, record!.name)!;
  samples.forEach((sample, index) => (target[index] = (sample - signal.baseline) * step));
}

/** The stretch of a part that lies in one of the recording; none where its count is 0 or less. */
function toWithin(part: WfdbPart, { first, count }: SampleRange): SampleRange {
  const start = Math.max(part.first, first);
  return { first: start - part.first, count: Math.min(part.first + part.sampleCount, first + count) - start };
}

/** The records of a recording, each once. */
function toRecords(parts: readonly WfdbPart[]): OrdinaryRecord[] {
  return [...new Set(parts.flatMap(({ record }) => record ?? []))];
}

function toOtherLabels(records: readonly OrdinaryRecord[]): string[] {
  const labels = records.flatMap(({ header }) => header.signals.map(({ description }) => description));
  return [...new Set(labels)].filter((label) => findLead(label) === undefined);
}

/** Tells when nothing was recorded, in seconds from the beginning. */
function toPauseRemarks({ parts, leftOutCount }: WfdbRecording, samplingRateHz: number): string[] {
  const toSeconds = (sample: number) => Number((sample / samplingRateHz).toFixed(3));
  const pauses = parts.filter(({ record }) => !record || Object.keys(record.leads).length === 0);
  return [
    ...(leftOutCount > 0 ? [`Nothing was recorded in the first ${toSeconds(leftOutCount)} s, which were left out.`] : []),
    ...(pauses.length > 0 ? [toPauseRemark(pauses, toSeconds)] : []),
  ];
}

function toPauseRemark(pauses: readonly WfdbPart[], toSeconds: (sample: number) => number): string {
  if (pauses.length > MOST_PAUSES) {
    const total = pauses.reduce((sum, { sampleCount }) => sum + sampleCount, 0);
    return `In ${pauses.length} pauses, together ${toSeconds(total)} s, nothing was recorded.`;
  }
  const times = pauses.map(({ first, sampleCount }) => `${toSeconds(first)} s to ${toSeconds(first + sampleCount)} s`);
  return `Nothing was recorded from ${toListing(times)}.`;
}

function toFormatName(records: readonly OrdinaryRecord[], parts: readonly WfdbPart[]): string {
  const files = records.flatMap((record) => record.files);
  const formats = [...new Set(files.map(({ signals }) => String(signals[0]!.format)))];
  const wrapped = files.some(({ isMatlab }) => isMatlab) ? ', MATLAB file' : '';
  const segments = parts.length > 1 ? `, ${parts.length} segments` : '';
  return `WFDB (${formats.length > 1 ? 'formats' : 'format'} ${toListing(formats)}${wrapped}${segments})`;
}
