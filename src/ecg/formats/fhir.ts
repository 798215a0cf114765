import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { findLead } from '../leadName';
import { toListing } from '../listing';
import { Problem } from '../problem';
import { toQuote } from '../quote';
import type { StatedFacts } from '../statedFacts';
import { toSampledData } from './fhir/sampledData';
import { findJsonText, findObject, type JsonObject, readJson, toList } from './jsonText';
import { toPartlyToldEcg } from './partlyTold';
import { createSingleFileFormat } from './singleFile';

const RESOURCE = /"resourceType"\s*:\s*"(?:Observation|Bundle|DiagnosticReport)"/;

/** ISO/IEEE 11073-10101, by either of the names that FHIR has for it. */
const MDC_SYSTEMS = ['urn:oid:2.16.840.1.113883.6.24', 'urn:iso:std:iso:11073:10101'];

/** In that nomenclature a lead's code is this and the lead's code in SCP-ECG. */
const FIRST_MDC_CODE = 131_328;
const MDC_LEADS: ReadonlyMap<number, string> = new Map([
  ...['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'].map((lead, index) => [FIRST_MDC_CODE + 1 + index, lead] as const),
  ...['III', 'aVR', 'aVL', 'aVF'].map((lead, index) => [FIRST_MDC_CODE + 61 + index, lead] as const),
]);

/**
 * ECGs in FHIR R4 and R5: an Observation in JSON with a component a lead, each a series of the type SampledData; alone, in a
 * Bundle or within another resource. Source: HL7 FHIR R4 and R5, Observation and SampledData.
 */
export const fhir = createSingleFileFormat({
  description: 'FHIR (an Observation in JSON)',
  isOurs: ({ bytes }) => RESOURCE.test(findJsonText(bytes) ?? ''),
  toEcg: toFhirEcg,
});

function toFhirEcg(file: EcgFile, stated: StatedFacts): Ecg {
  const { name } = file;
  const leads = toSampledComponents(readJson(file), name).map(({ label, series }) => ({ label, ...toSampledData(series, label, name) }));
  const other = leads.find(({ samplingRateHz }) => samplingRateHz !== leads[0]!.samplingRateHz);
  if (other) {
    const rates = [leads[0]!, other].map(({ label, samplingRateHz }) => `${toQuote(label)} at ${samplingRateHz} Hz`);
    throw new Problem(`${name} holds ${rates.join(' but ')}; only leads of one sampling rate can be read.`);
  }
  return toPartlyToldEcg(
    { name, format: 'FHIR Observation', samplingRateHz: leads[0]!.samplingRateHz, leads, scaleField: 'the factor and the unit of the origin', remarks: toRailRemarks(leads) },
    stated,
  );
}

interface SampledComponent {
  readonly label: string;
  readonly series: JsonObject;
}

/** The components of the one Observation that holds leads. */
function toSampledComponents(root: unknown, name: string): readonly SampledComponent[] {
  const sampled = findResources(root)
    .filter(({ resourceType }) => resourceType === 'Observation')
    .filter((observation) => [observation, ...toComponents(observation)].some(({ valueSampledData }) => findObject(valueSampledData)));
  const [observation, ...others] = sampled;
  if (!observation) throw new Problem(`${name} is a FHIR ${toQuote(String(findObject(root)?.resourceType))} without samples of an ECG.`);
  if (others.length > 0) throw new Problem(`${name} holds ${sampled.length} observations with samples, of which only one can be read.`);
  const components = toComponents(observation).filter(({ valueSampledData }) => findObject(valueSampledData));
  if (components.length === 0) throw new Problem(`${name} holds samples without a lead that they belong to.`);
  return components.map((component, index) => ({ label: toLabel(component, index, name), series: findObject(component.valueSampledData)! }));
}

/** A resource, those contained in it, and the entries of a Bundle. */
function findResources(root: unknown): readonly JsonObject[] {
  const entries = toList(findObject(root)?.entry).map((entry) => findObject(entry)?.resource);
  const resources = [root, ...entries].flatMap((value) => [value, ...toList(findObject(value)?.contained)]);
  return resources.map(findObject).filter((resource) => resource !== undefined);
}

function toComponents({ component }: JsonObject): readonly JsonObject[] {
  return toList(component).map(findObject).filter((found) => found !== undefined);
}

/** What a component is named, by the standard lead's name where any of its codes and texts means one. */
function toLabel(component: JsonObject, index: number, name: string): string {
  const code = findObject(component.code) ?? {};
  const codings = toList(code.coding).map((coding) => findObject(coding) ?? {});
  const texts = [...codings.flatMap((coding) => [findMdcLead(coding), coding.display, coding.code]), code.text];
  const names = texts.filter((text) => typeof text === 'string');
  const leads = [...new Set(names.map(findLead).filter((lead) => lead !== undefined))];
  if (leads.length > 1) throw new Problem(`${name} names component ${index + 1} both ${toListing(leads)}, so it is unclear which lead it is.`);
  return leads[0] ?? names[0] ?? `component ${index + 1}`;
}

function findMdcLead({ system, code }: JsonObject): string | undefined {
  return system === undefined || MDC_SYSTEMS.includes(String(system)) ? MDC_LEADS.get(Number(code)) : undefined;
}

function toRailRemarks(leads: readonly { readonly label: string; readonly railCount: number }[]): string[] {
  const rails = leads.filter(({ railCount }) => railCount > 0).map(({ label, railCount }) => `${railCount} in ${findLead(label) ?? toQuote(label)}`);
  return rails.length > 0 ? [`Samples that were beyond the range of the device, which count as missing: ${toListing(rails)}.`] : [];
}
