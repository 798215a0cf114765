import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import type { LeadName } from '../../../src/ecg/lead';
import { type DeviceWriterOptions, INDEPENDENT_LEADS, toSteps, toXmlFile, WRITTEN_MEASUREMENTS } from './writerOptions';

/** Stored by many devices: the leads that were recorded, then those that follow. */
const USUAL_ORDER: readonly LeadName[] = [...INDEPENDENT_LEADS, 'III', 'aVR', 'aVL', 'aVF'];

/** What differs between annotated ECGs. */
export interface AecgWriterOptions extends DeviceWriterOptions {
  /** How the sampling times are given; relative unless given. */
  readonly time?: 'TIME_ABSOLUTE' | 'TIME_RELATIVE';
  /** Microvolts of the value 0; 0 unless given. */
  readonly originMicrovolts?: number;
}

/** Writes an ECG as HL7 aECG: SLIST_PQ with origin and scale, a representative beat derived from it. For tests. */
export function writeAecg(ecg: Ecg, options: AecgWriterOptions = {}): EcgFile {
  const { microvoltsPerStep = 2.5, leadOrder = USUAL_ORDER, time = 'TIME_RELATIVE', originMicrovolts = 0 } = options;
  const increment = `<increment value="${Number((1 / ecg.samplingRateHz).toPrecision(9))}" unit="s"/>`;
  const set = (sampleCount: number): string => {
    const timing =
      time === 'TIME_ABSOLUTE'
        ? `<value xsi:type="GLIST_TS"><head value="20200102030405.000"/>${increment}</value>`
        : `<value xsi:type="GLIST_PQ"><head value="0" unit="s"/>${increment}</value>`;
    const leads = leadOrder.map((lead) => {
      const offset = originMicrovolts / microvoltsPerStep;
      const digits = toSteps(ecg, lead, microvoltsPerStep).slice(0, sampleCount).map((step) => step - offset);
      return `<component><sequence><code code="MDC_ECG_LEAD_${lead.toUpperCase()}" codeSystem="2.16.840.1.113883.6.24"/>
<value xsi:type="SLIST_PQ"><origin value="${originMicrovolts}" unit="uV"/><scale value="${microvoltsPerStep}" unit="uV"/>
<digits> ${digits.join(' ')} </digits></value></sequence></component>`;
    });
    return `<component><sequenceSet><component><sequence><code code="${time}" codeSystem="2.16.840.1.113883.5.4"/>${timing}</sequence></component>
${leads.join('\n')}</sequenceSet></component>`;
  };
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<!-- An annotated ECG for tests -->
<AnnotatedECG xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<componentOf><subject><name>Mustermann</name></subject></componentOf>
<component><series><code code="RHYTHM" codeSystem="2.16.840.1.113883.5.4"/>${set(ecg.sampleCount)}
<derivation><derivedSeries><code code="REPRESENTATIVE_BEAT"/>${set(60)}${toAnnotations()}</derivedSeries></derivation>
</series></component></AnnotatedECG>
`;
  return toXmlFile(xml, 'aecg.xml', options);
}

function toAnnotations(): string {
  const { rate, p, pr, qrs, qt, qtc, pAxis, qrsAxis, tAxis } = WRITTEN_MEASUREMENTS;
  const annotations = [
    ['HEART_RATE', rate, 'bpm'],
    ['TIME_PD_P', p, 'ms'],
    ['TIME_PD_PR', pr, 'ms'],
    ['TIME_PD_QRS', qrs, 'ms'],
    ['TIME_PD_QT', qt, 'ms'],
    ['TIME_PD_QTc', qtc, 'ms'],
    ['ANGLE_P_FRONT', pAxis, 'deg'],
    ['ANGLE_QRS_FRONT', qrsAxis, 'deg'],
    ['ANGLE_T_FRONT', tAxis, 'deg'],
  ].map(
    ([code, value, unit]) =>
      `<component><annotation><code code="MDC_ECG_${code}"/><value xsi:type="PQ" value="${value}" unit="${unit}"/></annotation></component>`,
  );
  return `<subjectOf><annotationSet>${annotations.join('\n')}</annotationSet></subjectOf>`;
}
