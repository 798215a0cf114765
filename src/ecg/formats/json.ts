import { findJsonText, readJson } from './jsonText';
import { toPlainEcg } from './plain/plainEcg';
import { createSingleFileFormat } from './singleFile';

/** Files with a format of their own: FHIR's resources, and what this program writes. */
const OTHERS = /"resourceType"\s*:|"format"\s*:\s*"protoecg-/;

/** A list or table of numbers at the beginning, or a key under which samples may stand. */
const TABLE = /^\s*\[\s*(?:\[|\{\s*"[^"]{1,40}"\s*:\s*(?:-?\d|null|"|\[))/;
const SAMPLES = /"(?:leads?|signals?|ecg|[pd]_signal|samples|waveforms?|channels?|data|values?|val|(?:mdc_ecg_lead_|(?:ecg|lead)[ _:-])?(?:II|V1))"\s*:\s*[[{]/i;

/**
 * ECGs in JSON without a standard. What is read: lists by the names of leads ({"I": […], …}, within "leads" or not, each
 * list alone or in an object with its unit); a list of leads with name and samples; a list of moments with all leads; a
 * table (list of lists) with or without names of its leads beside it; such a list of lists alone. `null` and NaN stand for
 * samples that are missing. Beside the samples: "fs", "sampling_rate", "frequency" and the like in hertz, "unit" or "units".
 */
export const json = createSingleFileFormat({
  description: 'JSON with leads as lists of numbers',
  isOurs: ({ bytes }) => {
    const text = findJsonText(bytes);
    return text !== undefined && !OTHERS.test(text) && (TABLE.test(text) || SAMPLES.test(text));
  },
  toEcg: (file, stated) => toPlainEcg(readJson(file), { name: file.name, format: 'JSON' }, stated),
});
