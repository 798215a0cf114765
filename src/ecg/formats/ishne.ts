import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { type IshneHeader, type IshneLead, toIshneHeader } from './ishne/header';
import { toIshneSamples } from './ishne/samples';
import { toReadLength } from './longRecording';
import { createSingleFileFormat } from './singleFile';
import { type StoredLead, toEcg } from './storedRecording';

const MARK = 'ISHNE1.0';

/** Beats that a Holter system found, in a file of their own beside the ECG. */
const ANNOTATIONS_MARK = 'ANN  1.0';

/**
 * Holter recordings in the standard output format of the International Society for Holter and Noninvasive
 * Electrocardiology: samples of 16 bits, lead by lead in turn, in steps of whole nanovolts. Source: Badilini, Ann
 * Noninvasive Electrocardiol 1998;3:263.
 */
export const ishne = createSingleFileFormat({
  description: 'ISHNE',
  isOurs: ({ bytes }) => [MARK, ANNOTATIONS_MARK].includes(toMark(bytes)),
  toEcg: toIshneEcg,
});

function toMark(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, MARK.length));
}

function toIshneEcg(file: EcgFile): Ecg {
  const { name, bytes } = file;
  if (toMark(bytes) === ANNOTATIONS_MARK) {
    throw new Problem(`${name} holds the beats that a Holter system found and no ECG, which is in another file of the same name.`);
  }
  const header = toIshneHeader(file);
  const frames = bytes.subarray(header.samplesAt);
  const held = toSampleCount(frames.length, header);
  const { sampleCount, remarks } = toReadLength(held.sampleCount, header.samplingRateHz);
  return toEcg({
    name,
    format: 'ISHNE',
    samplingRateHz: header.samplingRateHz,
    leads: header.leads.map((lead, index) => toStoredLead(lead, index, frames, sampleCount, header)),
    scaleField: 'the resolution of the lead',
    remarks: [
      ...remarks,
      ...held.remarks,
      ...(header.hasChecksum ? [] : ['The header carries no checksum, so it cannot tell whether it is unaltered.']),
      ...toComplaintRemarks(header.leads),
    ],
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
