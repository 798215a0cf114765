import { fromBase64 } from '../ecg/base64';
import type { Ecg } from '../ecg/ecg';
import { Problem } from '../ecg/problem';
import { fromSampleBytes } from '../ecg/samples';
import { sha256Hex } from '../ecg/sha256';
import { LEDGER_FORMAT, LEDGER_VERSION, type LedgerFile, ledgerFileSchema } from './ledgerFile';
import { hashLedger } from './ledgerHash';
import { findFormatText, readVersioned } from './readVersioned';

/** A ledger that was read, and the ECG in it. */
export interface ReadLedger {
  readonly ledger: LedgerFile;
  readonly ecg: Ecg;
}

const FORMAT = { noun: 'explanation', format: LEDGER_FORMAT, version: LEDGER_VERSION, schema: ledgerFileSchema };

/** The text of a ledger, complete or not, judged by content alone; undefined for every other file. */
export function findLedgerText(bytes: Uint8Array): string | undefined {
  return findFormatText(bytes, LEDGER_FORMAT);
}

/**
 * Reads a ledger.
 *
 * @param text as {@link findLedgerText} found it.
 * @throws Problem where it is of a newer format, incomplete, damaged or was changed since it was written.
 */
export async function readLedger(text: string): Promise<ReadLedger> {
  const ledger = readVersioned(text, FORMAT);
  const samples = fromBase64(ledger.ecg.samplesMv);
  const leads = samples && fromSampleBytes(samples, ledger.ecg.sampleCount);
  if (!leads) {
    throw new Problem(`This explanation is damaged: its samples are not ${ledger.ecg.sampleCount} of each of twelve leads.`);
  }
  const isIntact =
    (await sha256Hex(samples)) === ledger.ecg.samplesSha256 && (await hashLedger(ledger)) === ledger.contentSha256;
  if (!isIntact) {
    throw new Problem('This explanation was changed after it was written: its contents do not match their own SHA-256.');
  }
  const { samplingRateHz, sampleCount, derivedLeads, format, scale } = ledger.ecg;
  return { ledger, ecg: { samplingRateHz, sampleCount, leads, derivedLeads, format, scale, remarks: [] } };
}
