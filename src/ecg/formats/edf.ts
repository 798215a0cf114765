import type { Ecg } from '../ecg';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import type { PartialFile } from '../partialFile';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import type { RecordingSource } from '../recordingSource';
import { type EdfHeader, type EdfSignal, isEdf, readEdfHeader } from './edf/header';
import { readAcrossPauses, toRuns } from './edf/runs';
import { readEdfSamples } from './edf/samples';
import { toEdfScale } from './edf/scale';
import { readTimeline } from './edf/timeline';
import { createLongFileFormat } from './longFile';
import { openPartSource } from './partSource';
import { type StoredLead, toEcg } from './storedRecording';

/**
 * Recordings in the European Data Format, EDF and EDF+, and in BioSemi's BDF and BDF+, which are the same with 24 bits:
 * signals of any rate in data records of a fixed duration. Annotations are not read but for the pauses of EDF+D, whose
 * samples are missing. Sources:
 * Kemp et al., Electroencephalogr Clin Neurophysiol 1992;82:391; Kemp and Olivan, Clin Neurophysiol 2003;114:1755.
 */
export const edf = createLongFileFormat({
  description: 'EDF or BDF',
  isOurs: ({ bytes }) => isEdf(bytes),
  open: openEdf,
});

async function openEdf(file: PartialFile): Promise<RecordingSource> {
  const { name } = file;
  const header = await readEdfHeader(file);
  const standard = header.signals.filter(({ label }) => findLead(label));
  const samplingRateHz = toCommonRate(standard, header);
  const { stretches, remarks } = await readTimeline(file, header);
  const runs = toRuns(stretches, standard[0]?.samplesPerRecord ?? 0, samplingRateHz);
  const sampleCount = runs.at(-1)!.start + runs.at(-1)!.count;
  const readPart = async (first: number, count: number): Promise<Ecg> => {
    const scales = standard.map((signal) => toEdfScale(signal, header));
    const samples = await readAcrossPauses(runs, { first, count }, (range) => readEdfSamples(file, header, standard, range));
    return toEcg({
      name,
      format: header.format,
      samplingRateHz,
      leads: header.signals.map((signal): StoredLead => {
        const lead = standard.indexOf(signal);
        if (lead < 0) return { label: signal.label, samples: [], microvoltsPerStep: NaN };
        return { label: signal.label, samples: samples[lead]!, ...scales[lead]! };
      }),
      wholeSampleCount: sampleCount,
      scaleField: 'the physical and digital range',
      remarks: [...remarks, ...toTurnedRemarks(standard)],
    });
  };
  return openPartSource(samplingRateHz, sampleCount, readPart);
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
