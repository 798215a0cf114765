import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import { type EdfHeader, type EdfSignal, isEdf, toEdfHeader } from './edf/header';
import { toStretch } from './edf/records';
import { toEdfSamples } from './edf/samples';
import { toEdfScale } from './edf/scale';
import { toReadLength } from './longRecording';
import { createSingleFileFormat } from './singleFile';
import { type StoredLead, toEcg } from './storedRecording';

/**
 * Recordings in the European Data Format, EDF and EDF+, and in BioSemi's BDF and BDF+, which are the same with 24 bits:
 * signals of any rate in data records of a fixed duration. Annotations are not read but for the pauses of EDF+D. Sources:
 * Kemp et al., Electroencephalogr Clin Neurophysiol 1992;82:391; Kemp and Olivan, Clin Neurophysiol 2003;114:1755.
 */
export const edf = createSingleFileFormat({
  description: 'EDF or BDF',
  isOurs: ({ bytes }) => isEdf(bytes),
  toEcg: toEdfEcg,
});

function toEdfEcg(file: EcgFile): Ecg {
  const { name } = file;
  const header = toEdfHeader(file);
  const standard = header.signals.filter(({ label }) => findLead(label));
  const samplingRateHz = toCommonRate(standard, header);
  const records = file.bytes.subarray(header.headerBytes);
  const stretch = toStretch(records, header);
  const samplesPerRecord = standard[0]?.samplesPerRecord ?? 0;
  const { sampleCount, remarks } = toReadLength(stretch.recordCount * samplesPerRecord, samplingRateHz);
  const range = { first: stretch.firstRecord * samplesPerRecord, count: sampleCount };
  return toEcg({
    name,
    format: header.format,
    samplingRateHz,
    leads: header.signals.map((signal): StoredLead => {
      if (!standard.includes(signal)) return { label: signal.label, samples: [], microvoltsPerStep: NaN };
      return { label: signal.label, samples: toEdfSamples(records, header, signal, range), ...toEdfScale(signal, header) };
    }),
    scaleField: 'the physical and digital range',
    remarks: [...remarks, ...stretch.remarks, ...toTurnedRemarks(standard)],
  });
}

/** The rate of the leads, in hertz; other signals may have others. NaN where there is no lead. */
function toCommonRate(leads: readonly EdfSignal[], { name, toSamplingRateHz }: EdfHeader): number {
  const [first, ...others] = leads;
  if (!first) return NaN;
  const other = others.find(({ samplesPerRecord }) => samplesPerRecord !== first.samplesPerRecord);
  if (!other) return toSamplingRateHz(first);
  const rates = [first, other].map((lead) => `${toQuote(lead.label)} at ${toSamplingRateHz(lead)} Hz`);
  throw new Problem(`${name} holds ${rates.join(' but ')}; only leads of one sampling rate can be read.`);
}

function toTurnedRemarks(leads: readonly EdfSignal[]): string[] {
  const turned = leads.filter(({ physicalMinimum, physicalMaximum }) => Number(physicalMinimum) > Number(physicalMaximum));
  if (turned.length === 0) return [];
  return [`The file stores ${toListing(turned.map(({ label }) => toQuote(label)))} upside down and says so; it was turned back.`];
}
