import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { toAnnotatedMeasurements } from './dicom/annotatedMeasurements';
import { toScaleField } from './dicom/channelScale';
import { chooseGroups } from './dicom/chooseGroups';
import { readDataSet } from './dicom/dataSet';
import { isDicom } from './dicom/fileMeta';
import { readGroupLeads } from './dicom/groupLeads';
import { requireWaveform } from './dicom/requireWaveform';
import { createSingleFileFormat } from './singleFile';
import { toEcg } from './storedRecording';

/**
 * ECGs as DICOM archives keep them: the waveform of any object that holds the twelve leads, be it 12-lead, general or
 * ambulatory ECG or hemodynamics. The elements that name the patient are not read. Source: DICOM PS3.3 annex A.34 and
 * clause C.10.9; PS3.5 for the encoding; PS3.16 for the codes.
 */
export const dicom = createSingleFileFormat({
  description: 'DICOM waveforms',
  isOurs: ({ bytes }) => isDicom(bytes),
  toEcg: toDicomEcg,
});

async function toDicomEcg(file: EcgFile): Promise<Ecg> {
  const { name } = file;
  const object = await readDataSet(file);
  const format = requireWaveform(object, name);
  const chosen = chooseGroups(object, name);
  const { leads, scales, remarks } = readGroupLeads(chosen.groups, name);
  return toEcg({
    name,
    format,
    samplingRateHz: chosen.groups[0]!.samplingRateHz,
    leads,
    scaleField: toScaleField(scales),
    remarks: [...chosen.remarks, ...remarks],
    ...toAnnotatedMeasurements(object),
  });
}
