import type { Ecg } from '../../src/ecg/ecg';
import type { EcgFile } from '../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../src/ecg/lead';
import { mapLeads } from '../../src/ecg/mapLeads';
import { type WfdbWriterOptions, writeWfdbRecord } from './wfdbWriter';

/** A segment: some seconds of the ECG, stored in its own way, or a pause, in which nothing is stored. */
export interface WfdbSegmentPlan {
  readonly seconds: number;
  readonly isPause?: boolean;
  readonly options?: WfdbWriterOptions;
}

/** A multi-segment WFDB record. */
export interface WfdbSegmentedRecord {
  /** The main header's text. */
  readonly hea: string;
  /** The main header, then of every segment header and signal file. */
  readonly files: readonly EcgFile[];
}

/**
 * Writes an ECG as a multi-segment WFDB record (header(5)), for tests and samples.
 * @param plan the segments in the order of time, together as long as the ECG.
 * @param layout whether a layout segment comes first, as in records of variable layout.
 * @throws RangeError where the lengths do not add up.
 */
export function writeSegmentedWfdbRecord(
  ecg: Ecg,
  plan: readonly WfdbSegmentPlan[],
  { recordName = 'multi', layout = false } = {},
): WfdbSegmentedRecord {
  const files: EcgFile[] = [];
  const lines: string[] = [];
  let first = 0;
  plan.forEach(({ seconds, isPause = false, options = {} }, index) => {
    const { samplesPerFrame = 1 } = options;
    const sampleCount = Math.round(seconds * ecg.samplingRateHz);
    const segmentName = isPause ? '~' : `${recordName}_${index + 1}`;
    lines.push(`${segmentName} ${sampleCount / samplesPerFrame}`);
    if (!isPause) files.push(...writeWfdbRecord(cut(ecg, first, sampleCount), { ...options, recordName: segmentName }).files);
    first += sampleCount;
  });
  if (first !== ecg.sampleCount) throw new RangeError(`The segments have ${first} of ${ecg.sampleCount} samples.`);
  const { samplesPerFrame = 1 } = plan[0]?.options ?? {};
  const rateHz = ecg.samplingRateHz / samplesPerFrame;
  if (layout) {
    lines.unshift(`${recordName}_layout 0`);
    files.unshift(toFile(`${recordName}_layout.hea`, writeLayout(recordName, rateHz)));
  }
  const count = `${recordName}/${lines.length} ${STANDARD_LEADS.length} ${rateHz} ${first / samplesPerFrame}`;
  const hea = `${[count, ...lines].join('\n')}\n`;
  return { hea, files: [toFile(`${recordName}.hea`, hea), ...files] };
}

function writeLayout(recordName: string, rateHz: number): string {
  const signals = STANDARD_LEADS.map((lead) => `~ 0 1000(0)/mV 16 0 -32768 0 0 ${lead}`);
  return `${[`${recordName}_layout ${signals.length} ${rateHz} 0`, ...signals].join('\n')}\n`;
}

function cut(ecg: Ecg, first: number, sampleCount: number): Ecg {
  return { ...ecg, sampleCount, leads: mapLeads((lead) => ecg.leads[lead].slice(first, first + sampleCount)) };
}

function toFile(name: string, text: string): EcgFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
