import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import { type DeviceWriterOptions, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';

/** Writes an ECG as GE CardioSoft does: samples in digits, the median beat first and under the same names. For tests. */
export function writeCardioSoft(ecg: Ecg, options: DeviceWriterOptions = {}): EcgFile {
  const { microvoltsPerStep = 5, leadOrder = STANDARD_LEADS } = options;
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const block = (sampleCount: number): string => {
    const leads = leadOrder.map((lead) => {
      const steps = toSteps(ecg, lead, microvoltsPerStep).slice(0, sampleCount);
      return `<WaveformData lead="${lead}">\t\t${steps.join(',').replace(/((?:[^,]*,){20})/g, '$1\n\t\t')}</WaveformData>`;
    });
    return `<NumberOfLeads>${leadOrder.length}</NumberOfLeads><SampleRate units="Hz">${ecg.samplingRateHz}</SampleRate>
<ChannelSampleCountTotal>${sampleCount}</ChannelSampleCountTotal><Resolution units="uVperLsb">${microvoltsPerStep}</Resolution>
${leads.join('\n')}`;
  };
  const xml = `<?xml version="1.0" encoding="ISO-8859-1" ?>
<CardiologyXML><ObservationType>RestECG</ObservationType>
<PatientInfo><PID>0815</PID><Name><FamilyName>Mustermann</FamilyName></Name></PatientInfo>
<RestingECGMeasurements><VentricularRate units="BPM">${rate}</VentricularRate><PQInterval units="ms">${pr}</PQInterval>
<PDuration units="ms">${p}</PDuration><QRSDuration units="ms">${qrs}</QRSDuration><QTInterval units="ms">${qt}</QTInterval>
<QTCInterval units="ms">${qtc}</QTCInterval><PAxis units="degrees">${pAxis}</PAxis><RAxis units="degrees">${qrsAxis}</RAxis>
<TAxis units="degrees">${tAxis}</TAxis><MedianSamples>${block(60)}</MedianSamples></RestingECGMeasurements>
<StripData>${block(ecg.sampleCount)}</StripData></CardiologyXML>
`;
  return toXmlFile(xml, 'cardiosoft.xml', options);
}
