import type { Ecg } from '../../../src/ecg/ecg';
import type { EcgFile } from '../../../src/ecg/ecgFile';
import type { LeadName } from '../../../src/ecg/lead';

/** How an ECG is stored as a device would store it; every field has a default. */
export interface DeviceWriterOptions {
  /** Name of the file. */
  readonly name?: string;
  /** Microvolts of one step; each format has its own usual one. */
  readonly microvoltsPerStep?: number;
  /** The leads to store, in this order; each format has its own usual ones. */
  readonly leadOrder?: readonly LeadName[];
  /** Changes the text before it becomes bytes, for tests of what files in the field look like. */
  readonly edit?: (xml: string) => string;
}

/** What every written file says that its device measured. */
export const WRITTEN_MEASUREMENTS = { rate: 61, p: 104, pr: 162, qrs: 94, qt: 402, qtc: 405, pAxis: 47, qrsAxis: -12, tAxis: 33 };

/** The leads from which the others follow, in the usual order. */
export const INDEPENDENT_LEADS = ['I', 'II', 'V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const satisfies readonly LeadName[];

/** The samples of a lead in whole steps. */
export function toSteps(ecg: Ecg, lead: LeadName, microvoltsPerStep: number): number[] {
  // Adding 0 turns −0 into 0, which would be written as "-0".
  return Array.from(ecg.leads[lead], (millivolts) => Math.round((millivolts * 1000) / microvoltsPerStep) + 0);
}

/** Whole numbers as 16-bit two's complements, low byte first. */
export function toBytes16(values: readonly number[], isLittleEndian = true): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, index) => view.setInt16(2 * index, value, isLittleEndian));
  return new Uint8Array(view.buffer);
}

/** Bytes in base64, in lines of 76 characters as devices write them. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\n');
}

/**
 * The file that holds this text, after the edit that a test asks for.
 * @throws Error where the edit changes nothing: such a test would show nothing.
 */
export function toXmlFile(xml: string, usualName: string, { name, edit }: DeviceWriterOptions, encoding?: 'utf16le'): EcgFile {
  const edited = edit ? edit(xml) : xml;
  if (edit && edited === xml) throw new Error('The edit changed nothing in the file.');
  const bytes = encoding ? Buffer.from(`\uFEFF${edited}`, encoding) : Buffer.from(edited, 'utf8');
  return { name: name ?? usualName, bytes: new Uint8Array(bytes) };
}
