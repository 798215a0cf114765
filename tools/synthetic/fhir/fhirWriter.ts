import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** How an ECG is stored; every field has a default. */
export interface FhirWriterOptions {
  readonly name?: string;
  readonly leadOrder?: readonly LeadName[];
  /** How a component names its lead: the code and name of MDC, the code alone, or a text. */
  readonly naming?: 'mdc' | 'code' | 'text';
  /** R4 writes a period, R5 an interval with its unit. */
  readonly release?: 'R4' | 'R5';
  /** The unit of the samples, as a code of UCUM; null leaves it out. */
  readonly unit?: 'mV' | 'uV' | null;
  readonly factor?: number;
  readonly origin?: number;
  /** Written in the place of samples: by lead, then by index. */
  readonly marks?: Partial<Record<LeadName, Readonly<Record<number, string>>>>;
  /** Whether the Observation is an entry of a Bundle, or contained in a report. */
  readonly within?: 'Bundle' | 'DiagnosticReport';
  /** Changes the Observation before it is written. */
  readonly edit?: (observation: FhirObservation) => void;
}

/** The parts of the Observation that tests change. */
export interface FhirObservation {
  component: { code: Record<string, unknown>; valueSampledData?: Record<string, unknown> }[];
  [key: string]: unknown;
}

const MDC = 'urn:oid:2.16.840.1.113883.6.24';
const CODES: ReadonlyMap<LeadName, number> = new Map([
  ...(['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const).map((lead, index) => [lead, 131_329 + index] as const),
  ...(['III', 'aVR', 'aVL', 'aVF'] as const).map((lead, index) => [lead, 131_389 + index] as const),
]);
const UNITS_PER_MV = { mV: 1, uV: 1000 } as const;

/** Writes an ECG as a FHIR Observation in JSON, with a patient who is not to be read, for tests. */
export function writeFhir(ecg: Ecg, options: FhirWriterOptions = {}): EcgFile {
  const { leadOrder = STANDARD_LEADS, unit = 'mV', factor = 0.001, origin = 0, release = 'R4' } = options;
  const unitsPerMv = UNITS_PER_MV[unit ?? 'mV'];
  const observation: FhirObservation = {
    resourceType: 'Observation',
    status: 'final',
    code: { coding: [{ system: MDC, code: '131328', display: 'MDC_ECG_ELEC_POTL' }] },
    subject: { reference: 'Patient/f001', display: 'Erika Mustermann', identifier: { value: '0815' } },
    component: leadOrder.map((lead) => ({
      code: toCode(lead, options.naming ?? 'mdc'),
      valueSampledData: {
        origin: { value: origin, ...(unit && { unit, system: 'http://unitsofmeasure.org', code: unit }) },
        ...(release === 'R4' ? { period: 1000 / ecg.samplingRateHz } : { interval: 1 / ecg.samplingRateHz, intervalUnit: 's' }),
        factor,
        lowerLimit: -32768,
        upperLimit: 32767,
        dimensions: 1,
        data: Array.from(
          ecg.leads[lead],
          (millivolts, index) => options.marks?.[lead]?.[index] ?? String(Math.round((millivolts * unitsPerMv - origin) / factor)),
        ).join(' '),
      },
    })),
  };
  options.edit?.(observation);
  const resource =
    options.within === 'Bundle'
      ? { resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient' } }, { resource: observation }] }
      : options.within === 'DiagnosticReport'
        ? { resourceType: 'DiagnosticReport', contained: [observation] }
        : observation;
  return { name: options.name ?? 'ecg.json', bytes: new TextEncoder().encode(JSON.stringify(resource, null, 1)) };
}

function toCode(lead: LeadName, naming: 'mdc' | 'code' | 'text'): Record<string, unknown> {
  if (naming === 'text') return { text: `Lead ${lead}` };
  const display = naming === 'mdc' ? { display: `MDC_ECG_ELEC_POTL_${lead.toUpperCase()}` } : {};
  return { coding: [{ system: MDC, code: String(CODES.get(lead)), ...display }] };
}
