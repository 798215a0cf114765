import * as v from 'valibot';
import { fromBase64 } from '../ecg/base64';
import type { Ecg } from '../ecg/ecg';
import { Problem } from '../ecg/problem';
import { toQuote } from '../ecg/quote';
import { fromSampleBytes } from '../ecg/samples';
import { sha256Hex } from '../ecg/sha256';
import { LEDGER_FORMAT, LEDGER_VERSION, type LedgerFile, ledgerFileSchema } from './ledgerFile';
import { hashLedger } from './ledgerHash';

/** A ledger that was read, and the ECG in it. */
export interface ReadLedger {
  readonly ledger: LedgerFile;
  readonly ecg: Ecg;
}

const MARK = new RegExp(`"format"\\s*:\\s*"${LEDGER_FORMAT}"`);

/** The text of a ledger, complete or not, judged by content alone; undefined for every other file. */
export function findLedgerText(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (!start.startsWith('{')) return undefined;
  const text = new TextDecoder().decode(bytes);
  return MARK.test(text) ? text : undefined;
}

/**
 * Reads a ledger.
 *
 * @param text as {@link findLedgerText} found it.
 * @throws Problem where it is of a newer format, incomplete, damaged or was changed since it was written.
 */
export async function readLedger(text: string): Promise<ReadLedger> {
  const json = parse(text);
  const version = v.safeParse(v.object({ formatVersion: v.number() }), json);
  if (version.success && version.output.formatVersion > LEDGER_VERSION) {
    throw new Problem(
      `This explanation has the format version ${version.output.formatVersion}, and this page reads version ${LEDGER_VERSION}: open it with a newer page.`,
    );
  }
  const parsed = v.safeParse(ledgerFileSchema, json);
  if (!parsed.success) throw new Problem(`This explanation is damaged: ${toFault(parsed.issues[0])}.`);
  const ledger = parsed.output;
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('This explanation is damaged: the file breaks off or is no JSON.');
  }
}

function toFault(issue: v.InferIssue<typeof ledgerFileSchema>): string {
  const place = v.getDotPath(issue) ?? 'the file';
  if (issue.expected === 'never') return `${place} is unknown`;
  return issue.received === 'undefined' ? `${place} is missing` : `${place} cannot be ${toQuote(issue.received)}`;
}
