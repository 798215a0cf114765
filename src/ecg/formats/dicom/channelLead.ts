import type { LeadName } from '../../lead';
import { findLead } from '../../leadName';
import { Problem } from '../../problem';
import { toQuote } from '../../quote';
import type { DicomNode } from './dataSet';
import { itemsOf } from './dataSet';
import { TAGS } from './tags';
import { codeOf, type DicomCode, textOf } from './values';

/** What a channel of a waveform records. */
export interface ChannelLead {
  /** The standard lead's name, or what the file calls another signal. */
  readonly label: string;
  /** A sentence where the lead is known by its name in words only. */
  readonly remark?: string;
}

/** The lead identifiers of SCP-ECG (EN 1064, table of clause 5.6.3), which ISO/IEEE 11073-10102 has taken over. */
const LEAD_BY_NUMBER: ReadonlyMap<number, LeadName> = new Map([
  [1, 'I'],
  [2, 'II'],
  [3, 'V1'],
  [4, 'V2'],
  [5, 'V3'],
  [6, 'V4'],
  [7, 'V5'],
  [8, 'V6'],
  [61, 'III'],
  [62, 'aVR'],
  [63, 'aVL'],
  [64, 'aVF'],
]);

/** MDC codes are numbered within partition 2; 256 higher lie the potentials of the same leads. */
const MDC_PARTITION = 2 * 65536;
const MDC_POTENTIALS = 256;

/**
 * The lead that a channel records, by the code of its source (PS3.16 CID 3001); by its name in words where the code is
 * of another scheme.
 * @param number the channel's place in its group, from 1 on, for the sentence.
 * @throws Problem where code and words name different leads, or where the file changes a lead's meaning by a modifier.
 */
export function toChannelLead(channel: DicomNode, number: number, name: string): ChannelLead {
  const code = codeOf(channel, TAGS.channelSource);
  const words = [code.meaning, textOf(channel, TAGS.channelLabel), code.value].filter((text) => text !== '');
  const inWords = [...new Set(words.flatMap((text) => findLead(text) ?? []))];
  const identifier = findLeadIdentifier(code);
  const coded = identifier === undefined ? findReference(code) : LEAD_BY_NUMBER.get(identifier);
  const unequal = inWords.find((lead) => (identifier === undefined ? lead !== inWords[0] : lead !== coded));
  if (unequal) {
    const called = words.map(toQuote).join(', ');
    throw new Problem(`${name} calls its channel ${number} by different names (${called}), so it is unclear which lead it is.`);
  }
  const lead = coded ?? inWords[0];
  if (lead) requireNoModifier(channel, lead, name);
  if (coded || !lead) return { label: lead ?? words[0] ?? `channel ${number}` };
  return { label: lead, remark: `${lead} is known by its name in words only: the file gives it no standard code.` };
}

/** The number of a lead in a code of a scheme that numbers leads; undefined for others and for "unspecified". */
function findLeadIdentifier({ scheme, value }: DicomCode): number | undefined {
  const scp = /^SCP-?ECG$/i.test(scheme) ? /^5\.6\.3-9-(\d{1,5})$/.exec(value)?.[1] : undefined;
  if (scp !== undefined) return Number(scp) || undefined;
  if (!/^MDC$/i.test(scheme)) return undefined;
  const [, inPartition, alone] = /^(?:2:(\d{1,5})|(\d{6}))$/.exec(value) ?? [];
  const number = inPartition === undefined ? Number(alone) - MDC_PARTITION : Number(inPartition);
  if (!(number > 0)) return undefined;
  return number > MDC_POTENTIALS && number < 2 * MDC_POTENTIALS ? number - MDC_POTENTIALS : number;
}

/** MDC also has names for its codes, MDC_ECG_LEAD_V1. */
function findReference({ scheme, value }: DicomCode): LeadName | undefined {
  return /^MDC$/i.test(scheme) && /^MDC_ECG_/.test(value) ? findLead(value) : undefined;
}

function requireNoModifier(channel: DicomNode, lead: LeadName, name: string): void {
  if (itemsOf(channel, TAGS.sourceModifiers).length === 0) return;
  const { meaning, value } = codeOf(channel, TAGS.sourceModifiers);
  throw new Problem(`${name} qualifies the lead ${lead} by ${toQuote(meaning || value)}, and what that changes is not known.`);
}
