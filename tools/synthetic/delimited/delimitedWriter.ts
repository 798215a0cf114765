import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import { STANDARD_LEADS } from '../../../src/ecg/lead';
import type { LeadName } from '../../../src/ecg/lead';

/** A column or row that is no lead. */
export interface OtherSignal {
  readonly label: string;
  readonly toText: (index: number) => string;
}

/** How an ECG is written; every field has a default. */
export interface DelimitedWriterOptions {
  readonly name?: string;
  readonly signalsAre?: 'columns' | 'rows';
  readonly delimiter?: string;
  readonly decimalMark?: '.' | ',';
  /** Microvolts of 1 in the file; 1 unless given. */
  readonly microvoltsPerUnit?: number;
  /** Digits behind the decimal mark; 1 unless given. */
  readonly decimals?: number;
  readonly leadOrder?: readonly LeadName[];
  /** How a lead is named, "V1 [µV]" unless given. */
  readonly toLabel?: (lead: LeadName) => string;
  /** Whether the leads are named at all; they are unless given. */
  readonly hasNames?: boolean;
  /** What stands before the leads: the time in seconds unless given. */
  readonly first?: readonly OtherSignal[];
  /** And what behind them. */
  readonly last?: readonly OtherSignal[];
  /** Lines before the names, between names and samples, and behind the samples. */
  readonly before?: readonly string[];
  readonly between?: readonly string[];
  readonly after?: readonly string[];
  /** Replaces the text of a sample. */
  readonly replace?: (text: string, lead: LeadName, index: number) => string;
  /** Puts each cell between quotation marks. */
  readonly isQuoted?: boolean;
  /** What ends a line; a line feed unless given. */
  readonly lineEnd?: string;
  readonly encoding?: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'latin1';
}

/** The time of each sample in seconds, from 0 on. */
export function createTime(ecg: Ecg, label = 'time [s]', decimals = 4): OtherSignal {
  return { label, toText: (index) => (index / ecg.samplingRateHz).toFixed(decimals) };
}

/** Writes an ECG as a table of text, for tests. */
export function writeDelimited(ecg: Ecg, options: DelimitedWriterOptions = {}): EcgFile {
  const { delimiter = ',', hasNames = true, before = [], between = [], after = [], lineEnd = '\n' } = options;
  const signals = toSignals(ecg, options);
  const names = hasNames ? [signals.map(({ label }) => label)] : [];
  const isRows = options.signalsAre === 'rows';
  const rowOf = (index: number) => signals.map(({ toText }) => toText(index));
  const table = isRows
    ? signals.map(({ label, toText }) => [...(hasNames ? [label] : []), ...toIndices(ecg).map(toText)])
    : toIndices(ecg).map(rowOf);
  const toLine = (cells: readonly string[]) => cells.map((cell) => (options.isQuoted ? `"${cell}"` : cell)).join(delimiter);
  const lines = [...before, ...(isRows ? [] : names.map(toLine)), ...between, ...table.map(toLine), ...after];
  return { name: options.name ?? 'table.csv', bytes: encode(lines.map((line) => line + lineEnd).join(''), options.encoding) };
}

function toSignals(ecg: Ecg, options: DelimitedWriterOptions): OtherSignal[] {
  const { microvoltsPerUnit = 1, decimals = 1, decimalMark = '.', leadOrder = STANDARD_LEADS } = options;
  const { toLabel = (lead) => `${lead} [µV]`, first = [createTime(ecg)], last = [], replace = (text) => text } = options;
  const mark = (text: string) => text.replace('.', decimalMark);
  const toText = (lead: LeadName, index: number) => ((ecg.leads[lead][index]! * 1000) / microvoltsPerUnit).toFixed(decimals);
  const leads = leadOrder.map((lead) => ({
    label: toLabel(lead),
    toText: (index: number) => replace(mark(toText(lead, index)), lead, index),
  }));
  const marked = (signals: readonly OtherSignal[]) => signals.map((signal) => ({ ...signal, toText: (index: number) => mark(signal.toText(index)) }));
  return [...marked(first), ...leads, ...last];
}

function toIndices({ sampleCount }: Ecg): number[] {
  return Array.from({ length: sampleCount }, (_, index) => index);
}

function encode(text: string, encoding: DelimitedWriterOptions['encoding'] = 'utf-8'): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`);
  if (encoding === 'latin1') return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const marked = `\uFEFF${text}`;
  const view = new DataView(new ArrayBuffer(2 * marked.length));
  for (let index = 0; index < marked.length; index++) view.setUint16(2 * index, marked.charCodeAt(index), encoding === 'utf-16le');
  return new Uint8Array(view.buffer);
}
