import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** The shapes in which programs keep ECGs in JSON. */
export type JsonShape =
  | 'lead object'
  | 'leads at the root'
  | 'objects by lead'
  | 'list of leads'
  | 'moments'
  | 'rows with names'
  | 'columns with names'
  | 'rows alone'
  | 'split table'
  | 'indexed columns';

/** How an ECG is stored; every field has a default. */
export interface JsonWriterOptions {
  readonly name?: string;
  readonly shape?: JsonShape;
  readonly leadOrder?: readonly LeadName[];
  readonly unitsPerMv?: number;
  /** What stands beside the samples; rate and unit unless given. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Changes the text before it becomes bytes. */
  readonly edit?: (text: string) => string;
}

/** Writes an ECG as JSON of some shape, for tests. Samples are rounded to a thousandth of a millivolt. */
export function writeJson(ecg: Ecg, options: JsonWriterOptions = {}): EcgFile {
  const { leadOrder = STANDARD_LEADS, unitsPerMv = 1 } = options;
  const facts = options.facts ?? { fs: ecg.samplingRateHz, unit: 'mV' };
  const values = (lead: LeadName) => Array.from(ecg.leads[lead], (millivolts) => Number((millivolts * unitsPerMv).toFixed(3)));
  const content = toContent(options.shape ?? 'lead object', leadOrder, leadOrder.map(values), facts);
  const text = JSON.stringify(content);
  return { name: options.name ?? 'ecg.json', bytes: new TextEncoder().encode(options.edit?.(text) ?? text) };
}

function toContent(shape: JsonShape, leads: readonly LeadName[], rows: readonly number[][], facts: Readonly<Record<string, unknown>>): unknown {
  const byLead = (toValue: (row: number[], lead: LeadName) => unknown) => Object.fromEntries(leads.map((lead, index) => [lead, toValue(rows[index]!, lead)]));
  const columns = () => rows[0]!.map((_, sample) => rows.map((row) => row[sample]!));
  const contents: Readonly<Record<JsonShape, () => unknown>> = {
    'lead object': () => ({ patient: { name: 'Erika Mustermann' }, ...facts, leads: byLead((row) => row) }),
    'leads at the root': () => ({ ...facts, ...byLead((row) => row) }),
    'objects by lead': () => ({ metadata: facts, signals: byLead((row) => ({ samples: row })) }),
    'list of leads': () => ({ ...facts, leads: leads.map((lead, index) => ({ name: `Lead ${lead}`, data: rows[index] })) }),
    moments: () => rows[0]!.map((_, sample) => Object.fromEntries(leads.map((lead, index) => [lead, rows[index]![sample]]))),
    'rows with names': () => ({ ...facts, lead_names: leads, data: rows }),
    'columns with names': () => ({ ...facts, sig_name: leads, p_signal: columns() }),
    'rows alone': () => rows,
    'split table': () => ({ columns: leads, index: rows[0]!.map((_, sample) => sample), data: columns() }),
    'indexed columns': () => byLead((row) => ({ ...row })),
  };
  return contents[shape]();
}
