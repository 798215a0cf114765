import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';
import { mapLeads } from '../../../src/ecg/mapLeads';
import { type DeviceWriterOptions, toBase64, toBytes16, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';
import { writeXli } from './xliWriter';

/** What differs between Philips files. */
export interface PhilipsWriterOptions extends Omit<DeviceWriterOptions, 'leadOrder'> {
  /** 1.03: no lead names, other names of fields; 1.04 unless given. */
  readonly version?: '1.03' | '1.04';
  /** False: bare samples, and the limb leads as they are; true unless given. */
  readonly compressed?: boolean;
  /** Whether a second of zeros with a pulse of 1 mV follows the ECG, as devices write it; true unless given. */
  readonly calibrated?: boolean;
}

/** Writes an ECG as Philips electrocardiographs do: UTF-16, XLI, four limb leads as residuals, a pulse behind. For tests. */
export function writePhilips(ecg: Ecg, options: PhilipsWriterOptions = {}): EcgFile {
  const { version = '1.04', compressed = true, calibrated = true, microvoltsPerStep = 5 } = options;
  const steps = mapLeads((lead) => [...toSteps(ecg, lead, microvoltsPerStep), ...(calibrated ? toPulse(ecg.samplingRateHz, microvoltsPerStep) : [])]);
  const stored = compressed ? toResiduals(steps) : steps;
  const leads = STANDARD_LEADS.map((lead) => stored[lead]);
  const milliseconds = (1000 * leads[0]!.length) / ecg.samplingRateHz;
  const isOld = version === '1.03';
  const compression = compressed ? 'XLI' : 'Uncompressed';
  const attributes = isOld
    ? `compressflag="${compressed ? 'True' : 'False'}" compressmethod="${compression}" nbitspersample="16"`
    : `compression="${compression}" numberofleads="12" leadlabels="${STANDARD_LEADS.join(' ')}" bitspersample="16"`;
  const xml = `<?xml version="1.0" encoding="UTF-16"?>
<restingecgdata xmlns="http://www3.medical.philips.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<documentinfo><documenttype>${isOld ? 'SierraECG' : 'PhilipsECG'}</documenttype><documentversion>${version}</documentversion></documentinfo>
<dataacquisition><signalcharacteristics><samplingrate>${ecg.samplingRateHz}</samplingrate>
<${isOld ? 'signalresolution' : 'resolution'}>${microvoltsPerStep}</${isOld ? 'signalresolution' : 'resolution'}>
<acquisitiontype>${isOld ? 'STD-12' : '10-WIRE'}</acquisitiontype><bitspersample>16</bitspersample>
<signaloffset>0</signaloffset><signalsigned>True</signalsigned></signalcharacteristics></dataacquisition>
<patient><generalpatientdata><patientid>0815</patientid><name><lastname>Mustermann</lastname></name></generalpatientdata></patient>
${isOld ? toOldMeasurements() : toMeasurements()}
<waveforms><parsedwaveforms dataencoding="Base64" durationperchannel="${milliseconds}" ${attributes}>${toBase64(
    compressed ? writeXli(leads) : toBytes16(leads.flat()),
  )}</parsedwaveforms></waveforms>
</restingecgdata>
`;
  return toXmlFile(xml, 'philips.xml', options, 'utf16le');
}

/** One second: zeros with a pulse of 1 mV in the middle. */
function toPulse(samplingRateHz: number, microvoltsPerStep: number): number[] {
  const height = Math.round(1000 / microvoltsPerStep);
  return Array.from({ length: samplingRateHz }, (_, index) => (Math.abs(index / samplingRateHz - 0.5) < 0.1 ? height : 0));
}

function toResiduals(steps: Readonly<Record<LeadName, readonly number[]>>): Record<LeadName, readonly number[]> {
  const { I, II, III, aVR, aVL, aVF } = steps;
  return {
    ...steps,
    III: III.map((sample, index) => II[index]! - I[index]! - sample),
    aVR: aVR.map((sample, index) => -sample - ((I[index]! + II[index]!) >> 1)),
    aVL: aVL.map((sample, index) => ((I[index]! - III[index]!) >> 1) - sample),
    aVF: aVF.map((sample, index) => ((II[index]! + III[index]!) >> 1) - sample),
  };
}

const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
const AXES = `<pfrontaxis>${pAxis}</pfrontaxis><qrsfrontaxis>${qrsAxis}</qrsfrontaxis><tfrontaxis>${tAxis}</tfrontaxis>`;

function toOldMeasurements(): string {
  return `<measurements><globalmeasurements><meanventrate>${rate}</meanventrate><meanprint>${pr}</meanprint>
<meanqrsdur>${qrs}</meanqrsdur><meanqtint>${qt}</meanqtint><meanqtc>${qtc}</meanqtc>${AXES}</globalmeasurements></measurements>`;
}

function toMeasurements(): string {
  return `<interpretations><interpretation><globalmeasurements><heartrate>${rate}</heartrate><pdur>${p}</pdur><print>${pr}</print>
<qrsdur>${qrs}</qrsdur><qtint>${qt}</qtint><qtcb>${qtc}</qtcb><qtcf>${qtc - 1}</qtcf>
<qtco methodname="Framingham">${qtc - 2}</qtco><qtco methodname="Hodges"/>${AXES}</globalmeasurements></interpretation></interpretations>`;
}
