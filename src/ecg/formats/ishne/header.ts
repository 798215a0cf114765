import { type PartialFile, readExactly } from '../../partialFile';
import { Problem } from '../../problem';
import { crc16 } from '../crc16';

/** One lead as the header describes it. */
export interface IshneLead {
  readonly label: string;
  /** Nanovolts of one step. */
  readonly nanovoltsPerStep: number;
  /** What the recorder noted of its quality, in words; undefined where it is good or not told. */
  readonly complaint: string | undefined;
}

/** What the header of an ISHNE file says of its samples. */
export interface IshneHeader {
  readonly name: string;
  readonly samplingRateHz: number;
  readonly leads: readonly IshneLead[];
  /** Where the samples begin in the file. */
  readonly samplesAt: number;
  /** The number of samples as the header gives it, of each lead or of all; 0 or less where it does not. */
  readonly announcedCount: number;
  readonly hasChecksum: boolean;
}

/** Where the fields of the fixed block lie, in bytes from the beginning of the file. */
const AT = {
  checksum: 8,
  variableLength: 10,
  sampleCount: 14,
  samplesAt: 22,
  leadCount: 156,
  leads: 158,
  qualities: 182,
  resolutions: 206,
  samplingRate: 272,
} as const;
const FIXED_END = 522;
const MOST_LEADS = 12;

/** A variable block is a few lines, but nothing limits it: no more of it is held at once. */
const CHECKED_BYTES = 2 ** 20;

/** Fields that do not apply hold this. */
const NONE = -9;

const LEADS: readonly string[] = [
  ...['unknown lead', 'bipolar lead', 'X', 'Y', 'Z', 'I', 'II', 'III', 'aVR', 'aVL', 'aVF'],
  ...['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'ES', 'AS', 'AI'],
];

const COMPLAINTS: ReadonlyMap<number, string> = new Map([
  [2, 'noise at times'],
  [3, 'frequent noise'],
  [4, 'disconnected at times'],
  [5, 'frequently disconnected'],
]);

/**
 * The header of an ISHNE file, whose checksum must be right. Names, identification, dates and the variable block are not
 * looked at.
 * @throws Problem where it is cut off, altered, or a field cannot be.
 */
export async function readIshneHeader(file: PartialFile): Promise<IshneHeader> {
  const { name, size } = file;
  if (size < FIXED_END) throw new Problem(`${name} is cut off within its header, after ${size} bytes.`);
  const bytes = await readExactly(file, 0, FIXED_END);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const int32 = (at: number): number => view.getInt32(at, true);
  const int16 = (at: number): number => view.getInt16(at, true);
  const variableLength = int32(AT.variableLength) === NONE ? 0 : int32(AT.variableLength);
  const headerEnd = FIXED_END + variableLength;
  if (variableLength < 0 || headerEnd > size) {
    throw new Problem(`${name} is cut off or damaged: it announces a variable block of ${variableLength} bytes and holds ${size} in all.`);
  }
  const checksum = view.getUint16(AT.checksum, true);
  const isRight = checksum === (await readChecksum(file, headerEnd));
  if (!isRight && checksum !== 0) throw new Problem(`${name} was altered or damaged: its header does not match its checksum.`);
  const samplesAt = int32(AT.samplesAt);
  if (samplesAt < headerEnd || samplesAt > size) {
    throw new Problem(`${name} is cut off or damaged: its samples should begin at byte ${samplesAt}, its header ends at ${headerEnd} and the file at ${size}.`);
  }
  const leadCount = int16(AT.leadCount);
  if (leadCount < 1 || leadCount > MOST_LEADS) throw new Problem(`${name} announces ${leadCount} leads; ISHNE has 1 to ${MOST_LEADS}.`);
  const samplingRateHz = int16(AT.samplingRate);
  if (samplingRateHz <= 0) throw new Problem(`${name} gives the sampling rate as ${samplingRateHz} Hz, which it cannot be.`);
  const leads = Array.from({ length: leadCount }, (_, index): IshneLead => {
    const code = int16(AT.leads + 2 * index);
    return {
      label: LEADS[code] ?? `lead of code ${code}`,
      nanovoltsPerStep: int16(AT.resolutions + 2 * index),
      complaint: COMPLAINTS.get(int16(AT.qualities + 2 * index)),
    };
  });
  return { name, samplingRateHz, leads, samplesAt, announcedCount: int32(AT.sampleCount), hasChecksum: isRight };
}

async function readChecksum(file: PartialFile, headerEnd: number): Promise<number> {
  let sum: number | undefined;
  for (let at: number = AT.variableLength; at < headerEnd; at += CHECKED_BYTES) {
    sum = crc16(await readExactly(file, at, Math.min(CHECKED_BYTES, headerEnd - at)), sum);
  }
  return sum!;
}
