import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import { type DeviceWriterOptions, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';

/** Writes an ECG as Schiller's SEMA does: samples in digits, the averages first and under the same names. For tests. */
export function writeSchiller(ecg: Ecg, options: DeviceWriterOptions = {}): EcgFile {
  const { microvoltsPerStep = 1, leadOrder = STANDARD_LEADS } = options;
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const block = (type: string, sampleCount: number): string => {
    const channels = leadOrder.map((lead) => {
      const steps = toSteps(ecg, lead, microvoltsPerStep).slice(0, sampleCount);
      return `<channel><name>${lead.toUpperCase()}</name><data>${steps.join(',')}</data>
<datastype>COMMASEPARATE</datastype><samplecount>${steps.length}</samplecount></channel>`;
    });
    return `<wavedata><type>${type}</type><resolution><samplerate><exponent>1</exponent><value>${ecg.samplingRateHz}</value></samplerate>
<yres><unitperbit>${microvoltsPerStep.toFixed(1)}</unitperbit><units>UV</units></yres></resolution>
${channels.join('\n')}</wavedata>`;
  };
  const global = Object.entries({ HR: rate, P: p, PQ: pr, QRS: qrs, QT: qt, QTC: qtc, AXIS_P: pAxis, AXIS_QRS: qrsAxis, AXIS_T: tAxis });
  const xml = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<com.xiriuz.sema.xml.schillerEDI.SchillerEDI><patdata><id>0815</id><lastname>Mustermann</lastname></patdata>
<eventdata><event>${block('ECG_AVERAGES', 60)}
${block('ECG_RHYTHMS', ecg.sampleCount)}
${global.map(([name, value]) => `<annotation_global><name>${name}</name><value>${value}</value></annotation_global>`).join('\n')}
</event></eventdata></com.xiriuz.sema.xml.schillerEDI.SchillerEDI>
`;
  return toXmlFile(xml, 'schiller.xml', options);
}
