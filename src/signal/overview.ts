import type { Ecg } from '../ecg/ecg';
import { type LeadName, STANDARD_LEADS } from '../ecg/lead';

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

/** How well the stretches of a recording are recorded that could be used. */
export interface QualityWindows {
  /** The length of each. */
  readonly seconds: number;
  /** From the start of each to the start of the next; the first starts with the recording. */
  readonly stepSeconds: number;
  /** The score of each, 0 (worst) … 1 (nothing found); NaN where samples are missing in it. At most 10,000. */
  readonly quality: Float32Array;
}

/** Puts an {@link Overview} together from the parts of a recording, one after the other. */
export interface OverviewBuilder {
  /** @throws RangeError where the part does not follow the one before. */
  readonly add: (excerpt: Ecg, firstSample: number) => void;
  /** @throws RangeError where parts are missing at the end. */
  readonly finish: () => Overview;
}

/** What ten seconds of an ECG are worth: 0 (worst) … 1 (nothing found), NaN where samples are missing. */
export type ScoreQuality = (ecg: Ecg) => number;

/** How many parts the envelope has: more than a strip has pixels says nothing more. */
const MOST_BINS = 2000;
/** A finer grid of windows than this is not worth its time while steps stay within a window. */
const WINDOWS_WANTED = 300;
const MOST_WINDOWS = 10_000;
const STEPS_SECONDS = [1, 2, 5, 10];

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
  const windows = createWindows(samplingRateHz, sampleCount, windowSeconds, scoreQuality);
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

/** Seconds from the start of one window to the next, such that there are enough windows and not too many. */
function toStepSeconds(spareSeconds: number): number {
  const wanted = STEPS_SECONDS.find((step) => spareSeconds / step < WINDOWS_WANTED) ?? STEPS_SECONDS.at(-1)!;
  return Math.max(wanted, Math.ceil(spareSeconds / (MOST_WINDOWS - 1)));
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

function createWindows(samplingRateHz: number, sampleCount: number, windowSeconds: number, scoreQuality: ScoreQuality) {
  const length = Math.round(windowSeconds * samplingRateHz);
  if (length > sampleCount) throw new RangeError(`${sampleCount} samples hold no window of ${length}.`);
  const stepSeconds = toStepSeconds((sampleCount - length) / samplingRateHz);
  const startOf = (window: number): number => Math.round(window * stepSeconds * samplingRateHz);
  const scores: number[] = [];
  /** What was added and is still wanted, from the sample `heldFrom` on. */
  let held = emptyLeads();
  let heldFrom = 0;
  return {
    add: (excerpt: Ecg, firstSample: number): void => {
      held = join(held, excerpt.leads, Math.max(0, heldFrom - firstSample));
      const end = firstSample + excerpt.sampleCount;
      for (let start = startOf(scores.length); start + length <= end; start = startOf(scores.length)) {
        scores.push(scoreQuality({ ...excerpt, sampleCount: length, leads: cut(held, start - heldFrom, start - heldFrom + length) }));
      }
      const next = startOf(scores.length);
      // Copied, or the part that was added would stay in memory.
      held = mapLeads((lead) => held[lead].slice(Math.max(0, next - heldFrom)));
      heldFrom = next;
    },
    finish: (): QualityWindows => ({ seconds: windowSeconds, stepSeconds, quality: Float32Array.from(scores) }),
  };
}

type Leads = Record<LeadName, Float32Array>;

const emptyLeads = (): Leads => mapLeads(() => new Float32Array(0));

function mapLeads(toSamples: (lead: LeadName) => Float32Array): Leads {
  return Object.fromEntries(STANDARD_LEADS.map((lead) => [lead, toSamples(lead)])) as Leads;
}

function cut(leads: Leads, start: number, end: number): Leads {
  return mapLeads((lead) => leads[lead].subarray(start, end));
}

/** One after the other, without the first samples of the second that no window wants. */
function join(held: Leads, added: Ecg['leads'], unwanted: number): Leads {
  return mapLeads((lead) => {
    const rest = added[lead].subarray(unwanted);
    if (held[lead].length === 0) return rest;
    const joined = new Float32Array(held[lead].length + rest.length);
    joined.set(held[lead]);
    joined.set(rest, held[lead].length);
    return joined;
  });
}
