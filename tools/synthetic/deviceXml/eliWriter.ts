import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import { type DeviceWriterOptions, toBase64, toBytes16, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';

/** Writes an ECG as Mortara's ELI does: everything in attributes. For tests. */
export function writeEli(ecg: Ecg, options: DeviceWriterOptions = {}): EcgFile {
  const { microvoltsPerStep = 2.5, leadOrder = STANDARD_LEADS } = options;
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const channels = leadOrder.map((lead) => {
    const bytes = toBytes16(toSteps(ecg, lead, microvoltsPerStep));
    return `<CHANNEL OFFSET="0" BITS="16" FORMAT="SIGNED" UNITS_PER_MV="${1000 / microvoltsPerStep}" DURATION="${bytes.length / 2}" SAMPLE_FREQ="${ecg.samplingRateHz}" NAME="${lead}" ENCODING="BASE64" DATA="${toBase64(bytes)}"/>`;
  });
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<ECG VERSION="2.10" NUM_QRS="10" VENT_RATE="${rate}" P_DURATION="${p}" PR_DURATION="${pr}" QRS_DURATION="${qrs}" QT_DURATION="${qt}" QTC="${qtc}" P_AXIS="${pAxis}" QRS_AXIS="${qrsAxis}" T_AXIS="${tAxis}">
<SUBJECT LAST_NAME="Mustermann" ID="0815"/>
${channels.join('\n')}
</ECG>
`;
  return toXmlFile(xml, 'eli.xml', options);
}
