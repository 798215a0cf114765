import { describe, expect, it } from 'vitest';
import { createSyntheticEcg } from '../../../tools/synthetic/ecg';
import { sealScp } from '../../../tools/synthetic/scp/packScp';
import { u16, u32 } from '../../../tools/synthetic/scp/scpFields';
import { type ScpWriterOptions, writeScp } from '../../../tools/synthetic/scp/scpWriter';
import { sentenceOf } from '../../../tools/synthetic/sentenceOf';
import type { EcgFile } from '../ecgFile';
import { STANDARD_LEADS } from '../lead';
import { readEcg } from './registry';

const ecg = createSyntheticEcg({ seed: 7, samplingRateHz: 200 });

/** Puts bytes into a section's body. */
const patch = (id: number, at: number, bytes: readonly number[]) => (sections: Map<number, number[]>) =>
  void sections.get(id)!.splice(at, bytes.length, ...bytes);
const drop = (id: number) => (sections: Map<number, number[]>) => void sections.delete(id);
const cut = (id: number, length: number) => (sections: Map<number, number[]>) => void sections.set(id, sections.get(id)!.slice(0, length));

/** A lead's place in section 3, after the count and flags. */
const leadAt = (index: number) => 2 + 9 * index;
const BIMODAL: ScpWriterOptions = { bimodalFactor: 4 };
const SUBTRACTED: ScpWriterOptions = { subtracted: true };
const SWITCHING: ScpWriterOptions = { huffman: 'switching' };
/** The first code of the second table: behind the counts and five codes of the first. */
const SECOND_TABLE_AT = 2 + 2 + 5 * 9 + 2;

const REFUSED: readonly (readonly [what: string, options: ScpWriterOptions, sentence: string])[] = [
  ['no rhythm', { edit: drop(6) }, 'ecg.scp holds no ECG that can be read: it lacks section 6 (rhythm).'],
  ['no leads', { edit: drop(3) }, 'ecg.scp holds no ECG that can be read: it lacks section 3 (leads).'],
  ['a long-term recording only', { protocolVersion: 30, edit: (all) => { all.set(12, all.get(6)!); all.delete(6); } }, 'ecg.scp keeps its ECG in section 12, the long-term recording of SCP-ECG 3, which cannot be read.'],
  ['a later version', { protocolVersion: 40 }, 'ecg.scp is of version 4.0 of SCP-ECG; 1.0 to 3.9 can be read.'],
  ['no scale', { edit: patch(6, 0, u16(0)) }, 'ecg.scp gives no scale: the amplitude multiplier of section 6 (rhythm) is 0.'],
  ['no rate', { edit: patch(6, 2, u16(0)) }, 'ecg.scp gives no sampling rate: the sample interval of section 6 (rhythm) is 0.'],
  ['a low rate', { edit: patch(6, 2, u16(20000)) }, 'ecg.scp was sampled at 50 Hz; at least 100 Hz are needed.'],
  ['an unknown encoding', { edit: patch(6, 4, [3]) }, 'ecg.scp gives the encoding of section 6 (rhythm) as 3; only 0, 1 and 2 have a meaning.'],
  ['an unknown bimodal compression', { edit: patch(6, 5, [2]) }, 'ecg.scp gives the bimodal compression of section 6 (rhythm) as 2; in its version only 0 and 1 can be read.'],
  ['bimodal compression in version 3', { ...BIMODAL, protocolVersion: 30 }, 'ecg.scp gives the bimodal compression of section 6 (rhythm) as 1; in its version only 0 can be read.'],
  ['a rhythm that is cut off', { edit: cut(6, 5000) }, 'ecg.scp is damaged: section 6 (rhythm) is shorter than it announces.'],
  ['leads that are cut off', { edit: patch(3, 0, [9]) }, 'ecg.scp is damaged: section 3 (leads) is shorter than it announces.'],
  ['a lead that ends before it starts', { edit: patch(3, leadAt(2), u32(2001)) }, 'ecg.scp is damaged: its lead V1 goes from sample 2001 to 2000.'],
  ['three leads at a time', { edit: patch(3, 1, [3 << 3]) }, 'ecg.scp recorded 3 of its 8 leads at a time; an ECG of all leads at once is needed.'],
  ['V3 in the place of V2', { edit: patch(3, leadAt(3) + 8, [5]) }, 'ecg.scp is no complete 12-lead ECG: it lacks the lead V2 and holds “I”, “II”, “V1”, “V3”, “V3”, “V4”, “V5” and “V6”.'],
  ['V3R for V3', { edit: patch(3, leadAt(4) + 8, [11]) }, 'ecg.scp is no complete 12-lead ECG: it lacks the lead V3 and holds “I”, “II”, “V1”, “V2”, “V3R”, “V4”, “V5” and “V6”.'],
  ['a lead given twice', { leadOrder: STANDARD_LEADS, edit: patch(3, leadAt(3) + 8, [61]) }, 'ecg.scp names the lead III twice, so it is unclear which of the two is meant.'],
  ['an absurd count', { edit: patch(3, leadAt(0) + 4, u32(0xffffffff)) }, 'ecg.scp claims 4294967295 samples of “I”, which no resting ECG has.'],
  ['more samples than stored', { edit: patch(3, leadAt(1) + 4, u32(2500)) }, 'ecg.scp is damaged: of the 2500 samples of “II” it holds 2013.'],
  ['more samples than bits', { edit: patch(3, leadAt(0) + 4, u32(599_999)) }, 'ecg.scp is damaged: of the 599999 samples of “I” it holds 2000.'],
  ['fewer samples than stored', { edit: patch(3, leadAt(1) + 4, u32(1900)) }, 'ecg.scp is damaged: it holds more than the 1900 samples of “II” that it announces.'],
  ['another count of bare samples', { huffman: 'none', edit: patch(3, leadAt(1) + 4, u32(1999)) }, 'ecg.scp holds 2000 samples of “II”, although it announces “1999”.'],
  ['samples beyond 16 bits', { huffman: 'none', differences: 0, edit: patch(6, 4, [1]) }, 'ecg.scp is damaged: the samples of “I” leave the range of 16 bits.'],
  ['no reference beat', { ...SUBTRACTED, edit: drop(5) }, 'ecg.scp holds no ECG that can be read: it lacks section 5 (reference beat).'],
  ['no QRS locations', { ...BIMODAL, edit: drop(4) }, 'ecg.scp holds no ECG that can be read: it lacks section 4 (QRS locations).'],
  ['QRS locations that are cut off', { ...SUBTRACTED, edit: cut(4, 60) }, 'ecg.scp is damaged: section 4 (QRS locations) is shorter than it announces.'],
  ['no protected areas', { ...BIMODAL, edit: (all) => cut(4, all.get(4)!.length - 8)(all) }, 'ecg.scp is damaged: section 4 (QRS locations) does not tell which samples around the QRS complexes are kept whole.'],
  ['a reference beat without scale', { ...SUBTRACTED, edit: patch(5, 0, u16(0)) }, 'ecg.scp gives no scale: the amplitude multiplier of section 5 (reference beat) is 0.'],
  ['a reference beat of no length', { ...SUBTRACTED, edit: patch(4, 0, u16(0)) }, 'ecg.scp gives the length of its reference beat as 0 ms, which it cannot be.'],
  ['a reference beat of another length', { ...SUBTRACTED, edit: patch(4, 0, u16(900)) }, 'ecg.scp is damaged: of the 180 samples of “the reference beat of I” it holds 128.'],
  ['a reference beat subtracted everywhere', { ...SUBTRACTED, edit: (all) => { for (let beat = 0; beat < 9; beat++) patch(4, 6 + 14 * beat + 2, [...u32(1), ...u32(2000), ...u32(2000)])(all); } }, 'ecg.scp is damaged: its reference beat was subtracted from 18240 samples of the 2000 of a lead.'],
  ['a reference beat of another rate', { ...SUBTRACTED, edit: patch(5, 2, u16(2500)) }, 'ecg.scp samples its rhythm every 5000 µs and its reference beat every 2500 µs, which do not go together.'],
  ['decimation by no whole number', { ...BIMODAL, edit: patch(5, 2, u16(6000)) }, 'ecg.scp samples its rhythm every 20000 µs and its reference beat every 6000 µs, which do not go together.'],
  ['decimation by too large a number', { ...BIMODAL, edit: patch(5, 2, u16(2000)) }, 'ecg.scp samples its rhythm every 20000 µs and its reference beat every 2000 µs, which do not go together.'],
  ['a reference beat and samples numbered from 0', { ...SUBTRACTED, edit: patch(3, leadAt(0), u32(0)) }, 'ecg.scp numbers the samples of “I” from 0 instead of 1, so that it is unclear where its QRS complexes lie.'],
  ['leads recorded one after another', { ranges: { V1: [1001, 2000] } }, 'ecg.scp did not record its leads together (“I” in samples 1 to 2000, “V1” in samples 1001 to 2000): 5 s of all leads at once are too short, 10 s are needed.'],
  ['a length that its field cannot hold', { edit: (all) => { all.get(6)!.splice(6, 2, 0xff, 0xff); all.get(6)!.push(...new Array<number>(70_000).fill(0)); patch(3, leadAt(0) + 4, u32(590_000))(all); } }, 'ecg.scp gives the length of “I” as 65535 bytes, the most that its field can hold: where the lead ends is unknown.'],
  ['Huffman tables that are cut off', { ...SWITCHING, edit: cut(2, 30) }, 'ecg.scp is damaged: section 2 (Huffman tables) is shorter than it announces.'],
  ['an absurd count of Huffman codes', { ...SWITCHING, edit: patch(2, 2, u16(60_000)) }, 'ecg.scp claims 60000 Huffman codes, which no device uses.'],
  ['a Huffman code of no bits', { ...SWITCHING, edit: patch(2, 4, [0]) }, 'ecg.scp is damaged: section 2 (Huffman tables) has a code of 0 bits.'],
  ['Huffman codes that are the same', { ...SWITCHING, edit: patch(2, 4 + 9 + 5, u32(5)) }, 'ecg.scp is damaged: section 2 (Huffman tables) has codes that cannot be told apart.'],
  ['a Huffman code that begins as another', { ...SWITCHING, edit: patch(2, 4 + 9 + 5, u32(0)) }, 'ecg.scp is damaged: section 2 (Huffman tables) has codes that cannot be told apart.'],
  ['a Huffman code shorter than its prefix', { ...SWITCHING, edit: patch(2, 4 + 9 + 1, [2]) }, 'ecg.scp is damaged: section 2 (Huffman tables) has a code of 3 bits that is 2 bits long.'],
  ['a switch to a Huffman table that is not there', { ...SWITCHING, edit: patch(2, SECOND_TABLE_AT + 9 + 3, u16(3)) }, 'ecg.scp is damaged: section 2 (Huffman tables) switches to table 3 of 2.'],
];

describe('an SCP-ECG file is refused', () => {
  it.each(REFUSED)('with %s', async (_, options, sentence) => {
    expect(await sentenceOf(() => readEcg([writeScp(ecg, options)]))).toBe(sentence);
  });

  /** A file changed after its checksums were made. */
  const altered = (change: (bytes: Uint8Array, view: DataView) => void, options: ScpWriterOptions = {}): EcgFile => {
    const file = writeScp(ecg, options);
    change(file.bytes, new DataView(file.bytes.buffer));
    return file;
  };
  /** The same with the checksums that belong to the change. */
  const resealed = (change: (view: DataView) => void): EcgFile =>
    altered((bytes, view) => {
      change(view);
      sealScp(bytes);
    });
  const cutOff = (length: number): EcgFile => ({ name: 'ecg.scp', bytes: writeScp(ecg).bytes.slice(0, length) });
  const pointerAt = (id: number) => 22 + 10 * id;
  const startOf = (id: number, view: DataView) => view.getUint32(pointerAt(id) + 6, true) - 1;

  it.each<[string, EcgFile, string]>([
    ['cut off', cutOff(4000), 'ecg.scp is cut off or damaged: it announces 20154 bytes and holds 4000.'],
    ['cut off behind its mark', cutOff(22), 'ecg.scp is cut off or damaged: it announces 20154 bytes and holds 22.'],
    ['of an absurd length', altered((_, view) => view.setUint32(2, 0xffffffff, true)), 'ecg.scp is cut off or damaged: it announces 4294967295 bytes and holds 20154.'],
    ['with a sample altered', altered((bytes) => (bytes[5000]! ^= 1)), 'ecg.scp was altered or damaged: section 6 (rhythm) does not match its checksum.'],
    ['with a lead’s number altered', altered((bytes, view) => (bytes[startOf(3, view) + 26]! ^= 2)), 'ecg.scp was altered or damaged: section 3 (leads) does not match its checksum.'],
    ['with a pointer altered', altered((bytes) => (bytes[pointerAt(6) + 6]! ^= 2)), 'ecg.scp was altered or damaged: section 0 (pointers) does not match its checksum.'],
    ['with a checksum of 0 where others are not', altered((_, view) => view.setUint16(startOf(6, view), 0, true)), 'ecg.scp was altered or damaged: section 6 (rhythm) gives the checksum 0, which is not that of its bytes.'],
    ['that points beyond its end', resealed((view) => view.setUint32(pointerAt(6) + 2, 0x7fffffff, true)), 'ecg.scp was altered or damaged: section 6 (rhythm) should lie at byte 293, 2147483647 bytes long, where it cannot.'],
    ['that points to another section', resealed((view) => view.setUint16(startOf(6, view) + 2, 3, true)), 'ecg.scp was altered or damaged: section 6 (rhythm) is not where the file points to.'],
    ['that points to a section twice', resealed((view) => view.setUint16(pointerAt(7), 6, true)), 'ecg.scp is damaged: it points to section 6 (rhythm) twice.'],
    ['without pointers', resealed((view) => view.setUint32(10, 16, true)), 'ecg.scp holds no ECG that can be read: it lacks section 0 (pointers).'],
    ['that counts bytes from 0', altered((_, view) => view.setUint32(pointerAt(0) + 6, 6, true), { hasMark: false }), 'ecg.scp does not keep to the SCP-ECG standard: it counts bytes from 0, as HealForce’s handheld monitors do, which record fewer than twelve leads.'],
  ])('%s', async (_, file, sentence) => {
    expect(await sentenceOf(() => readEcg([file]))).toBe(sentence);
  });

  it('that is none, with what it seems to be', async () => {
    const file = { name: 'ecg.scp', bytes: new TextEncoder().encode('%PDF-1.7 and what follows in a report of some length') };
    expect(await sentenceOf(() => readEcg([file]))).toMatch(/^No ECG that can be read was found: ecg\.scp seems to be a PDF document; what can be read is /);
  });

  it('beside another', async () => {
    const files = [writeScp(ecg, { name: 'one.scp' }), writeScp(ecg, { name: 'two.scp' })];
    expect(await sentenceOf(() => readEcg(files))).toBe('These are 2 recordings (one.scp and two.scp): open them one by one.');
  });
});
