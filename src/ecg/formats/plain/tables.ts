import { findLead } from '../../leadName';
import { toQuote } from '../../quote';
import { findObject, type JsonObject } from '../jsonText';
import { findLeadMicrovolts, findNames, tellsScale } from './facts';
import { toLeads } from './matrix';
import { findTableSize, isTable, toMatrix, toNumbers } from './values';

/** One lead as a plain file holds it. */
export interface PlainLead {
  readonly label: string | undefined;
  readonly samples: Float64Array;
  readonly microvoltsPerUnit: number | undefined;
}

/** Samples found in a file, not read yet. */
export interface PlainTable {
  /** Where they stand: the key, or nothing for the file itself. */
  readonly place: string;
  /** How many leads it can hold, by the shorter of its dimensions or their names. */
  readonly leadCount: number;
  readonly toLeads: (facts: readonly JsonObject[]) => readonly PlainLead[];
}

/** What a list of leads calls the name of each, and its samples. */
const NAME_KEYS = ['name', 'lead', 'label', 'leadName', 'lead_name', 'channel', 'id'];
const SAMPLE_KEYS = ['samples', 'data', 'values', 'signal', 'waveform'];

/** A table of fewer numbers in its longer dimension is some other table of a recording, as of its beats. */
const LEAST_LONGER = 100;
const LEAST_NAMED = 2;
const MOST_SIGNALS = 256;

/**
 * The tables of samples in an object: the object itself, where it holds lists by the names of leads; what stands in it as
 * a table of numbers, as a list of leads each with its name and samples, or as a list of moments each with all leads.
 * None is read before it is chosen.
 */
export function findTables(scope: JsonObject, name: string): readonly PlainTable[] {
  const own = findByName(scope, name);
  const inside = Object.entries(scope).flatMap(([key, value]) => findInside(key, value, name));
  return [...(own ? [own] : []), ...inside];
}

function findInside(key: string, value: unknown, name: string): PlainTable[] {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  if (findObject(first)) {
    const found = isMoment(findObject(first)!) ? toMoments(key, value as readonly unknown[], name) : findNamedList(key, value as readonly unknown[], name);
    return found ? [found] : [];
  }
  const size = isTable(value) ? findTableSize(value) : undefined;
  return size && Math.max(...size) >= LEAST_LONGER ? [toMatrixTable(key, value, size, name)] : [];
}

/** {"I": […], "II": […]}; a lead's list may stand in an object with its unit. */
function findByName(scope: JsonObject, name: string): PlainTable | undefined {
  const named = Object.entries(scope).filter(([key]) => findLead(key));
  if (named.filter(([, value]) => Array.isArray(value) || findObject(value)).length < LEAST_NAMED) return undefined;
  return { place: '', leadCount: named.length, toLeads: (facts) => toNamedLeads(named.map(([label, value]) => ({ label, value })), facts, name) };
}

/** [{"name": "I", "samples": […]}, …] */
function findNamedList(place: string, items: readonly unknown[], name: string): PlainTable | undefined {
  if (items.length > MOST_SIGNALS) return undefined;
  const objects = items.map(findObject).filter((item) => item !== undefined);
  const named = objects.map((item) => ({ label: NAME_KEYS.map((key) => item[key]).find((text) => typeof text === 'string'), value: item }));
  const leads = named.filter((lead): lead is { label: string; value: JsonObject } => lead.label !== undefined);
  if (leads.filter(({ label }) => findLead(label)).length < LEAST_NAMED) return undefined;
  return { place, leadCount: leads.length, toLeads: (facts) => toNamedLeads(leads, facts, name) };
}

function toNamedLeads(named: readonly { readonly label: string; readonly value: unknown }[], facts: readonly JsonObject[], name: string): PlainLead[] {
  const common = findLeadMicrovolts(facts, named.length, name);
  return named.map(({ label, value }, index) => {
    const object = findObject(value);
    const key = object && SAMPLE_KEYS.find((found) => object[found] !== undefined);
    const samples = toNumbers(key === undefined ? value : object![key], toQuote(label), name);
    const isOwn = key !== undefined && tellsScale(object!);
    return { label, samples, microvoltsPerUnit: isOwn ? findLeadMicrovolts([object!], 1, name)[0] : common[index] };
  });
}

/** [{"I": 0.1, "II": 0.2, …}, …] */
function isMoment(first: JsonObject): boolean {
  return Object.entries(first).filter(([key, value]) => findLead(key) && (typeof value === 'number' || value === null)).length >= LEAST_NAMED;
}

function toMoments(place: string, items: readonly unknown[], name: string): PlainTable {
  const labels = Object.keys(findObject(items[0])!).filter(findLead);
  const value = (label: string) => items.map((item) => findObject(item)?.[label] ?? null);
  return { place, leadCount: labels.length, toLeads: (facts) => toNamedLeads(labels.map((label) => ({ label, value: value(label) })), facts, name) };
}

function toMatrixTable(place: string, value: unknown, [rows, columns]: readonly [number, number], name: string): PlainTable {
  return {
    place,
    leadCount: Math.min(rows, columns),
    toLeads: (facts) => {
      const names = findNames(facts, [rows, columns], name);
      // Of two dimensions that could both be the leads, the longer is time.
      const leadsAre = (names ? names.length === rows && (names.length !== columns || rows <= columns) : rows <= columns) ? 'rows' : 'columns';
      const leads = toLeads(toMatrix(value, name), leadsAre, name);
      const microvolts = findLeadMicrovolts(facts, leads.length, name);
      return leads.map((samples, index) => ({ label: names?.[index], samples, microvoltsPerUnit: microvolts[index] }));
    },
  };
}
