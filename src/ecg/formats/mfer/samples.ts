import { Problem } from '../../problem';
import { MFER_TAGS } from './definitions';
import { type MferFrame, type MferLead, toMferInteger, type MferValue } from './frames';

/** How a lead's samples are stored. */
interface DataType {
  readonly bytes: number;
  readonly read: (view: DataView, at: number, isLittleEndian: boolean) => number;
  /** The value that the format proposes for a sample that is missing. */
  readonly missing?: number;
}

const DATA_TYPES: ReadonlyMap<number, DataType> = new Map<number, DataType>([
  [0, { bytes: 2, read: (view, at, little) => view.getInt16(at, little), missing: -0x8000 }],
  [1, { bytes: 2, read: (view, at, little) => view.getUint16(at, little) }],
  [2, { bytes: 4, read: (view, at, little) => view.getInt32(at, little), missing: -0x80000000 }],
  [3, { bytes: 1, read: (view, at) => view.getUint8(at) }],
  [4, { bytes: 2, read: (view, at, little) => view.getUint16(at, little) }],
  [5, { bytes: 1, read: (view, at) => view.getInt8(at) }],
  [6, { bytes: 4, read: (view, at, little) => view.getUint32(at, little) }],
  [7, { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) }],
  [8, { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) }],
]);

/** The samples of one lead, not read yet. */
export interface MferSignal {
  readonly sampleCount: number;
  /** The first samples in steps, NaN where one is missing. */
  readonly toSamples: (count: number) => Float64Array;
}

/** How a lead lies in a sequence, which holds a block of every lead. */
interface Layout {
  readonly type: DataType;
  readonly blockLength: number;
  /** Bytes of a sequence before this lead's block. */
  readonly offset: number;
}

/**
 * The samples of each lead of a frame, which holds sequences of blocks, a block of each lead in turn.
 * @returns remarks too where the frame is cut off.
 * @throws Problem where the frame's counts cannot be or do not fit what is there.
 */
export function toMferSignals(frame: MferFrame, name: string): { signals: readonly MferSignal[]; remarks: readonly string[] } {
  let sequenceBytes = 0;
  const layouts = frame.leads.map((lead): Layout => {
    const type = toDataType(lead, name);
    const blockLength = toCount(lead, MFER_TAGS.blockLength, name) ?? 1;
    const layout = { type, blockLength, offset: sequenceBytes };
    sequenceBytes += type.bytes * blockLength;
    return layout;
  });
  const { sequenceCount, remarks } = toSequenceCount(frame, sequenceBytes, name);
  const view = new DataView(frame.samples.buffer, frame.samples.byteOffset, frame.samples.length);
  const signals = layouts.map(({ type, blockLength, offset }, index): MferSignal => ({
    sampleCount: sequenceCount * blockLength,
    toSamples: (count) => {
      const missing = toMissing(frame.leads[index]!, type);
      const samples = new Float64Array(count);
      for (let sample = 0; sample < count; sample++) {
        const at = Math.floor(sample / blockLength) * sequenceBytes + offset + (sample % blockLength) * type.bytes;
        const value = type.read(view, at, frame.isLittleEndian);
        samples[sample] = value === missing ? NaN : value;
      }
      return samples;
    },
  }));
  return { signals, remarks };
}

function toDataType(lead: MferLead, name: string): DataType {
  const value = lead.get(MFER_TAGS.dataType);
  const code = value ? toMferInteger(value) : 0;
  const type = DATA_TYPES.get(code);
  if (!type) throw new Problem(`${name} stores samples of the type ${code}${code === 9 ? ' (AHA compression)' : ''}, which cannot be read.`);
  return type;
}

/** The value of samples that are missing: what the file defines or, where it does not, what the format proposes. */
function toMissing(lead: MferLead, { bytes, read, missing }: DataType): number | undefined {
  const defined = lead.get(MFER_TAGS.nullValue);
  if (!defined || defined.bytes.length < bytes) return missing;
  return read(new DataView(defined.bytes.buffer, defined.bytes.byteOffset, bytes), 0, defined.isLittleEndian);
}

/** Sequences that there are in full, and what to say where they are not those that are announced. */
function toSequenceCount(frame: MferFrame, sequenceBytes: number, name: string): { sequenceCount: number; remarks: readonly string[] } {
  const counts = [...new Set(frame.leads.map((lead) => toCount(lead, MFER_TAGS.sequenceCount, name)))];
  if (counts.length > 1) {
    throw new Problem(`${name} announces sequences of different numbers in different leads, which cannot be read.`);
  }
  const announced = counts[0] ?? Math.floor(frame.announcedBytes / sequenceBytes);
  const held = Math.floor(frame.samples.length / sequenceBytes);
  const told = `it announces ${announced} sequences of samples and holds ${held}`;
  if (announced === held) return { sequenceCount: held, remarks: [] };
  if (announced > held) return { sequenceCount: held, remarks: [`The file is cut off: ${told}.`] };
  throw new Problem(`${name} is damaged: ${told}.`);
}

function toCount(lead: MferLead, tag: number, name: string): number | undefined {
  const value: MferValue | undefined = lead.get(tag);
  if (!value) return undefined;
  const count = toMferInteger(value);
  if (count >= 1 && count <= 2 ** 32) return count;
  const what = tag === MFER_TAGS.blockLength ? 'the samples of a block' : 'the number of sequences';
  throw new Problem(`${name} gives ${what} as ${count}, which it cannot be.`);
}
