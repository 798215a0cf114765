import { findLead } from '../leadName';
import { toListing } from '../listing';
import { type PartialFile, readExactly } from '../partialFile';
import { Problem } from '../problem';
import type { RecordingSource } from '../recordingSource';
import { type IshneHeader, type IshneLead, readIshneHeader } from './ishne/header';
import { toIshneSamples } from './ishne/samples';
import { createLongFileFormat } from './longFile';
import { openPartSource } from './partSource';
import { type StoredLead, toEcg } from './storedRecording';

const MARK = 'ISHNE1.0';

/** Beats that a Holter system found, in a file of their own beside the ECG. */
const ANNOTATIONS_MARK = 'ANN  1.0';

/**
 * Holter recordings in the standard output format of the International Society for Holter and Noninvasive
 * Electrocardiology: samples of 16 bits, lead by lead in turn, in steps of whole nanovolts. Source: Badilini, Ann
 * Noninvasive Electrocardiol 1998;3:263.
 */
export const ishne = createLongFileFormat({
  description: 'ISHNE',
  isOurs: ({ bytes }) => [MARK, ANNOTATIONS_MARK].includes(toMark(bytes)),
  open: openIshne,
});

function toMark(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, MARK.length));
}

async function openIshne(file: PartialFile): Promise<RecordingSource> {
  const { name } = file;
  if (toMark(await file.read(0, MARK.length)) === ANNOTATIONS_MARK) {
    throw new Problem(`${name} holds the beats that a Holter system found and no ECG, which is in another file of the same name.`);
  }
  const header = await readIshneHeader(file);
  const { samplingRateHz, leads, samplesAt } = header;
  const { sampleCount, remarks } = toSampleCount(file.size - samplesAt, header);
  const frameBytes = 2 * leads.length;
  return openPartSource(samplingRateHz, sampleCount, async (first, count) => {
    const frames = await readExactly(file, samplesAt + first * frameBytes, count * frameBytes);
    return toEcg({
      name,
      format: 'ISHNE',
      samplingRateHz,
      leads: leads.map((lead, index) => toStoredLead(lead, index, frames, count, header)),
      wholeSampleCount: sampleCount,
      scaleField: 'the resolution of the lead',
      remarks: [
        ...remarks,
        ...(header.hasChecksum ? [] : ['The header carries no checksum, so it cannot tell whether it is unaltered.']),
        ...toComplaintRemarks(leads),
      ],
    });
  });
}

/** Samples of every lead. Some writers announce those of one lead, as the standard has it, some those of all. */
function toSampleCount(byteCount: number, { name, leads, announcedCount }: IshneHeader): { sampleCount: number; remarks: readonly string[] } {
  const sampleCount = Math.floor(byteCount / 2 / leads.length);
  if (announcedCount <= 0) return { sampleCount, remarks: ['The file does not say how long it is; all of it was read.'] };
  if (announcedCount === sampleCount || announcedCount === sampleCount * leads.length) return { sampleCount, remarks: [] };
  const counts = `it announces ${announcedCount} samples and holds ${sampleCount} of each of ${leads.length} leads`;
  if (announcedCount > sampleCount * leads.length) return { sampleCount, remarks: [`The file is cut off: ${counts}.`] };
  throw new Problem(`${name} is cut off or damaged: ${counts}.`);
}

function toStoredLead(
  { label, nanovoltsPerStep }: IshneLead,
  index: number,
  frames: Uint8Array,
  sampleCount: number,
  { name, leads }: IshneHeader,
): StoredLead {
  if (!findLead(label)) return { label, samples: [], microvoltsPerStep: NaN };
  if (nanovoltsPerStep <= 0) throw new Problem(`${name} gives the resolution of ${label} as ${nanovoltsPerStep} nV, which it cannot be.`);
  return {
    label,
    samples: toIshneSamples(frames, index, leads.length, sampleCount),
    microvoltsPerStep: nanovoltsPerStep / 1000,
  };
}

function toComplaintRemarks(leads: readonly IshneLead[]): string[] {
  const complaints = leads.flatMap(({ label, complaint }) => (complaint ? [`${complaint} in ${label}`] : []));
  return complaints.length > 0 ? [`The recorder noted: ${toListing(complaints)}.`] : [];
}
