import { crc32 } from '../../../src/ecg/formats/crc32';
import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { type DeviceWriterOptions, INDEPENDENT_LEADS, toBase64, toBytes16, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';

const MEDIAN_SAMPLES = 60;

/** Writes an ECG as GE MUSE does: eight leads of 4.88 µV, the median beat before the rhythm. For tests. */
export function writeMuse(ecg: Ecg, options: DeviceWriterOptions & { readonly highByteFirst?: boolean } = {}): EcgFile {
  const { microvoltsPerStep = 4.88, leadOrder = INDEPENDENT_LEADS, highByteFirst = false } = options;
  const { rate, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const waveform = (type: string, sampleCount: number): string => {
    const leads = leadOrder.map((lead) => {
      const bytes = toBytes16(toSteps(ecg, lead, microvoltsPerStep).slice(0, sampleCount), !highByteFirst);
      return `<LeadData>
<LeadByteCountTotal>${bytes.length}</LeadByteCountTotal><LeadTimeOffset>0</LeadTimeOffset>
<LeadSampleCountTotal>${bytes.length / 2}</LeadSampleCountTotal>
<LeadAmplitudeUnitsPerBit>${microvoltsPerStep}</LeadAmplitudeUnitsPerBit><LeadAmplitudeUnits>MICROVOLTS</LeadAmplitudeUnits>
<LeadID>${lead}</LeadID><LeadOffsetFirstSample>0</LeadOffsetFirstSample><FirstSampleBaseline>0</FirstSampleBaseline>
<LeadSampleSize>2</LeadSampleSize><LeadOff>FALSE</LeadOff><LeadDataCRC32>${crc32(bytes)}</LeadDataCRC32>
<WaveFormData>
${toBase64(bytes)}
</WaveFormData></LeadData>`;
    });
    return `<Waveform><WaveformType>${type}</WaveformType><NumberofLeads>${leadOrder.length}</NumberofLeads>
<SampleType>CONTINUOUS_SAMPLES</SampleType><SampleBase>${ecg.samplingRateHz}</SampleBase><SampleExponent>0</SampleExponent>
${leads.join('\n')}</Waveform>`;
  };
  const xml = `<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE RestingECG SYSTEM "restecg.dtd">
<RestingECG>
<PatientDemographics><PatientID>0815</PatientID><PatientLastName>Mustermann</PatientLastName></PatientDemographics>
<RestingECGMeasurements><VentricularRate>${rate}</VentricularRate><PRInterval>${pr}</PRInterval>
<QRSDuration>${qrs}</QRSDuration><QTInterval>${qt}</QTInterval><QTCorrected>${qtc}</QTCorrected>
<PAxis>${pAxis}</PAxis><RAxis>${qrsAxis}</RAxis><TAxis>${tAxis}</TAxis></RestingECGMeasurements>
${waveform('Median', MEDIAN_SAMPLES)}
${waveform('Rhythm', ecg.sampleCount)}
</RestingECG>
`;
  return toXmlFile(xml, 'muse.xml', options);
}
