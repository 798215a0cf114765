import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { crc16 } from '../../../src/ecg/formats/crc16';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** How an ECG is stored; every field has a default. */
export interface IshneWriterOptions {
  readonly name?: string;
  readonly leadOrder?: readonly LeadName[];
  /** Nanovolts of a step, of each lead in turn; 1,000 unless given. */
  readonly nanovoltsPerStep?: readonly number[];
  /** Quality codes of each lead in turn; 1, good, unless given. */
  readonly qualities?: readonly number[];
  /** What the header says of the number of samples: of one lead unless given. */
  readonly sampleCount?: number;
  /** A text that follows the fixed block. */
  readonly variableBlock?: string;
  /** Changes a field of 16 bits of the header, by where it begins, before the checksum is made. */
  readonly patches?: Readonly<Record<number, number>>;
  /** What is written for the checksum; the right one unless given. */
  readonly checksum?: number;
}

const FIXED_END = 522;
const NONE = -9;
const FIRST_LEAD_CODE = 5;

/**
 * Writes an ECG as an ISHNE Holter file (Badilini 1998), for tests.
 * @throws RangeError where a sample does not fit: nothing is clipped in silence.
 */
export function writeIshne(ecg: Ecg, options: IshneWriterOptions = {}): EcgFile {
  const { leadOrder = STANDARD_LEADS, nanovoltsPerStep = [], qualities = [], variableBlock = '' } = options;
  const samplesAt = FIXED_END + variableBlock.length;
  const bytes = new Uint8Array(samplesAt + 2 * leadOrder.length * ecg.sampleCount);
  const view = new DataView(bytes.buffer);
  const text = (at: number, content: string) => bytes.set(new TextEncoder().encode(content), at);
  const int16s = (at: number, values: readonly number[]) => values.forEach((value, index) => view.setInt16(at + 2 * index, value, true));
  const perLead = (values: (lead: LeadName, index: number) => number): number[] =>
    STANDARD_LEADS.map((_, index) => (index < leadOrder.length ? values(leadOrder[index]!, index) : NONE));
  text(0, 'ISHNE1.0');
  const sizes = [variableBlock.length, options.sampleCount ?? ecg.sampleCount, variableBlock ? FIXED_END : NONE, samplesAt];
  sizes.forEach((value, index) => view.setInt32(10 + 4 * index, value, true));
  int16s(26, [1]);
  text(28, 'Erika');
  text(68, 'Mustermann');
  text(108, '0815');
  int16s(128, [2, 1, 2, 5, 1951, 4, 6, 2020, 5, 6, 2020, 15, 11, 55, leadOrder.length]);
  int16s(158, perLead((lead) => FIRST_LEAD_CODE + STANDARD_LEADS.indexOf(lead)));
  int16s(182, perLead((_, index) => qualities[index] ?? 1));
  int16s(206, perLead((_, index) => nanovoltsPerStep[index] ?? 1000));
  text(232, 'digital');
  int16s(272, [ecg.samplingRateHz]);
  text(FIXED_END, variableBlock);
  for (const [at, value] of Object.entries(options.patches ?? {})) view.setInt16(Number(at), value, true);
  view.setUint16(8, options.checksum ?? crc16(bytes.subarray(10, samplesAt)), true);
  leadOrder.forEach((lead, which) => {
    const stepMv = (nanovoltsPerStep[which] ?? 1000) / 1e6;
    ecg.leads[lead].forEach((millivolts, index) => {
      const step = Math.round(millivolts / stepMv);
      if (Math.abs(step) > 32767) throw new RangeError(`${millivolts} mV does not fit 16 bits of ${stepMv} mV.`);
      view.setInt16(samplesAt + 2 * (index * leadOrder.length + which), step, true);
    });
  });
  return { name: options.name ?? 'holter.ecg', bytes };
}
