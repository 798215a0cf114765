import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import { findDecimal } from '../fieldValue';
import type { DicomNode } from './dataSet';
import { TAGS } from './tags';
import { textOf } from './values';

/** The samples of a lead and how many samples after the start of its group the first of them was taken. */
export interface SkewedLead {
  readonly samples: Float64Array;
  readonly skewSamples: number;
}

const LARGEST_SKEW_SECONDS = 1;
/** A hundredth of a sample is how skews are rounded. */
const NOTABLE_SAMPLES = 0.01;

/**
 * The skew of a channel in samples, with its additional offset (PS3.3 clause C.10.9.1.4.3).
 * @throws Problem where it is no number or longer than a second.
 */
export function toSkewSamples(channel: DicomNode, samplingRateHz: number, label: string, name: string): number {
  const numberOf = (tag: string, field: string): number => {
    const text = textOf(channel, tag) || '0';
    const value = findDecimal(text);
    if (value === undefined) throw new Problem(`${name} gives ${field} of ${label} as ${toQuote(text)}, which it cannot be.`);
    return value;
  };
  const inSamples = numberOf(TAGS.sampleSkew, 'ChannelSampleSkew');
  const skew = inSamples === 0 ? numberOf(TAGS.timeSkew, 'ChannelTimeSkew') * samplingRateHz : inSamples;
  const total = skew + numberOf(TAGS.channelOffset, 'ChannelOffset') * samplingRateHz;
  if (Math.abs(total) <= LARGEST_SKEW_SECONDS * samplingRateHz) return total;
  throw new Problem(`${name} shifts the lead ${label} by ${Number((total / samplingRateHz).toPrecision(4))} s, which no ECG device does.`);
}

/**
 * Cuts leads whose first samples were not taken together so that they begin and end together, to the nearest sample.
 * @returns the samples in the same order, and what a reader should know.
 */
export function alignLeads(leads: readonly SkewedLead[], samplingRateHz: number) {
  const skews = leads.map(({ skewSamples }) => skewSamples);
  const earliest = Math.min(...skews);
  const spread = Math.max(...skews) - earliest;
  const late = skews.map((skew) => Math.round(skew - earliest));
  const latest = Math.max(0, ...late);
  const samples = leads.map((lead, index) => {
    const begin = latest - late[index]!;
    return lead.samples.subarray(begin, Math.max(begin, lead.samples.length - late[index]!));
  });
  const apartMs = Number(((spread / samplingRateHz) * 1000).toPrecision(3));
  const remark = `The first samples of the leads lie up to ${apartMs} ms apart: the leads were aligned to the nearest sample.`;
  return { samples, remarks: spread > NOTABLE_SAMPLES ? [remark] : [] };
}
