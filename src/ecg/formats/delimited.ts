import type { Ecg } from '../ecg';
import type { EcgFile } from '../ecgFile';
import { Problem } from '../problem';
import type { StatedFacts } from '../statedFacts';
import { findContents } from './contents';
import { findLayout, type Layout } from './delimited/findLayout';
import { readSignals } from './delimited/readSignals';
import { toTableText } from './delimited/tableText';
import type { Delimiter } from './delimited/toCells';
import { toFacts } from './delimited/toFacts';
import { toPreamble } from './delimited/toPreamble';
import { createSingleFileFormat } from './singleFile';
import { toEcg } from './storedRecording';

/** Minutes of an ECG, read within a second or two; ten seconds of twelve leads are less than 2 MB. */
const MOST_BYTES = 12e6;

/** As much of a file as tells how its table lies. */
const START_BYTES = 2 ** 16;

/** What no text holds: control characters other than those that end lines and pages or part cells. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x08\x0e-\x1f]/;

const SEPARATED: Readonly<Record<Delimiter, string>> = {
  '\t': 'separated by tabs',
  ';': 'separated by semicolons',
  ',': 'separated by commas',
  ' ': 'separated by spaces',
};

/**
 * Samples as text: a column or a row of numbers for every lead, as spreadsheets and research software write them. There
 * is no standard of it; commas, tabs and quotation marks are those of RFC 4180 and of the text/tab-separated-values
 * media type. What such a file does not say (rate, unit, order of leads) must be stated.
 */
export const delimited = createSingleFileFormat({
  description: 'tables of samples as text (CSV, TSV, TXT)',
  isOurs: ({ bytes }) => findTable(bytes) !== undefined,
  toEcg: toTableEcg,
});

function toTableEcg({ name, bytes }: EcgFile, stated: StatedFacts): Ecg {
  if (bytes.length > MOST_BYTES) {
    const megabytes = Math.ceil(bytes.length / 1e6);
    throw new Problem(`${name} is a table of ${megabytes} MB, more than the 12 that can be read; ten seconds of an ECG take less than 2.`);
  }
  const lines = toTableText(bytes).split('\n');
  const layout = findTable(bytes)!;
  const signals = readSignals(lines, layout, name);
  const words = toPreamble(lines.slice(0, layout.tableLine), name);
  const { scale, samplingRateHz, leads, remarks } = toFacts(signals, words, stated, name);
  return toEcg({
    name,
    format: `Text table (${SEPARATED[layout.delimiter]})`,
    samplingRateHz,
    leads,
    ...scale,
    remarks,
  });
}

/** Where the samples lie in a file, by its first lines; undefined of a file that is no table of samples. */
function findTable(bytes: Uint8Array): Layout | undefined {
  if (findContents(bytes) !== undefined) return undefined;
  const start = toTableText(bytes.subarray(0, START_BYTES));
  if (CONTROL.test(start)) return undefined;
  const lines = start.split('\n');
  const last = lines.at(-1)!;
  if (bytes.length > START_BYTES) lines.splice(-1, 1, ...(lines.length > 1 ? [] : [last.slice(0, last.search(/[^\t;, ]*$/))]));
  return findLayout(lines);
}
