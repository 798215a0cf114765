import type { Ecg } from '../ecg/ecg';
import { type LeadName, STANDARD_LEADS } from '../ecg/lead';
import { createQualityWindows, type QualityWindows, type ScoreQuality } from './qualityWindows';

/** A whole recording at a glance: how far one lead reaches in each small part of it, and where ten seconds of it are well recorded. */
export interface Overview {
  /** The lead of the envelope: II, or the first in standard order that was recorded where II is missing or flat throughout. */
  readonly lead: LeadName;
  readonly durationSeconds: number;
  /** The lead's lowest sample in each of at most 2,000 equal parts of the recording, in millivolts; NaN where all are missing. */
  readonly minMv: Float32Array;
  /** The lead's highest, likewise. */
  readonly maxMv: Float32Array;
  readonly windows: QualityWindows;
}

/** Puts an {@link Overview} together from the parts of a recording, one after the other. */
export interface OverviewBuilder {
  /** @throws RangeError where the part does not follow the one before. */
  readonly add: (excerpt: Ecg, firstSample: number) => void;
  /** @throws RangeError where parts are missing at the end. */
  readonly finish: () => Overview;
}

/** How many parts the envelope has: more than a strip has pixels says nothing more. */
const MOST_BINS = 2000;
/**
 * Creates a builder whose memory does not grow with the recording: it holds the envelopes and at most one window of samples.
 * @param windowSeconds the length that is used of a recording. @throws RangeError where the recording is shorter.
 */
export function createOverviewBuilder(
  samplingRateHz: number,
  sampleCount: number,
  windowSeconds: number,
  scoreQuality: ScoreQuality,
): OverviewBuilder {
  const envelope = createEnvelope(sampleCount);
  const windows = createQualityWindows(samplingRateHz, sampleCount, windowSeconds, scoreQuality);
  let added = 0;
  return {
    add: (excerpt, firstSample) => {
      if (firstSample !== added || added + excerpt.sampleCount > sampleCount) {
        throw new RangeError(`Sample ${firstSample} does not follow sample ${added - 1} of ${sampleCount}.`);
      }
      envelope.add(excerpt, firstSample);
      windows.add(excerpt, firstSample);
      added += excerpt.sampleCount;
    },
    finish: () => {
      if (added !== sampleCount) throw new RangeError(`${added} of ${sampleCount} samples were added.`);
      return { durationSeconds: sampleCount / samplingRateHz, ...envelope.finish(), windows: windows.finish() };
    },
  };
}

function createEnvelope(sampleCount: number) {
  const bins = Math.min(MOST_BINS, sampleCount);
  const create = (value: number) => STANDARD_LEADS.map(() => new Float32Array(bins).fill(value));
  const lowest = create(Infinity);
  const highest = create(-Infinity);
  return {
    add: ({ leads, sampleCount: count }: Ecg, firstSample: number): void => {
      const end = firstSample + count;
      for (let from = firstSample; from < end; ) {
        const bin = Math.floor((from * bins) / sampleCount);
        const to = Math.min(end, Math.ceil(((bin + 1) * sampleCount) / bins));
        STANDARD_LEADS.forEach((lead, row) => {
          for (let i = from - firstSample; i < to - firstSample; i++) {
            const sample = leads[lead][i]!;
            // NaN, a missing sample, is neither.
            if (sample < lowest[row]![bin]!) lowest[row]![bin] = sample;
            if (sample > highest[row]![bin]!) highest[row]![bin] = sample;
          }
        });
        from = to;
      }
    },
    finish: (): Pick<Overview, 'lead' | 'minMv' | 'maxMv'> => {
      const isRecorded = (lead: LeadName): boolean => {
        const row = STANDARD_LEADS.indexOf(lead);
        return lowest[row]!.reduce((a, b) => Math.min(a, b), Infinity) < highest[row]!.reduce((a, b) => Math.max(a, b), -Infinity);
      };
      const lead = (['II', ...STANDARD_LEADS] as const).find(isRecorded) ?? 'II';
      const row = STANDARD_LEADS.indexOf(lead);
      const toEnds = (values: Float32Array) => values.map((value) => (Number.isFinite(value) ? value : NaN));
      return { lead, minMv: toEnds(lowest[row]!), maxMv: toEnds(highest[row]!) };
    },
  };
}
